// The total, what it is made of, and the ways to pay it. Confirming it is what allows a charge.
import { useWidget } from '../components/context.js';
import { TrustBadge } from '../components/TrustBadge.js';
import type { PartOf } from '../core/types.js';
import { Lines } from './Lines.js';
import { PayButton } from './PayButton.js';
import { Sums } from './Sums.js';

interface Props {
  readonly part: PartOf<'ChatQuote'>;
  readonly isCurrent: boolean;
}

export function Quote({ part, isCurrent }: Props) {
  const { texts } = useWidget();
  const { cart, methods } = part;
  if (!isCurrent) {
    return (
      <article className="card quote past">
        <header className="heading">
          <h3>{texts('quoteTitle')}</h3>
          <span className="amount">{cart.total.text}</span>
        </header>
      </article>
    );
  }
  return (
    <article className="card quote">
      <h3>{texts('quoteTitle')}</h3>
      <Lines lines={cart.lines} />
      <Sums cart={cart} />
      {methods.map((method, at) => (
        <PayButton key={method.id} quote={part} method={method} isFirst={!at} />
      ))}
      {methods.some(({ id }) => id === 'card') && <TrustBadge />}
    </article>
  );
}
