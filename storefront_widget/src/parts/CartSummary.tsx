// The cart: how many of each, codes, what it comes to, and the way on.
import { Button } from '../components/Button.js';
import { useChatNow, useWidget } from '../components/context.js';
import { CartIcon } from '../components/icons.js';
import type { PartOf } from '../core/types.js';
import { CartLineRow } from './CartLineRow.js';
import { PromoCodes } from './PromoCodes.js';
import { Sums } from './Sums.js';

interface Props {
  readonly part: PartOf<'ChatCartSummary'>;
  readonly isCurrent: boolean;
}

export function CartSummary({ part, isCurrent }: Props) {
  const { act, texts } = useWidget();
  const state = useChatNow();
  // The newest card shows the cart as it is now, also when another tab or the shop changed it.
  const cart = isCurrent && state.cart?.id === part.cart.id ? state.cart : part.cart;
  const count = cart.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const heading = (
    <header className="heading">
      <CartIcon size={18} />
      <h3>{texts('cart')}</h3>
      <span className="quiet">{texts('items', { count })}</span>
      {!isCurrent && <span className="amount">{cart.total.text}</span>}
    </header>
  );
  if (!isCurrent) return <article className="card cart past">{heading}</article>;
  if (!cart.lines.length) {
    return (
      <article className="card cart">
        {heading}
        <p className="quiet">{texts('cartEmpty')}</p>
      </article>
    );
  }
  return (
    <article className="card cart">
      {heading}
      <ul className="lines">
        {cart.lines.map((line) => (
          <CartLineRow key={line.id} line={line} />
        ))}
      </ul>
      <PromoCodes cart={cart} />
      <Sums cart={cart} />
      <Button kind="primary" isWide onPress={() => act({ checkOut: true })}>
        {texts('checkOut')}
      </Button>
    </article>
  );
}
