// How a payment stands, in a word and a sign.
import { useWidget } from '../components/context.js';
import { AlertIcon, CheckIcon, ClockIcon, CloseIcon, LockIcon } from '../components/icons.js';
import type { Payment } from '../core/types.js';

export type ShownState = Payment['state'] | 'CLOSED';

const SIGNS = {
  OPEN: ['open', LockIcon],
  PROCESSING: ['wait', ClockIcon],
  PAID: ['good', CheckIcon],
  ORDERED: ['good', CheckIcon],
  REFUSED: ['bad', AlertIcon],
  UNKNOWN: ['bad', AlertIcon],
  EXPIRED: ['bad', ClockIcon],
  CANCELLED: ['past', CloseIcon],
  HELD: ['wait', ClockIcon],
  REFUNDED: ['past', CheckIcon],
  CLOSED: ['past', CloseIcon],
} as const;

interface Props {
  readonly state: ShownState;
  readonly isWaiting: boolean;
  /** The money is only reserved on the card until the shop sends the order. */
  readonly isReserved?: boolean;
}

function wordOf(state: ShownState, isReserved: boolean) {
  if (isReserved && (state === 'PAID' || state === 'ORDERED')) {
    return `state_${state}_reserved` as const;
  }
  return `state_${state}` as const;
}

export function PaymentState({ state, isWaiting, isReserved = false }: Props) {
  const { texts } = useWidget();
  const [kind, Sign] = isWaiting ? (['wait', ClockIcon] as const) : (SIGNS[state] ?? SIGNS.CLOSED);
  return (
    <p className={`state ${kind}`} role="status">
      {isWaiting || state === 'PROCESSING' || state === 'PAID' ? (
        <span className="spinner" aria-hidden="true" />
      ) : (
        <Sign size={18} />
      )}
      <span>{isWaiting ? texts('payWaiting') : texts(wordOf(state, isReserved))}</span>
    </p>
  );
}
