// What is known of the chat, and how news change it. Pure.
import { EMPTY, type History, merge, newestPart, newestSequence } from './history.js';
import type { Entry } from './outbox.js';
import { languageOf } from './texts.js';
import type {
  Cart,
  Conversation,
  ErrorCode,
  LiveEvent,
  Message,
  Payment,
  ProductRef,
} from './types.js';

/** idle: not begun. consent: begins when the shopper agrees. failed: could not begin, tries again. closed: the shop has no chat. */
export type Phase = 'idle' | 'consent' | 'starting' | 'ready' | 'failed' | 'closed';

/** live: by socket. polling: by asking. offline: the server cannot be reached. */
export type Connection = 'connecting' | 'live' | 'polling' | 'offline';

export interface Streaming {
  readonly replyId: string;
  readonly text: string;
  /** The index of the piece that comes next. */
  readonly next: number;
}

export interface ChatProblem {
  readonly code: ErrorCode | 'UNREACHABLE';
  readonly message: string;
}

export interface ChatState {
  readonly phase: Phase;
  readonly connection: Connection;
  readonly isOpen: boolean;
  readonly history: History;
  /** What is on its way or could not be sent, oldest first. */
  readonly outbox: readonly Entry[];
  readonly isTyping: boolean;
  /** A language model makes the reply, and the server would stop it. */
  readonly isStoppable: boolean;
  readonly streaming: Streaming | null;
  /** The shopper stopped the reply that is being made: no more is shown of it until it is finished. */
  readonly isStopped: boolean;
  readonly cart: Cart | null;
  readonly payment: Payment | null;
  readonly stage: Conversation['stage'] | null;
  /** What the conversation speaks (BCP 47); null while there is none. */
  readonly locale: string | null;
  /** The locale that it went over to because the shopper writes in that language; null while they write in its first. */
  readonly spoken: string | null;
  /** Sequence number up to which the shopper has seen the messages. */
  readonly seen: number;
  readonly problem: ChatProblem | null;
  readonly product: ProductRef | null;
  /** The product that the conversation was begun about, or that was last asked about. */
  readonly about: ProductRef | null;
}

export const INITIAL: ChatState = {
  phase: 'idle',
  connection: 'connecting',
  isOpen: false,
  history: EMPTY,
  outbox: [],
  isTyping: false,
  isStoppable: false,
  streaming: null,
  isStopped: false,
  cart: null,
  payment: null,
  stage: null,
  locale: null,
  spoken: null,
  seen: 0,
  problem: null,
  product: null,
  about: null,
};

export const unreadOf = ({ isOpen, seen, history }: ChatState): number =>
  isOpen ? 0 : history.messages.filter((m) => m.author !== 'SHOPPER' && m.sequence > seen).length;

/** Whether the shopper can stop the reply that is being made, and did not yet. */
export const canStop = ({ isStoppable, isStopped, streaming }: ChatState): boolean =>
  (isStoppable || streaming !== null) && !isStopped;

/** Takes messages in; cart and payment follow the newest cards that came. */
export function withMessages(state: ChatState, incoming: readonly Message[]): ChatState {
  const history = merge(state.history, incoming);
  if (history === state.history) return state;
  const last = newestSequence(state.history);
  const came = history.messages.filter(({ sequence }) => sequence > last);
  const isAnswered = came.some(({ author }) => author === 'ASSISTANT');
  return {
    ...state,
    history,
    cart: cartIn(came) ?? state.cart,
    payment: paymentIn(came, state.payment),
    ...(isAnswered ? NOT_REPLYING : {}),
  };
}

const NOT_REPLYING = { isTyping: false, isStoppable: false, streaming: null, isStopped: false };

export interface Sent {
  readonly messages: readonly Message[];
  readonly pending: boolean;
  readonly stoppable: boolean;
  readonly chat?: { readonly locale: string } | null;
}

/** Takes in what a send brought. Where a reply has overtaken it, what was told with that reply counts. */
export function withSent(state: ChatState, sent: Sent): ChatState {
  const { messages, pending, stoppable, chat } = sent;
  const next = withLocale(withMessages(state, messages), chat?.locale);
  const last = messages.at(-1)?.sequence ?? Infinity;
  const isOvertaken = next.history.messages.some(
    ({ author, sequence }) => author === 'ASSISTANT' && sequence > last,
  );
  return isOvertaken ? next : { ...next, isTyping: pending, isStoppable: stoppable };
}

/** Takes in the server's whole view; what it says counts. */
export function withConversation(state: ChatState, chat: Conversation): ChatState {
  const next = withLocale(withMessages(state, chat.messages), chat.locale);
  return {
    ...next,
    cart: chat.cart,
    payment: newerPayment(state.payment, chat.payment),
    stage: chat.stage,
    ...(chat.pending ? { isTyping: true, isStoppable: chat.stoppable } : NOT_REPLYING),
  };
}

function withLocale(state: ChatState, locale: string | undefined): ChatState {
  if (!locale) return state;
  const isAnother = state.locale !== null && languageOf(locale) !== languageOf(state.locale);
  return { ...state, locale, ...(isAnother ? { spoken: locale } : {}) };
}

export function withEvent(state: ChatState, event: LiveEvent): ChatState {
  switch (event.__typename) {
    case 'ChatMessageEvent':
      return withMessages(state, [event.message]);
    case 'ChatTypingEvent':
      return {
        ...state,
        isTyping: event.typing,
        isStoppable: event.stoppable,
        isStopped: event.typing && state.isStopped,
      };
    case 'ChatPaymentEvent':
      return { ...state, payment: newerPayment(state.payment, event.payment) };
    case 'ChatCartEvent':
      return { ...state, cart: event.cart };
    case 'ChatDeltaEvent':
      return withDelta(state, event);
    default:
      return state; // of a newer server
  }
}

// An answer that was overtaken on its way must not take back that money has arrived.
const ARRIVED = ['PAID', 'HELD', 'ORDERED', 'REFUNDED'];

function newerPayment(known: Payment | null, told: Payment | null): Payment | null {
  const isSame = known !== null && known.chargeId === told?.chargeId;
  return isSame && ARRIVED.includes(known.state) && !ARRIVED.includes(told.state) ? known : told;
}

interface Delta {
  replyId: string;
  index: number;
  text: string;
}

// A piece after a gap is left out: the finished message brings the whole text.
function withDelta(state: ChatState, { replyId, index, text }: Delta): ChatState {
  if (state.isStopped) return state;
  const known =
    state.streaming?.replyId === replyId ? state.streaming : { replyId, text: '', next: 0 };
  if (index !== known.next) return state;
  return { ...state, streaming: { replyId, text: known.text + text, next: index + 1 } };
}

function cartIn(messages: readonly Message[]): Cart | undefined {
  for (const message of messages.toReversed()) {
    const part = newestPart([message], 'ChatQuote') ?? newestPart([message], 'ChatCartSummary');
    if (part) return part.cart;
  }
  return undefined;
}

function paymentIn(messages: readonly Message[], known: Payment | null): Payment | null {
  const requested = newestPart(messages, 'ChatPaymentRequest')?.payment;
  const payment = requested && requested.chargeId !== known?.chargeId ? requested : known;
  if (!payment || !newestPart(messages, 'ChatReceipt')) return payment;
  return { ...payment, state: 'ORDERED', pageUrl: null };
}
