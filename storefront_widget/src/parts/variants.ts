// What a shopper chooses a variant by. Pure.
import type { Product, Variant } from '../core/types.js';

/** An attribute in which the variants differ, with its values in the shop's order. */
export interface Axis {
  readonly slug: string;
  readonly name: string;
  readonly values: readonly string[];
}

export type Selection = Readonly<Record<string, string>>;

export const isForSale = (variant: Variant): boolean =>
  variant.available > 0 && variant.price !== null;

export const valueOf = (variant: Variant, slug: string): string =>
  variant.attributes.find((attribute) => attribute.slug === slug)?.values.join(', ') ?? '';

/**
 * The variants to show: those still in question, and sold-out ones that share what is settled already,
 * so that a shopper sees that there is an M, only not now.
 */
export function shownVariants(product: Product, variantIds: readonly string[]): Variant[] {
  const asked = product.variants.filter(({ id }) => variantIds.includes(id));
  const settled = slugsOf(asked).filter((slug) => distinct(asked, slug).length === 1);
  return product.variants.filter(
    (variant) =>
      variantIds.includes(variant.id) ||
      (!isForSale(variant) &&
        settled.every((slug) => valueOf(variant, slug) === distinct(asked, slug)[0])),
  );
}

/** Attributes that tell the variants apart; none when they do not do so fully. */
export function axesOf(variants: readonly Variant[]): Axis[] {
  const axes = slugsOf(variants)
    .map((slug) => ({ slug, name: nameOf(variants, slug), values: distinct(variants, slug) }))
    .filter(({ values }) => values.length > 1);
  const kinds = new Set(
    variants.map((one) => axes.map(({ slug }) => valueOf(one, slug)).join('\n')),
  );
  return kinds.size === variants.length && axes.every(({ values }) => !values.includes(''))
    ? axes
    : [];
}

export function variantFor(
  variants: readonly Variant[],
  axes: readonly Axis[],
  selection: Selection,
): Variant | undefined {
  return variants.find((one) => axes.every(({ slug }) => valueOf(one, slug) === selection[slug]));
}

/** Whether a value can be had together with what else is selected. */
export function canHave(
  variants: readonly Variant[],
  axes: readonly Axis[],
  selection: Selection,
  axis: Axis,
  value: string,
): boolean {
  return variants.some(
    (one) =>
      isForSale(one) &&
      valueOf(one, axis.slug) === value &&
      axes.every(
        ({ slug }) =>
          slug === axis.slug || !selection[slug] || valueOf(one, slug) === selection[slug],
      ),
  );
}

/** Price words of the cheapest variant for sale, and whether others cost more. */
export function priceOf(variants: readonly Variant[]) {
  const priced = variants.flatMap((one) => (one.price ? [{ ...one, price: one.price }] : []));
  const [least, ...others] = priced.toSorted(
    (a, b) => Number(a.price.amount) - Number(b.price.amount),
  );
  if (!least) return null;
  const before = least.undiscountedPrice;
  return {
    text: least.price.text,
    isRange: others.some(({ price }) => price.amount !== least.price.amount),
    before: before && Number(before.amount) > Number(least.price.amount) ? before.text : null,
  };
}

const slugsOf = (variants: readonly Variant[]) => [
  ...new Set(variants.flatMap(({ attributes }) => attributes.map(({ slug }) => slug))),
];

const distinct = (variants: readonly Variant[], slug: string) => [
  ...new Set(variants.map((one) => valueOf(one, slug))),
];

const nameOf = (variants: readonly Variant[], slug: string) =>
  variants.flatMap(({ attributes }) => attributes).find((one) => one.slug === slug)?.name ?? slug;
