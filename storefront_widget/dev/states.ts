// Every state in which a shopper may see the chat, made from a recorded purchase.
import type { Conversation, Part, Payment } from '../src/core/types.js';
import {
  type Cut,
  changed,
  money,
  notice,
  partOf,
  type Recorded,
  sequenceOf,
  until,
  upTo,
  withMessages,
  withPayment,
} from './cuts.js';
import pix from './recorded/pix.json';

export type { Recorded } from './cuts.js';

const WORDS = [
  '<img src=x onerror=alert(1)> <script>alert(2)</script> **bold** and [click](javascript:alert(3)) or [go](https://example.com/a)',
  `Donaudampfschifffahrtsgesellschaftskapitän${'n'.repeat(220)}`,
  'Emoji 🧑‍🚀👩‍👩‍👧‍👦🏳️‍🌈 and marks \u202Eevil\u202C \u2067שלום\u2069 مرحبا Z̴̡͓̈́a̵l̶g̷o',
  'A list:\n- one *with emphasis*\n- two `code`\n- three\n\n1. first\n2. second\n\nhttps://example.com/a/very/long/address/that/goes/on/and/on?with=parameters&and=more',
];

const sale: Cut = (whole) => {
  const chat = until(whole, 5);
  for (const part of chat.messages.flatMap(({ parts }) => parts)) {
    if (part.__typename !== 'ChatProductCard' && part.__typename !== 'ChatVariantPicker') continue;
    for (const variant of part.product.variants) {
      if (variant.price) variant.undiscountedPrice = money('99.00', variant.price);
      variant.available = Math.min(variant.available, 3);
    }
  }
  return { chat };
};

const search: Cut = (whole) => {
  const card = partOf(whole, 'ChatProductCard');
  return {
    chat: withMessages(whole, [
      { text: 'tee', author: 'SHOPPER', parts: [] },
      {
        text: 'I found 3 products.',
        parts: [
          { __typename: 'ChatTextPart', text: 'I found 3 products:' },
          ...[1, 2, 3].map((at) => ({
            ...card,
            product: { ...card.product, id: `product-${at}` },
          })),
        ],
      },
    ]),
  };
};

const notices: Cut = (whole) => ({
  chat: withMessages(whole, [
    { text: '', parts: [notice('INFO', 'The payment is cancelled, nothing was charged.')] },
    {
      text: '',
      parts: [
        notice(
          'PROBLEM',
          'The shop does not answer right now. Nothing was lost; please try again in a moment.',
        ),
      ],
    },
    {
      text: 'A part of a newer server, told in words.',
      parts: [{ __typename: 'ChatNewThing' } as unknown as Part],
    },
  ]),
});

// One variant in question, named by nothing but its name: chosen from a list.
const list = changed('ChatVariantPicker', ({ product }) => {
  for (const variant of product.variants) variant.attributes = [];
});

const soldOut = changed('ChatProductCard', ({ product }) => {
  for (const variant of product.variants) variant.available = 0;
});

const manyLines = changed('ChatCartSummary', ({ cart }) => {
  const line = cart.lines[0]!;
  cart.lines = Array.from({ length: 24 }, (_, at) => ({
    ...line,
    id: `line-${at}`,
    variantId: `variant-${at}`,
    variantName: `${line.variantName} · ${at + 1}`,
    quantity: at + 1,
  }));
});

const troubledLines = changed('ChatCartSummary', ({ cart }) => {
  const line = cart.lines[0]!;
  cart.lines = [
    { ...line, id: 'line-1', problem: 'INSUFFICIENT_STOCK', available: 1 },
    { ...line, id: 'line-2', variantId: 'gone', problem: 'NOT_AVAILABLE', available: 0 },
  ];
});

const emptyCart = changed('ChatCartSummary', ({ cart }) => {
  cart.lines = [];
});

const giftCard = changed(
  'ChatCartSummary',
  ({ cart }) => {
    cart.giftCardCodes = ['…7F3A'];
    cart.giftCards = money('20.00', cart.total);
    cart.total = money((Number(cart.total.amount) - 20).toFixed(2), cart.total);
  },
  7,
);

const collection: Cut = (whole) => {
  const point = partOf(whole, 'ChatDeliveryPicker').options.find(
    ({ kind }) => kind === 'COLLECTION',
  );
  const { chat } = changed('ChatQuote', ({ cart }) => {
    cart.delivery = point ?? null;
    cart.deliveryPrice = money('0.00', cart.deliveryPrice);
    cart.total = cart.subtotal;
  })(whole);
  return { chat };
};

const billing = changed('ChatDetailsForm', (part) => {
  part.needsShipping = false;
  part.countryAreas = [];
});

