// Things of a shop.
import type { Cart, CartLine, Order, Product, Variant } from '../../src/core/types.js';
import { money } from '../server.js';

const attribute = (slug: string, name: string, value: string): Variant['attributes'][number] => ({
  __typename: 'ChatAttribute',
  slug,
  name,
  values: [value],
});

export const makeVariant = (
  color: string,
  size: string,
  given: Partial<Variant> = {},
): Variant => ({
  __typename: 'ChatVariant',
  id: `${color}-${size}`,
  name: `${color} / ${size}`,
  sku: null,
  attributes: [attribute('color', 'Color', color), attribute('size', 'Size', size)],
  price: money('24.00'),
  undiscountedPrice: money('24.00'),
  available: 9,
  ...given,
});

export const makeProduct = (
  variants: Variant[],
  given: Partial<Product> = {},
): Product & { __typename: 'ChatProduct' } => ({
  __typename: 'ChatProduct',
  id: 'tee',
  slug: 'tee',
  name: 'Essential Tee',
  description: '',
  category: null,
  attributes: [],
  variants,
  imageUrl: null,
  requiresShipping: true,
  ...given,
});

export const makeLine = (given: Partial<CartLine> = {}): CartLine => ({
  __typename: 'ChatCartLine',
  id: 'line-1',
  variantId: 'Blue-M',
  productName: 'Essential Tee',
  variantName: 'Blue / M',
  quantity: 2,
  unitPrice: money('24.00'),
  total: money('48.00'),
  imageUrl: null,
  problem: null,
  available: null,
  ...given,
});

export const makeCart = (given: Partial<Cart> = {}): Cart => ({
  __typename: 'ChatCart',
  id: 'checkout-1',
  version: 'v1',
  lines: [makeLine()],
  subtotal: money('48.00'),
  deliveryPrice: money('0.00'),
  tax: money('0.00'),
  discount: money('0.00'),
  giftCards: money('0.00'),
  total: money('48.00'),
  promoCode: null,
  giftCardCodes: [],
  requiresShipping: true,
  delivery: null,
  ...given,
});

export const makeOrder = (given: Partial<Order> = {}): Order => ({
  __typename: 'ChatOrder',
  number: '42',
  status: 'UNFULFILLED',
  chargeStatus: 'FULL',
  total: money('48.00'),
  lines: [makeLine()],
  tracking: [],
  deliveryName: 'Standard',
  ...given,
});
