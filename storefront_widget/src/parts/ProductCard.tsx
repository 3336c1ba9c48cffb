// A product: picture, price, stock, and the way to it.
import { useState } from 'react';
import { Button } from '../components/Button.js';
import { useWidget } from '../components/context.js';
import { Picture } from '../components/Picture.js';
import type { PartOf, Variant } from '../core/types.js';
import { VariantChoice } from './VariantChoice.js';
import { isForSale, priceOf } from './variants.js';

interface Props {
  readonly part: PartOf<'ChatProductCard'>;
  /** One of several that were found: it is looked at before it is bought. */
  readonly isOneOfMany: boolean;
}

export function ProductCard({ part: { product, variantId }, isOneOfMany }: Props) {
  const { act, texts } = useWidget();
  const [isChoosing, setIsChoosing] = useState(false);
  const chosen = product.variants.find(({ id }) => id === variantId);
  const offered = chosen ? [chosen] : product.variants;
  const buyable = offered.filter(isForSale);
  const only = buyable.length === 1 && offered.length === 1 ? buyable[0] : undefined;

  function go() {
    if (isOneOfMany) act({ chooseProduct: { productId: product.id } });
    else if (only) act({ chooseVariant: { variantId: only.id, quantity: 1 } });
    else setIsChoosing(true);
  }

  return (
    <article className={`card product${isOneOfMany ? ' small' : ''}`}>
      <Picture url={product.imageUrl} size={isOneOfMany ? 'small' : 'large'} />
      <div className="about">
        {product.category && !isOneOfMany && <p className="overline">{product.category}</p>}
        <h3 dir="auto">{chosen?.name ? `${product.name} · ${chosen.name}` : product.name}</h3>
        <Price variants={buyable.length ? buyable : offered} />
        <Stock variants={offered} />
      </div>
      {isChoosing && !isOneOfMany ? (
        <VariantChoice variants={offered} quantity={1} />
      ) : (
        buyable.length > 0 && (
          <Button kind={isOneOfMany ? 'secondary' : 'primary'} isWide={!isOneOfMany} onPress={go}>
            {texts(isOneOfMany ? 'seeProduct' : only ? 'addToCart' : 'choose')}
            {isOneOfMany && <span className="unseen">: {product.name}</span>}
          </Button>
        )
      )}
    </article>
  );
}

function Price({ variants }: { variants: readonly Variant[] }) {
  const { texts } = useWidget();
  const price = priceOf(variants);
  if (!price) return null;
  return (
    <p className="price">
      <span>{price.isRange ? texts('from', { price: price.text }) : price.text}</span>
      {price.before && !price.isRange && (
        <s>
          <span className="unseen">{texts('was', { price: '' })}</span>
          {price.before}
        </s>
      )}
    </p>
  );
}

function Stock({ variants }: { variants: readonly Variant[] }) {
  const { texts } = useWidget();
  const left = variants.filter(isForSale).reduce((sum, { available }) => sum + available, 0);
  if (!left) return <p className="stock out">{texts('soldOut')}</p>;
  if (left <= 5) return <p className="stock few">{texts('left', { count: left })}</p>;
  return <p className="stock in">{texts('inStock')}</p>;
}