const free = changed('ChatQuote', (part) => {
  part.methods = [payMethod('free')];
  part.cart.giftCards = part.cart.total;
  part.cart.total = money('0.00', part.cart.total);
});

const methods = changed('ChatQuote', (part) => {
  part.methods = ['card', 'pix', 'invoice'].map((id) => payMethod(id));
});

const sent: Cut = (whole) => {
  const order = partOf(whole, 'ChatOrderStatus');
  order.order.status = 'FULFILLED';
  order.order.tracking = ['https://track.example.com/1Z999AA10123456784', 'BR123456789'];
  const chat = until(whole, 15, { payment: whole.payment });
  return {
    chat: { ...chat, messages: chat.messages.with(14, { ...chat.messages[14]!, parts: [order] }) },
  };
};

const declined: Cut = (whole) => {
  const { chat } = withPayment('REFUSED')(whole);
  const quote = whole.messages[10]!;
  const parts = [
    notice('PROBLEM', 'Your card was declined, nothing was charged.'),
    partOf(whole, 'ChatQuote'),
  ];
  const again = { ...quote, id: 'again', sequence: 13, text: 'Your card was declined.', parts };
  return { chat: { ...chat, messages: [...chat.messages, again], lastSequence: 13 } };
};

const many = (count: number): Cut => {
  return (whole) => ({
    chat: withMessages(
      whole,
      Array.from(
        { length: count },
        (_, at) =>
          ({
            text: at % 7 ? `Message ${at + 2}` : `Message ${at + 2} of several lines. `.repeat(6),
            author: at % 2 ? 'ASSISTANT' : 'SHOPPER',
          }) as const,
      ),
    ),
  });
};

const payMethod = (id: string, needsTaxId = false) =>
  ({ __typename: 'ChatPayMethod', id, needsTaxId }) as const;

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
    part.methods.unshift(payMethod('pix', true));
  }
  return { chat };
}

export const STATES: Record<string, Cut> = {
  greeting: upTo(1),
  'sold-out': soldOut,
  options: upTo(3),
  variants: upTo(5),
  'variants-list': list,
  sale,
  search,
  cart: upTo(6),
  'cart-many': manyLines,
  'cart-trouble': troubledLines,
  'cart-empty': emptyCart,
  promo: upTo(7),
  'gift-card': giftCard,
  details: upTo(8),
  'details-wrong': upTo(9),
  billing,
  delivery: upTo(10),
  quote: upTo(11),
  'quote-collection': collection,
  'quote-free': free,
  'quote-methods': methods,
  paying: withPayment('OPEN'),
  processing: withPayment('PROCESSING'),
  paid: withPayment('PAID'),
  expired: withPayment('EXPIRED'),
  'pix-quote': pixQuote,
  pix: byPix('OPEN'),
  'pix-paid': byPix('PAID'),
  'pix-expired': byPix('EXPIRED'),
  refused: withPayment('REFUSED'),
  cancelled: withPayment('CANCELLED'),
  unknown: withPayment('UNKNOWN'),
  held: withPayment('HELD'),
  refunded: withPayment('REFUNDED', true),
  declined,
  receipt: (whole) => ({ chat: until(whole, 13, { payment: whole.payment }) }),
  order: (whole) => ({ chat: until(whole, 15, { payment: whole.payment }) }),
  sent,
  typing: upTo(4, { pending: true }),
  thinking: upTo(4, { pending: true, stoppable: true }),
  streaming: (whole) => ({
    chat: until(whole, 2, { pending: true, stoppable: true }),
    streams:
      'The **Essential Tee** is cut from organic cotton of 180 g/m². It keeps its shape after many',
  }),
  words: (whole) => ({
    chat: withMessages(whole, [
      { text: WORDS[0]!, author: 'SHOPPER', parts: [] },
      ...WORDS.map((text) => ({ text })),
    ]),
  }),
  notices,
  long: many(1000),
  consent: (whole) => ({ ...upTo(1)(whole), consent: true }),
  closed: (whole) => ({ ...upTo(1)(whole), server: 'closed' }),
  down: (whole) => ({ ...upTo(1)(whole), server: 'down' }),
  offline: (whole) => ({ ...upTo(3)(whole), server: 'offline' }),
};

/** The state of a name from a whole recorded purchase, its pictures from `origin`. */
export function recordedState(name: string, whole: Conversation, origin: string) {
  const text = JSON.stringify(whole).replace(
    /http:\/\/127\.0\.0\.1:\d+\/media\/[\w-]+\.svg/g,
    `${origin}/tee.svg`,
  );
  return (STATES[name] ?? STATES['greeting']!)(JSON.parse(text) as Conversation);
}
