// What a cart's total is made of. What is nothing is left out, the total never.
import { useWidget } from '../components/context.js';
import type { Cart, Money } from '../core/types.js';

export const isNothing = (money: Money): boolean => Number(money.amount) === 0;

export function Sums({ cart }: { cart: Cart }) {
  const { texts } = useWidget();
  const { delivery, deliveryPrice } = cart;
  const free = (money: Money) => (isNothing(money) ? texts('free') : money.text);
  return (
    <dl className="sums">
      <Row name={texts('subtotal')} value={cart.subtotal.text} />
      {delivery && (
        <Row name={`${texts('delivery')} · ${delivery.name}`} value={free(deliveryPrice)} />
      )}
      {!isNothing(cart.discount) && (
        <Row kind="saved" name={texts('discount')} value={`−${cart.discount.text}`} />
      )}
      {!isNothing(cart.giftCards) && (
        <Row kind="saved" name={texts('giftCards')} value={`−${cart.giftCards.text}`} />
      )}
      {!isNothing(cart.tax) && <Row kind="quiet" name={texts('tax')} value={cart.tax.text} />}
      <Row kind="total" name={texts('total')} value={cart.total.text} />
    </dl>
  );
}

function Row({ name, value, kind = '' }: { name: string; value: string; kind?: string }) {
  return (
    <div className={kind}>
      <dt dir="auto">{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
