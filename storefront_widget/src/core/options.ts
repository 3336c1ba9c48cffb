// What a storefront tells the chat.
import type { ProductRef } from './types.js';

export interface ChatOptions {
  /** The shop's GraphQL address, or that of the realtime gateway. */
  readonly apiUrl: string;
  /** The realtime gateway's address (`wss://…`). Left out: the chat asks every few seconds. */
  readonly socketUrl?: string | undefined;
  /** Slug of the Saleor channel. */
  readonly channel: string;
  /** BCP 47 tag. Left out: the page's `lang`, else English. */
  readonly locale?: string | undefined;
  readonly productId?: string | undefined;
  readonly productSlug?: string | undefined;
  readonly productSku?: string | undefined;
  /** The storefront's own checkout, so that the shopper keeps one cart. */
  readonly checkoutId?: string | undefined;
  /** An opaque id of the visitor, at most 64 characters. Left out: one is made and kept. */
  readonly visitorId?: string | undefined;
  /** True: the chat begins only after the shopper has agreed. */
  readonly consent?: boolean | undefined;
}

/** What an option of the page says about the product, or nothing. */
export function productOf(
  options: Pick<ChatOptions, 'productId' | 'productSlug' | 'productSku'>,
): ProductRef | null {
  const { productId, productSlug, productSku } = options;
  if (!productId && !productSlug && !productSku) return null;
  return {
    ...(productId ? { id: productId } : {}),
    ...(productSlug ? { slug: productSlug } : {}),
    ...(productSku ? { sku: productSku } : {}),
  };
}
