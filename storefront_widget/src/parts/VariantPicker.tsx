// Asks which variant is meant.
import { Picture } from '../components/Picture.js';
import type { PartOf } from '../core/types.js';
import { VariantChoice } from './VariantChoice.js';
import { priceOf, shownVariants } from './variants.js';

interface Props {
  readonly part: PartOf<'ChatVariantPicker'>;
  readonly isCurrent: boolean;
}

export function VariantPicker({ part: { product, variantIds, quantity }, isCurrent }: Props) {
  const variants = shownVariants(product, variantIds);
  return (
    <article className={`card picker${isCurrent ? '' : ' past'}`}>
      <div className="line">
        <Picture url={product.imageUrl} size="small" />
        <div className="grow">
          <h3 dir="auto">{product.name}</h3>
          <p className="quiet">{priceOf(variants)?.text}</p>
        </div>
      </div>
      {isCurrent && <VariantChoice variants={variants} quantity={quantity} />}
    </article>
  );
}
