// Which cards can still be used, and which buttons would be there twice. Pure.
import type { ChatState } from '../core/state.js';
import type { Message, Part, PartName, QuickReply } from '../core/types.js';

const KNOWN: readonly string[] = [
  'ChatTextPart',
  'ChatProductCard',
  'ChatVariantPicker',
  'ChatCartSummary',
  'ChatDetailsForm',
  'ChatDeliveryPicker',
  'ChatQuote',
  'ChatPaymentRequest',
  'ChatReceipt',
  'ChatOrderStatus',
  'ChatQuickReplies',
  'ChatNotice',
] satisfies PartName[];

export const isKnown = (part: Part): boolean => KNOWN.includes(part.__typename);

// The steps to an order: a card of a later step means that the earlier ones are done.
const STEPS: readonly PartName[] = [
  'ChatVariantPicker',
  'ChatCartSummary',
  'ChatDetailsForm',
  'ChatDeliveryPicker',
  'ChatQuote',
  'ChatPaymentRequest',
  'ChatReceipt',
];

/** The sequence number of the message that holds the one card that can be used now, and its kind. */
export function currentStep(
  messages: readonly Message[],
): { sequence: number; name: PartName } | null {
  for (const { sequence, parts } of messages.toReversed()) {
    const steps = parts.filter(({ __typename }) => STEPS.includes(__typename));
    const last = steps.at(-1);
    if (last) return { sequence, name: last.__typename };
  }
  return null;
}

/** Kinds of which an older card says nothing any more; of payments each is told. */
const REPLACED: readonly PartName[] = [
  'ChatVariantPicker',
  'ChatCartSummary',
  'ChatDetailsForm',
  'ChatDeliveryPicker',
  'ChatQuote',
];

/** For each message the kinds of its cards of which a newer one took the place, in one word. */
export function replacedIn(messages: readonly Message[]): string[] {
  const later = new Set<PartName>();
  return messages
    .toReversed()
    .map(({ parts }) => {
      const kinds = parts.map(({ __typename }) => __typename).filter((k) => REPLACED.includes(k));
      const replaced = kinds.filter((kind) => later.has(kind)).join(' ');
      kinds.forEach((kind) => later.add(kind));
      return replaced;
    })
    .reverse();
}

const BUTTONS: Partial<Record<PartName, readonly QuickReply['tap'][]>> = {
  ChatCartSummary: ['CHECK_OUT'],
  ChatQuote: ['PAY'],
  ChatPaymentRequest: ['CHECK_PAYMENT', 'CANCEL_PAYMENT'],
};

/** The parts without quick replies that a card of the same message offers already. */
export function withoutDoubles(parts: readonly Part[]): Part[] {
  const offered = parts.flatMap(({ __typename }) => BUTTONS[__typename] ?? []);
  return parts.flatMap((part): Part[] => {
    if (part.__typename !== 'ChatQuickReplies') return [part];
    const replies = part.replies.filter(({ tap }) => !offered.includes(tap));
    return replies.length ? [{ ...part, replies }] : [];
  });
}

export const isWaiting = ({ isTyping, isStopped, streaming, outbox, phase }: ChatState): boolean =>
  phase === 'ready' &&
  !streaming &&
  ((isTyping && !isStopped) ||
    outbox.some(({ refusal, tries }) => refusal === undefined && tries === 0));
