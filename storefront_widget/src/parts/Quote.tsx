// The total, what it is made of, and the ways to pay it. Confirming it is what allows a charge.
import { Button } from '../components/Button.js';
import { useWidget } from '../components/context.js';
import { LockIcon } from '../components/icons.js';
import { TrustBadge } from '../components/TrustBadge.js';
import type { TextKey, Texts } from '../core/texts.js';
import type { PartOf } from '../core/types.js';
import { Lines } from './Lines.js';
import { Sums } from './Sums.js';

interface Props {
  readonly part: PartOf<'ChatQuote'>;
  readonly isCurrent: boolean;
}

const WORDS: Record<string, TextKey> = { card: 'pay_card', pix: 'pay_pix', free: 'pay_free' };

export function Quote({ part: { version, cart, methods }, isCurrent }: Props) {
  const { act, texts } = useWidget();
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
        <Button
          key={method}
          kind={at ? 'secondary' : 'primary'}
          isWide
          testId="pay-button"
          onPress={() => act({ pay: { method, quoteVersion: version } })}
        >
          {method !== 'free' && <LockIcon size={18} />}
          <span>{wordsFor(method, cart.total.text, texts)}</span>
        </Button>
      ))}
      {methods.includes('card') && <TrustBadge />}
    </article>
  );
}

const wordsFor = (method: string, total: string, texts: Texts) =>
  texts(WORDS[method] ?? 'pay_other', { total, method });
