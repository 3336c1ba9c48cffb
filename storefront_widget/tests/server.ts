// A chat server in memory: keeps what it is sent, answers as the contract says, and fails on demand.
import type { Cart, Conversation, Message, Part, Payment } from '../src/core/types.js';

type Variables = Record<string, unknown> & { clientId?: string; after?: number; text?: string };
export type Failure = 'unreachable' | 'lost answer' | { code: string } | { status: number };

export interface FakeServer {
  readonly fetch: typeof fetch;
  /** Names of the operations that were called, with their variables. */
  readonly calls: { name: string; variables: Variables; authorization: string | null }[];
  readonly messages: Message[];
  /** What the next calls of an operation meet, in order. */
  fail(name: string, ...failures: Failure[]): void;
  say(text: string, parts?: Part[]): Message;
  payment: Payment | null;
  cart: Cart | null;
  pending: boolean;
  stoppable: boolean;
  isGone: boolean;
  /** What the conversation speaks from the next answer on. */
  locale: string;
}

export function makeMessage(sequence: number, given: Partial<Message> = {}): Message {
  const text = given.text ?? `message ${sequence}`;
  return {
    __typename: 'ChatMessage',
    id: `c:${sequence}`,
    sequence,
    author: 'ASSISTANT',
    createdAt: `2026-11-22T10:${String(sequence % 60).padStart(2, '0')}:00.000Z`,
    clientId: null,
    intent: null,
    confidence: null,
    action: 'none',
    text,
    parts: [{ __typename: 'ChatTextPart', text }],
    ...given,
  };
}

export const money = (amount: string) =>
  ({ __typename: 'ChatMoney', amount, currency: 'USD', text: `$${amount}` }) as const;

export function makePayment(given: Partial<Payment> = {}): Payment {
  return {
    __typename: 'ChatPayment',
    chargeId: 'charge-1',
    state: 'OPEN',
    method: 'card',
    amount: money('48.20'),
    pageUrl: 'https://pay.example/1',
    pix: null,
    expiresAt: null,
    reason: null,
    refunded: null,
    reserved: null,
    ...given,
  };
}

export function fakeServer(): FakeServer {
  const failures = new Map<string, Failure[]>();
  const answered = new Map<string, Message[]>();

  const server: FakeServer = {
    calls: [],
    messages: [],
    payment: null,
    cart: null,
    pending: false,
    stoppable: false,
    isGone: false,
    locale: 'en',
    fail: (name, ...given) => failures.set(name, given),
    say(text, parts) {
      const message = makeMessage(server.messages.length + 1, {
        text,
        ...(parts ? { parts } : {}),
      });
      server.messages.push(message);
      return message;
    },
    async fetch(_url, init) {
      const { query, variables } = JSON.parse(init?.body as string) as {
        query: string;
        variables: Variables;
      };
      const name = /\{\s*(\w+)/.exec(query)?.[1] ?? '';
      const authorization = new Headers(init?.headers).get('Authorization');
      server.calls.push({ name, variables, authorization });
      await Promise.resolve();
      const failure = failures.get(name)?.shift();
      if (failure === 'unreachable') throw new TypeError('Failed to fetch');
      if (failure && typeof failure === 'object' && 'status' in failure) {
        return new Response('<html>', { status: failure.status });
      }
      const data = answer(name, variables, failure);
      if (failure === 'lost answer') throw new TypeError('connection reset');
      return Response.json({ data: { [name]: data } });
    },
  };

  function chat(after: number): Conversation {
    return {
      __typename: 'Chat',
      id: 'c',
      channel: 'default-channel',
      locale: server.locale,
      stage: 'BROWSING',
      lastSequence: server.messages.length,
      pending: server.pending,
      stoppable: server.stoppable,
      messages: server.messages.filter(({ sequence }) => sequence > after),
      cart: server.cart,
      payment: server.payment,
    };
  }

  function answer(name: string, variables: Variables, failure?: Failure) {
    const errors =
      failure && typeof failure === 'object' && 'code' in failure
        ? [{ field: null, message: `refused: ${failure.code}`, code: failure.code }]
        : server.isGone && name !== 'chatStart' && name !== 'chat'
          ? [{ field: 'token', message: 'gone', code: 'NOT_FOUND' }]
          : [];
    switch (name) {
      case 'chatStart':
        if (errors.length) return { errors, token: null, chat: null };
        server.isGone = false;
        if (!server.messages.length) server.say('Hello!');
        return { errors, token: `token-${server.calls.length}`, chat: chat(0) };
      case 'chat':
        return server.isGone ? null : chat(variables.after ?? 0);
      case 'chatMessageSend':
      case 'chatActionSubmit':
        return {
          errors,
          pending: server.pending,
          stoppable: server.stoppable,
          messages: errors.length ? [] : turn(variables),
          chat: errors.length ? null : { locale: server.locale },
        };
      default:
        return { errors };
    }
  }

  function turn({ clientId = '', text }: Variables): Message[] {
    const known = answered.get(clientId);
    if (known) return known;
    const came: Message[] = [];
    if (text !== undefined) {
      came.push(
        makeMessage(server.messages.length + 1, { author: 'SHOPPER', text, clientId, parts: [] }),
      );
      server.messages.push(came[0]!);
    }
    if (!server.pending) came.push(server.say(`reply to ${text ?? 'a tap'}`));
    answered.set(clientId, came);
    return came;
  }

  return server;
}
