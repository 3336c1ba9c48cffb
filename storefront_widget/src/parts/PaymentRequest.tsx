// A payment, from the open page to the money's arrival.
import { useState } from 'react';
import { Button } from '../components/Button.js';
import { useChatNow, useWidget } from '../components/context.js';
import { PaymentLink } from '../components/PaymentLink.js';
import { TrustBadge } from '../components/TrustBadge.js';
import type { PartOf, Payment } from '../core/types.js';
import { PaymentState, type ShownState } from './PaymentState.js';
import { PixCode } from './PixCode.js';
import { TimeLeft } from './TimeLeft.js';

interface Props {
  readonly part: PartOf<'ChatPaymentRequest'>;
  readonly isCurrent: boolean;
}

/** Nothing more can come of these: an older one is told in a line. */
const OVER: readonly ShownState[] = ['REFUSED', 'UNKNOWN', 'EXPIRED', 'CANCELLED', 'CLOSED'];

export function PaymentRequest({ part, isCurrent }: Props) {
  const { act, drafts, texts } = useWidget();
  const state = useChatNow();
  const { chargeId } = part.payment;
  const live = state.payment?.chargeId === chargeId ? state.payment : null;
  const payment: Payment = live ?? part.payment;
  // A newer payment took the place of one that nothing more is heard of.
  const shown: ShownState = live || isCurrent ? payment.state : 'CLOSED';
  const { pix } = payment;
  const isOpen = shown === 'OPEN' && Boolean(payment.pageUrl ?? pix) && isCurrent;
  const [wasOpened, setWasOpened] = useState(() => drafts.has(`opened:${chargeId}`));
  const opened = () => {
    drafts.set(`opened:${chargeId}`, 'yes');
    setWasOpened(true);
  };

  if (!isCurrent && OVER.includes(shown)) {
    return (
      <article className="card payment past" aria-label={texts('payment')}>
        <PaymentState state={shown} isWaiting={false} />
        <span className="amount">{payment.amount.text}</span>
      </article>
    );
  }
  return (
    <article className={`card payment ${shown.toLowerCase()}`} aria-label={texts('payment')}>
      <p className="sum">{payment.amount.text}</p>
      {/* A code may be paid from any phone: it is waited for from the start. */}
      <PaymentState
        state={shown}
        isWaiting={isOpen && (wasOpened || Boolean(pix))}
        isReserved={Boolean(payment.reserved)}
      />
      {payment.refunded && (
        <p className="quiet">{texts('refunded', { price: payment.refunded.text })}</p>
      )}
      {isOpen && (
        <>
          {pix ? (
            <PixCode payment={payment} pix={pix} onCopied={opened} />
          ) : (
            <PaymentLink payment={payment} wasOpened={wasOpened} onOpened={opened} />
          )}
          <TimeLeft until={payment.expiresAt} />
          <div className="tools">
            <Button kind="secondary" onPress={() => act({ checkPayment: true })}>
              {texts('havePaid')}
            </Button>
            <Button kind="plain" onPress={() => act({ cancelPayment: true })}>
              {texts('cancelPayment')}
            </Button>
          </div>
          {!pix && <TrustBadge />}
        </>
      )}
    </article>
  );
}
