// Recorded conversations, cut where a shopper would see each state, and some that are made up from them.
import type { Conversation, Message, Part, Payment } from '../src/core/types.js';
import pix from './recorded/pix.json';

export interface Recorded {
  readonly chat: Conversation;
  /** Pieces of a reply that is being written. */
  readonly streams?: string;
}

type Cut = (whole: Conversation) => Recorded;

const until = (
  whole: Conversation,
  sequence: number,
  more: Partial<Conversation> = {},
): Conversation => ({
  ...whole,
  messages: whole.messages.filter((message) => message.sequence <= sequence),
  lastSequence: sequence,
  payment: null,
  ...more,
});

const upTo =
  (sequence: number, more: Partial<Conversation> = {}): Cut =>
  (whole) => ({ chat: until(whole, sequence, more) });

function sequenceOf(whole: Conversation, name: Part['__typename']): number {
  return whole.messages.find(({ parts }) => parts.some((part) => part.__typename === name))!
    .sequence;
}

function withPayment(state: NonNullable<Conversation['payment']>['state']): Cut {
  return (whole) => {
    const at = sequenceOf(whole, 'ChatPaymentRequest');
    const request = whole.messages[at - 1]!.parts.find(
      (part) => part.__typename === 'ChatPaymentRequest',
    );
    const payment = request?.__typename === 'ChatPaymentRequest' ? request.payment : null;
    const told = payment && {
      ...payment,
      state,
      expiresAt: new Date(Date.now() + 27 * 60_000).toISOString(),
      pageUrl: state === 'OPEN' ? payment.pageUrl : null,
    };
    return { chat: until(whole, at, { payment: told }) };
  };
}

const PIX_WORDS = [
  /^(Sua página de pagamento está pronta|Your payment page is ready): ([^.]+\d)\..*/,
  'PIX $2: abra o app do seu banco, escolha Pix e escaneie o código ou cole-o (Pix copia e cola).',
] as const;

/** The payment of a recorded chat, as if it had been by PIX; and a quote that offers PIX first. */
function byPix(state: Payment['state']): Cut {
  return (whole) => {
    const { chat } = withPayment(state)(structuredClone(whole));
    const change = (payment: Payment, isOpen: boolean) =>
      Object.assign(payment, {
        method: 'pix',
        pageUrl: null,
        pix: isOpen ? pix : null,
        expiresAt: new Date(Date.now() + 13 * 60_000).toISOString(),
      });
    if (chat.payment) change(chat.payment, state === 'OPEN');
    for (const part of chat.messages.flatMap(({ parts }) => parts)) {
      if (part.__typename === 'ChatPaymentRequest') change(part.payment, true);
      if (part.__typename === 'ChatTextPart') part.text = part.text.replace(...PIX_WORDS);
    }
    return { chat };
  };
}

function pixQuote(whole: Conversation): Recorded {
  const chat = structuredClone(until(whole, sequenceOf(whole, 'ChatQuote')));
  for (const part of chat.messages.flatMap(({ parts }) => parts)) {
    if (part.__typename !== 'ChatQuote') continue;
    part.methods.unshift({ __typename: 'ChatPayMethod', id: 'pix', needsTaxId: true });
  }
  return { chat };
}

function withMessages(
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

const HOSTILE = [
  '<img src=x onerror=alert(1)> <script>alert(2)</script> **bold** and [click](javascript:alert(3)) or [go](https://example.com/a)',
  `Donaudampfschifffahrtsgesellschaftskapitän${'n'.repeat(220)}`,
  'Emoji 🧑‍🚀👩‍👩‍👧‍👦🏳️‍🌈 and marks \u202Eevil\u202C \u2067שלום\u2069 مرحبا Z̴̡͓̈́a̵l̶g̷o',
  'A list:\n- one *with emphasis*\n- two `code`\n- three\n\n1. first\n2. second\n\nhttps://example.com/a/very/long/address/that/goes/on/and/on?with=parameters&and=more',
];

function sale(whole: Conversation): Recorded {
  const chat = structuredClone(until(whole, 5));
  for (const part of chat.messages.flatMap(({ parts }) => parts)) {
    if (part.__typename !== 'ChatProductCard' && part.__typename !== 'ChatVariantPicker') continue;
    for (const variant of part.product.variants) {
      variant.undiscountedPrice = {
        __typename: 'ChatMoney',
        amount: '30.00',
        currency: 'USD',
        text: '$30.00',
      };
      variant.available = Math.min(variant.available, 3);
    }
  }
  return { chat };
}

export const STATES: Record<string, Cut> = {
  greeting: upTo(1),
  options: upTo(3),
  variants: upTo(5),
  sale,
  cart: upTo(6),
  promo: upTo(7),
  details: upTo(8),
  'details-wrong': upTo(9),
  delivery: upTo(10),
  quote: upTo(11),
  paying: withPayment('OPEN'),
  processing: withPayment('PROCESSING'),
  expired: withPayment('EXPIRED'),
  'pix-quote': pixQuote,
  pix: byPix('OPEN'),
  'pix-paid': byPix('PAID'),
  'pix-expired': byPix('EXPIRED'),
  refused: withPayment('REFUSED'),
  receipt: (whole) => ({ chat: until(whole, 13, { payment: whole.payment }) }),
  order: (whole) => ({ chat: until(whole, 15, { payment: whole.payment }) }),
  typing: upTo(4, { pending: true }),
  streaming: (whole) => ({
    chat: until(whole, 2, { pending: true }),
    streams:
      'The **Essential Tee** is cut from organic cotton of 180 g/m². It keeps its shape after many',
  }),
  hostile: (whole) => ({
    chat: withMessages(whole, [
      { text: HOSTILE[0]!, author: 'SHOPPER', parts: [] },
      ...HOSTILE.map((text) => ({ text })),
    ]),
  }),
  notices: (whole) => ({
    chat: withMessages(whole, [
      {
        text: '',
        parts: [
          {
            __typename: 'ChatNotice',
            kind: 'INFO',
            noticeText: 'The payment is cancelled, nothing was charged.',
          },
        ],
      },
      {
        text: '',
        parts: [
          {
            __typename: 'ChatNotice',
            kind: 'PROBLEM',
            noticeText:
              'The shop does not answer right now. Nothing was lost; please try again in a moment.',
          },
        ],
      },
      {
        text: 'A part of a newer server, told in words.',
        parts: [{ __typename: 'ChatNewThing' } as unknown as Part],
      },
    ]),
  }),
  long: (whole) => ({
    chat: withMessages(
      whole,
      Array.from(
        { length: 1000 },
        (_, at) =>
          ({ text: `Message ${at + 2}`, author: at % 2 ? 'ASSISTANT' : 'SHOPPER' }) as const,
      ),
    ),
  }),
  search: (whole) => {
    const first = whole.messages[0]!;
    const card = first.parts.find((part) => part.__typename === 'ChatProductCard')!;
    const chat = withMessages(whole, [
      { text: 'tee', author: 'SHOPPER', parts: [] },
      {
        text: 'I found 3 products.',
        parts: [{ __typename: 'ChatTextPart', text: 'I found 3 products:' }, card, card, card],
      },
    ]);
    return { chat };
  },
};
