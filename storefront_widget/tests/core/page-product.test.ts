import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onNavigation, productOnPage } from '../../src/core/page-product.js';
import { productOf } from '../../src/core/options.js';

const JSON_LD = (sku: string) =>
  `<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":"Product","sku":"${sku}","url":"/products/ld-slug","name":"From JSON-LD"}]}</script>`;
const META =
  '<meta property="product:retailer_item_id" content="META-1"><meta property="og:title" content="From meta">';
const ATTRIBUTES =
  '<main data-product-id="UHJvZHVjdDox" data-product-name="From attributes"></main>';
const page = globalThis as unknown as { productData?: unknown };

beforeEach(() => {
  document.head.innerHTML = '';
  document.body.innerHTML = '';
  delete page.productData;
  history.replaceState(null, '', '/');
});

afterEach(() => vi.useRealTimers());

test('the sources count in their order', () => {
  history.replaceState(null, '', '/en/products/url-slug/');
  expect(productOnPage()).toEqual({ slug: 'url-slug' });

  document.body.innerHTML = JSON_LD('LD-1');
  expect(productOnPage()).toEqual({ sku: 'LD-1', slug: 'ld-slug', name: 'From JSON-LD' });

  document.head.innerHTML = META;
  expect(productOnPage()).toEqual({ sku: 'META-1', name: 'From meta' });

  page.productData = { id: 7, name: 'From data', price: '0.01' };
  expect(productOnPage()).toEqual({ id: '7', name: 'From data' });

  document.body.innerHTML += ATTRIBUTES;
  expect(productOnPage()).toEqual({ id: 'UHJvZHVjdDox', name: 'From attributes' });
});

test('what the options say is a product without asking the page', () => {
  expect(productOf({ productSku: 'S-1' })).toEqual({ sku: 'S-1' });
  expect(productOf({})).toBeNull();
});

test('a list of products means none of them', () => {
  document.body.innerHTML =
    '<i data-product-id="1"></i><i data-product-id="2"></i>' + JSON_LD('A') + JSON_LD('B');

  expect(productOnPage()).toBeNull();
});

test('data that name no address leave the word to the address of the page', () => {
  history.replaceState(null, '', '/en/default-channel/products/blue-hoodie');
  document.head.innerHTML = '<meta property="og:type" content="product">';
  document.body.innerHTML =
    '<script type="application/ld+json">{"@type":"Product","name":"Blue Hoodie"}</script><h1>Blue Hoodie</h1>';

  expect(productOnPage()).toEqual({ slug: 'blue-hoodie', name: 'Blue Hoodie' });
});

test('a page that was left and is kept hidden in the document counts no more', () => {
  const left = '<div style="display: none !important;"><h1>Left</h1><i data-product-sku="1"></i>';
  document.body.innerHTML = `${left}${JSON_LD('1')}</div><h1>Here</h1>${JSON_LD('2')}`;
  expect(productOnPage()).toMatchObject({ sku: '2' });

  document.body.innerHTML = `${left}</div><h1>Here</h1><i data-product-sku="2"></i>`;
  expect(productOnPage()).toEqual({ sku: '2', name: 'Here' });
});

test('a shop may hide the element that names its product', () => {
  document.body.innerHTML = '<i data-product-sku="1" style="display: none"></i>';

  expect(productOnPage()).toEqual({ sku: '1' });
});

test('the same product named twice is one', () => {
  document.body.innerHTML =
    '<i data-product-sku="1"></i><i data-product-sku="1"></i><h1> The name </h1>';

  expect(productOnPage()).toEqual({ sku: '1', name: 'The name' });
});

test.each(['/', '/products', '/cart', '/products/a/reviews', '/blog/p'])(
  '%s names no product',
  (address) => {
    history.replaceState(null, '', address);

    expect(productOnPage()).toBeNull();
  },
);

test('broken data is passed over', () => {
  document.body.innerHTML = '<script type="application/ld+json">{"@type":"Product",</script>';
  page.productData = 'nothing';

  expect(productOnPage()).toBeNull();
});

test('a page that goes elsewhere without loading is read again', () => {
  vi.useFakeTimers();
  const listener = vi.fn();
  const stop = onNavigation(listener);

  vi.advanceTimersByTime(5_000);
  expect(listener).not.toHaveBeenCalled();
  history.pushState(null, '', '/products/other');
  vi.advanceTimersByTime(4_000);
  expect(listener).toHaveBeenCalledTimes(3);

  stop();
  history.pushState(null, '', '/products/third');
  vi.advanceTimersByTime(10_000);
  expect(listener).toHaveBeenCalledTimes(3);
});
