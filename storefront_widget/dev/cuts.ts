// How states are made from a recorded conversation: cut off where a shopper would be, and changed a little. Pure.
import type { Cart, Conversation, Message, Part, PartName, PartOf } from '../src/core/types.js';

export interface Recorded {
  readonly chat: Conversation;
  /** Pieces of a reply that is being written. */
  readonly streams?: string;
  /** What the server does instead of answering: it has no chat, is never there, or is gone after the first answer. */
  readonly server?: 'closed' | 'down' | 'offline';
  /** Consent is asked for. */
  readonly consent?: boolean;
}

export type Cut = (whole: Conversation) => Recorded;

export const money = (amount: string, like: { currency: string; text: string }) =>
  ({
    __typename: 'ChatMoney',
    amount,
    currency: like.currency,
    text: like.text.replace(
      /[\d.,]*\d/,
      like.text.includes(',') ? amount.replace('.', ',') : amount,
    ),
  }) as const;

/** The conversation up to a message, with the cart as that message left it. */
export function until(
  whole: Conversation,
  sequence: number,
  more: Partial<Conversation> = {},
): Conversation {
  const messages = structuredClone(whole.messages.filter((one) => one.sequence <= sequence));
  const carts = messages.flatMap(({ parts }) => parts).flatMap((part) => cartOf(part) ?? []);
  return {
    ...whole,
    messages,
    lastSequence: sequence,
    cart: carts.at(-1) ?? null,
    payment: null,
    ...more,
  };
}

const cartOf = (part: Part): Cart | null =>
  part.__typename === 'ChatCartSummary' || part.__typename === 'ChatQuote' ? part.cart : null;

export const upTo =
  (sequence: number, more: Partial<Conversation> = {}): Cut =>
  (whole) => ({ chat: until(whole, sequence, more) });

/** The conversation up to the first part of a kind, with each part of that kind changed. */
export function changed<Name extends PartName>(
  name: Name,
  change: (part: PartOf<Name>) => void,
  at?: number,
): Cut {
  return (whole) => {
    const chat = until(whole, at ?? sequenceOf(whole, name));
    const parts = chat.messages.flatMap(({ parts }): Part[] => parts);
    for (const part of parts) if (part.__typename === name) change(part as PartOf<Name>);
    return { chat: { ...chat, cart: parts.flatMap((part) => cartOf(part) ?? []).at(-1) ?? null } };
  };
}

export function sequenceOf(whole: Conversation, name: PartName): number {
  return whole.messages.find(({ parts }) => parts.some((part) => part.__typename === name))!
    .sequence;
}

export function partOf<Name extends PartName>(whole: Conversation, name: Name): PartOf<Name> {
  const parts = whole.messages.flatMap(({ parts }): Part[] => parts);
  return structuredClone(parts.find((part): part is PartOf<Name> => part.__typename === name)!);
}

export function withPayment(
  state: NonNullable<Conversation['payment']>['state'],
  refunds = false,
): Cut {
  return (whole) => {
    const { payment } = partOf(whole, 'ChatPaymentRequest');
    const told = {
      ...payment,
      state,
      expiresAt: new Date(Date.now() + 27 * 60_000).toISOString(),
      pageUrl: state === 'OPEN' ? payment.pageUrl : null,
      refunded: refunds ? payment.amount : null,
    };
    return { chat: until(whole, sequenceOf(whole, 'ChatPaymentRequest'), { payment: told }) };
  };
}

/** The greeting, and messages that are made up. */
export function withMessages(
  whole: Conversation,
  made: (Partial<Message> & { text: string })[],
): Conversation {
  const before = whole.messages.filter(({ sequence }) => sequence <= 1);
  const messages = made.map((one, at): Message => ({
    ...whole.messages[0]!,
    id: `made:${at}`,
    author: 'ASSISTANT',
    parts: [{ __typename: 'ChatTextPart', text: one.text }],
    clientId: null,
    ...one,
    sequence: before.length + at + 1,
  }));
  return until(whole, 0, {
    messages: [...before, ...messages],
    lastSequence: before.length + made.length,
  });
}

export const notice = (kind: 'INFO' | 'PROBLEM', noticeText: string): Part => ({
  __typename: 'ChatNotice',
  kind,
  noticeText,
});
