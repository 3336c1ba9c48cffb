// What is known of the chat, and how news change it. Pure.
import { EMPTY, type History, merge, newestPart, newestSequence } from './history.js';
import type { Entry } from './outbox.js';
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
  readonly streaming: Streaming | null;
  /** The reply whose stream the shopper stopped. */
  readonly stopped: string | null;
  readonly cart: Cart | null;
  readonly payment: Payment | null;
  readonly stage: Conversation['stage'] | null;
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
  streaming: null,
  stopped: null,
  cart: null,
  payment: null,
  stage: null,
  seen: 0,
  problem: null,
  product: null,
  about: null,
};

export const unreadOf = ({ isOpen, seen, history }: ChatState): number =>
  isOpen ? 0 : history.messages.filter((m) => m.author === 'ASSISTANT' && m.sequence > seen).length;

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
    streaming: isAnswered ? null : state.streaming,
    stopped: isAnswered ? null : state.stopped,
    isTyping: isAnswered ? false : state.isTyping,
  };
}

/** Takes in the server's whole view; what it says counts. */
export function withConversation(state: ChatState, chat: Conversation): ChatState {
  const next = withMessages(state, chat.messages);
  return {
    ...next,
    cart: chat.cart,
    payment: newerPayment(state.payment, chat.payment),
    stage: chat.stage,
    isTyping: chat.pending,
    streaming: chat.pending ? next.streaming : null,
  };
}

export function withEvent(state: ChatState, event: LiveEvent): ChatState {
  switch (event.__typename) {
    case 'ChatMessageEvent':
      return withMessages(state, [event.message]);
    case 'ChatTypingEvent':
      return { ...state, isTyping: event.typing, stopped: event.typing ? state.stopped : null };
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
  if (replyId === state.stopped) return state;
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
