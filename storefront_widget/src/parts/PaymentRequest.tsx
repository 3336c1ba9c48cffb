// A payment, from the open page to the money's arrival.
import { useState } from 'react';
import { Button } from '../components/Button.js';
import { useChatNow, useWidget } from '../components/context.js';
import { PaymentLink } from '../components/PaymentLink.js';
import { TrustBadge } from '../components/TrustBadge.js';
import type { PartOf, Payment } from '../core/types.js';
import { PaymentState, type ShownState } from './PaymentState.js';
import { TimeLeft } from './TimeLeft.js';

interface Props {
  readonly part: PartOf<'ChatPaymentRequest'>;
  readonly isCurrent: boolean;
}

export function PaymentRequest({ part, isCurrent }: Props) {
  const { act, drafts, texts } = useWidget();
  const state = useChatNow();
  const { chargeId } = part.payment;
  const live = state.payment?.chargeId === chargeId ? state.payment : null;
  const payment: Payment = live ?? part.payment;
  // A newer payment took the place of one that nothing more is heard of.
  const shown: ShownState = live || isCurrent ? payment.state : 'CLOSED';
  const isOpen = shown === 'OPEN' && Boolean(payment.pageUrl) && isCurrent;
  const [wasOpened, setWasOpened] = useState(() => drafts.has(`opened:${chargeId}`));

  return (
    <article className={`card payment ${shown.toLowerCase()}`} aria-label={texts('payment')}>
      <p className="sum">{payment.amount.text}</p>
      <PaymentState state={shown} isWaiting={isOpen && wasOpened} />
      {payment.refunded && (
        <p className="quiet">{texts('refunded', { price: payment.refunded.text })}</p>
      )}
      {isOpen && (
        <>
          <PaymentLink
            payment={payment}
            wasOpened={wasOpened}
            onOpened={() => {
              drafts.set(`opened:${chargeId}`, 'yes');
              setWasOpened(true);
            }}
          />
          <TimeLeft until={payment.expiresAt} />
          <div className="tools">
            <Button kind="secondary" onPress={() => act({ checkPayment: true })}>
              {texts('havePaid')}
            </Button>
            <Button kind="plain" onPress={() => act({ cancelPayment: true })}>
              {texts('cancelPayment')}
            </Button>
          </div>
          <TrustBadge />
        </>
      )}
    </article>
  );
}
