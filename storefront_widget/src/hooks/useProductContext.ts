// Which product the page shows, also after the page went elsewhere without being loaded anew.
import { useEffect, useMemo, useState } from 'react';
import { type ChatOptions, productOf } from '../core/options.js';
import { onNavigation, productOnPage } from '../core/page-product.js';
import type { ProductRef } from '../core/types.js';

type Given = Pick<ChatOptions, 'productId' | 'productSlug' | 'productSku'>;

/** What the options say, else what the page says; null when no product is meant. */
export function useProductContext(given: Given = {}): ProductRef | null {
  const { productId, productSlug, productSku } = given;
  const [onPage, setOnPage] = useState<ProductRef | null>(null);
  useEffect(() => {
    const read = () => setOnPage((known) => same(known, productOnPage()));
    read();
    return onNavigation(read);
  }, []);
  const inOptions = useMemo(
    () => productOf({ productId, productSlug, productSku }),
    [productId, productSlug, productSku],
  );
  return inOptions ?? onPage;
}

const same = (known: ProductRef | null, found: ProductRef | null) =>
  JSON.stringify(known) === JSON.stringify(found) ? known : found;
