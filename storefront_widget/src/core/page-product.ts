// Which product does the page show? It says only which one; all that is shown of it comes from the server.
import type { ProductRef } from './types.js';

type Finder = (page: Document) => ProductRef | null;

/** The sources in order; the first that names a product counts. */
const FINDERS: readonly Finder[] = [inAttributes, inProductData, inMeta, inJsonLd, inAddress];

export function productOnPage(page: Document = document): ProductRef | null {
  for (const find of FINDERS) {
    const found = find(page);
    if (found) return found.name ? found : named(found, titleOf(page));
  }
  return null;
}

function inAttributes(page: Document): ProductRef | null {
  const all = page.querySelectorAll<HTMLElement>(
    '[data-product-id],[data-product-slug],[data-product-sku]',
  );
  const found = shownOf(all).flatMap(({ dataset }) => {
    const { productId, productSlug, productSku, productName } = dataset;
    return (
      reference({ id: productId, slug: productSlug, sku: productSku, name: productName }) ?? []
    );
  });
  return theOnly(found);
}

function inProductData(page: Document): ProductRef | null {
  const data = (page.defaultView as unknown as { productData?: unknown } | null)?.productData;
  return typeof data === 'object' && data ? reference(data) : null;
}

function inMeta(page: Document): ProductRef | null {
  const say = (name: string) =>
    page.querySelector(`meta[property="${name}"],meta[name="${name}"]`)?.getAttribute('content');
  const isProduct = say('og:type')?.startsWith('product');
  return reference({
    id: say('product:id'),
    slug: say('product:slug') ?? (isProduct ? slugIn(say('og:url')) : undefined),
    sku: say('product:retailer_item_id') ?? say('product:sku'),
    name: say('og:title'),
  });
}

interface Thing {
  '@type'?: string | string[];
  '@graph'?: Thing[];
  sku?: unknown;
  url?: unknown;
  name?: unknown;
}

function inJsonLd(page: Document): ProductRef | null {
  const scripts = shownOf(page.querySelectorAll('script[type="application/ld+json"]'));
  const products = scripts.flatMap(({ textContent }) => things(textContent)).filter(isProduct);
  return theOnly(
    products.flatMap(({ sku, url, name }) => reference({ sku, slug: slugIn(url), name }) ?? []),
  );
}

function inAddress(page: Document): ProductRef | null {
  return reference({ slug: slugIn(page.location?.href) });
}

function things(text: string | null): Thing[] {
  try {
    const told = JSON.parse(text ?? '') as Thing | Thing[];
    return (Array.isArray(told) ? told : [told]).flatMap((one) => one['@graph'] ?? one);
  } catch {
    return [];
  }
}

const isProduct = (thing: Thing) =>
  ['Product', 'ProductGroup'].some((type) => [thing['@type']].flat().includes(type));

// "/products/linen-shirt", "/us/p/linen-shirt/"; any other address names no product.
function slugIn(address: unknown): string | undefined {
  if (typeof address !== 'string' || !address) return undefined;
  try {
    const { pathname } = new URL(address, location.href);
    const slug = /\/(?:products?|p|item)\/([^/]+)\/?$/.exec(pathname)?.[1];
    return slug && decodeURIComponent(slug);
  } catch {
    return undefined;
  }
}

// A page that names several products is a list, and means none of them.
function theOnly(found: ProductRef[]): ProductRef | null {
  const kinds = new Set(found.map(({ id, slug, sku }) => `${id} ${slug} ${sku}`));
  return kinds.size === 1 ? (found[0] ?? null) : null;
}

function reference(given: {
  id?: unknown;
  slug?: unknown;
  sku?: unknown;
  name?: unknown;
}): ProductRef | null {
  const { id, slug, sku, name } = given;
  const kept = Object.entries({ id, slug, sku })
    .map(([key, value]) => [key, typeof value === 'number' ? String(value) : value])
    .filter(([, value]) => typeof value === 'string' && value.trim() && value.length <= 250);
  if (!kept.length) return null;
  return named(Object.fromEntries(kept) as ProductRef, name);
}

function named(product: ProductRef, name: unknown): ProductRef {
  return typeof name === 'string' && name.trim()
    ? { ...product, name: name.trim().slice(0, 120) }
    : product;
}

const titleOf = (page: Document) => shownOf(page.querySelectorAll('h1'))[0]?.textContent;

// React (and Next.js by it) keeps pages that were left in the document, and hides them like this.
const shownOf = <Kind extends Element>(all: NodeListOf<Kind>): Kind[] =>
  [...all].filter((one) => !one.closest('[style*="display: none !important"]'));

/** Calls back when the page went elsewhere without being loaded anew. Returns how to stop. */
export function onNavigation(listener: () => void): () => void {
  // A framework draws the new page some time after the address has changed.
  let timers: ReturnType<typeof setTimeout>[] = [];
  let address = location.href;
  const look = () => {
    if (location.href === address) return;
    address = location.href;
    timers.forEach(clearTimeout);
    timers = [50, 500, 2_000].map((pause) => setTimeout(listener, pause));
  };
  const { navigation } = globalThis as { navigation?: EventTarget };
  const every = navigation ? undefined : setInterval(look, 1_000);
  navigation?.addEventListener('currententrychange', look);
  addEventListener('popstate', look);
  return () => {
    timers.forEach(clearTimeout);
    clearInterval(every);
    navigation?.removeEventListener('currententrychange', look);
    removeEventListener('popstate', look);
  };
}
