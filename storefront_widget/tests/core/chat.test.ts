import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { STALE_AFTER } from '../../src/core/outbox.js';
import { unreadOf } from '../../src/core/state.js';
import { callsOf, closeTabs, openTab, textsOf } from '../chats.js';
import { makeCart, makeLine } from '../components/goods.js';
import { fakeServer, makePayment } from '../server.js';

const settle = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-22T10:00:00Z') });
  localStorage.clear();
});

afterEach(() => {
  closeTabs();
  vi.useRealTimers();
});

test('nothing is asked of the server before the panel is opened', async () => {
  const server = fakeServer();
  openTab(server);

  await settle(60_000);

  expect(server.calls).toEqual([]);
});

test('opening begins a conversation once, about the product of the page', async () => {
  const server = fakeServer();
  const chat = openTab(server, {
    productSlug: 'tee',
    checkoutId: 'checkout-1',
    visitorId: 'v1',
    locale: 'es',
  });

  chat.open();
  chat.open();
  await settle();

  expect(callsOf(server, 'chatStart').map(({ variables }) => variables['input'])).toEqual([
    {
      channel: 'default-channel',
      locale: 'es',
      product: { slug: 'tee' },
      pageUrl: location.origin + location.pathname,
      visitorId: 'v1',
      checkoutId: 'checkout-1',
    },
  ]);
  expect(callsOf(server, 'chatEventTrack').map(({ variables }) => variables['name'])).toEqual([
    'chat_opened',
  ]);
  expect(textsOf(chat)).toEqual(['Hello!']);
  expect(chat.getState().phase).toBe('ready');
});

test('a reload finds the conversation and counts no second opening', async () => {
  const server = fakeServer();
  openTab(server).open();
  await settle();
  closeTabs();

  const chat = openTab(server);
  chat.open();
  await settle();

  expect(callsOf(server, 'chatStart')).toHaveLength(1);
  expect(callsOf(server, 'chatEventTrack')).toHaveLength(1);
  expect(textsOf(chat)).toEqual(['Hello!']);
});

test('with consent asked for nothing is sent before the shopper agrees', async () => {
  const server = fakeServer();
  const chat = openTab(server, { consent: true });
  chat.open();
  await settle();
  expect(chat.getState().phase).toBe('consent');
  expect(server.calls).toEqual([]);

  chat.agree();
  await settle();

  expect(chat.getState().phase).toBe('ready');
});

test('a message stands at once, is sent, and is answered', async () => {
  const server = fakeServer();
  const chat = openTab(server);
  chat.open();
  await settle();

  chat.send('  Do you have it in M?  ');
  expect(chat.getState().outbox.map(({ text }) => text)).toEqual(['Do you have it in M?']);
  await settle();

  expect(textsOf(chat)).toEqual([
    'Hello!',
    'Do you have it in M?',
    'reply to Do you have it in M?',
  ]);
  expect(chat.getState().outbox).toEqual([]);
});

test('messages go one after the other, in the order they were written', async () => {
  const server = fakeServer();
  const chat = openTab(server);
  chat.open();
  await settle();

  for (const text of ['one', 'two', 'three']) chat.send(text);
  await settle();

  expect(callsOf(server, 'chatMessageSend').map(({ variables }) => variables.text)).toEqual([
    'one',
    'two',
    'three',
  ]);
});

test('a send is tried again with the same id, and not once its message is seen to be there: nothing is stored twice', async () => {
  const server = fakeServer();
  server.fail('chatMessageSend', { status: 502 }, { code: 'INTERNAL' }, 'lost answer');
  const chat = openTab(server);
  chat.open();
  await settle();

  chat.send('once');
  await settle(60_000);

  const ids = callsOf(server, 'chatMessageSend').map(({ variables }) => variables.clientId);
  expect(ids).toHaveLength(3);
  expect(new Set(ids).size).toBe(1);
  expect(server.messages.filter(({ text }) => text === 'once')).toHaveLength(1);
  expect(textsOf(chat)).toEqual(['Hello!', 'once', 'reply to once']);
});

test('what is in the conversation counts as sent, though its answer was lost', async () => {
  const server = fakeServer();
  server.fail('chatMessageSend', 'lost answer');
  const chat = openTab(server);
  chat.open();
  await settle();

  chat.send('once');
  await settle(100); // the next try comes after a second

  expect(chat.getState().outbox).toEqual([]);
  expect(textsOf(chat)).toEqual(['Hello!', 'once', 'reply to once']);
  await settle(60_000);
  expect(callsOf(server, 'chatMessageSend')).toHaveLength(1);
});

test('a conversation is found behind the closed panel, and none is begun', async () => {
  const server = fakeServer();
  const first = openTab(server);
  first.resume();
  await settle();
  expect(server.calls).toEqual([]);
  first.open();
  await settle();
  first.destroy();
  server.say('Your payment has arrived.');

  const second = openTab(server);
  second.resume();
  await settle();

  expect(unreadOf(second.getState())).toBe(1);
  expect(callsOf(server, 'chatStart')).toHaveLength(1);
});

test('what could not be sent survives the tab, and goes out in the next one', async () => {
  const server = fakeServer();
  const first = openTab(server);
  first.open();
  await settle();
  server.fail('chatMessageSend', 'unreachable');
  first.send('keep me');
  await settle();
  closeTabs();

  const second = openTab(server);
  expect(second.getState().outbox.map(({ text, tries }) => [text, tries])).toEqual([
    ['keep me', 1],
  ]);
  second.open();
  await settle();

  expect(textsOf(second)).toEqual(['Hello!', 'keep me', 'reply to keep me']);
});

test('a try is made at once when the network is back', async () => {
  const server = fakeServer();
  const chat = openTab(server);
  chat.open();
  await settle();
  server.fail('chatMessageSend', 'unreachable', 'unreachable');
  chat.send('hi');
  await settle(1_500);
  expect(callsOf(server, 'chatMessageSend')).toHaveLength(2);

  dispatchEvent(new Event('online'));
  await settle();

  expect(textsOf(chat)).toContain('reply to hi');
});

test('a text that the server refuses stays to be mended, and what follows it goes on', async () => {
  const server = fakeServer();
  const chat = openTab(server);
  const errors: unknown[] = [];
  chat.on('error', (error) => errors.push(error));
  chat.open();
  await settle();
  server.fail('chatMessageSend', { code: 'TOO_LONG' });

  chat.send('too long');
  chat.send('short');
  await settle();

  expect(chat.getState().outbox.map(({ text, refusal }) => [text, refusal])).toEqual([
    ['too long', 'refused: TOO_LONG'],
  ]);
  expect(textsOf(chat)).toContain('reply to short');
  expect(errors).toEqual([{ code: 'TOO_LONG', message: 'refused: TOO_LONG' }]);

  chat.retry(chat.getState().outbox[0]!.clientId);
  await settle();
  expect(textsOf(chat)).toContain('reply to too long');
});

test('a tap that the server refuses is gone, and says why', async () => {
  const server = fakeServer();
  const chat = openTab(server);
  chat.open();
  await settle();
  server.fail('chatActionSubmit', { code: 'INVALID' });

  chat.act({ checkOut: true });
  await settle();

  expect(chat.getState().outbox).toEqual([]);
  expect(chat.getState().problem).toEqual({ code: 'INVALID', message: 'refused: INVALID' });
});

test('an id that is taken is changed', async () => {
  const server = fakeServer();
  const chat = openTab(server);
  chat.open();
  await settle();
  server.fail('chatMessageSend', { code: 'CLIENT_ID_REUSED' });

  chat.send('hi');
  await settle();

  const ids = callsOf(server, 'chatMessageSend').map(({ variables }) => variables.clientId);
  expect(new Set(ids).size).toBe(2);
  expect(textsOf(chat)).toContain('reply to hi');
});

test('words for a conversation that is gone go into a new one; taps on its cards do not', async () => {
  const server = fakeServer();
  const chat = openTab(server);
  chat.open();
  await settle();
  server.isGone = true;
  server.messages.length = 0;

  chat.send('still there?');
  chat.act({ checkOut: true });
  await settle(5_000);

  expect(callsOf(server, 'chatStart')).toHaveLength(2);
  expect(textsOf(chat)).toEqual(['Hello!', 'still there?', 'reply to still there?']);
  expect(callsOf(server, 'chatActionSubmit')).toHaveLength(0);
});

test('what waited for a day is not sent without being asked', async () => {
  const server = fakeServer();
  const first = openTab(server);
  first.open();
  await settle();
  server.fail('chatMessageSend', 'unreachable');
  first.send('old');
  await settle();
  closeTabs();
  vi.setSystemTime(Date.now() + STALE_AFTER);

  const second = openTab(server);
  second.open();
  await settle(60_000);

  expect(callsOf(server, 'chatMessageSend')).toHaveLength(1);
  expect(second.getState().outbox.map(({ refusal }) => refusal)).toEqual(['']);
});

test('without a socket the chat asks: sooner while a reply is made, and says so', async () => {
  const server = fakeServer();
  const chat = openTab(server);
  chat.open();
  await settle();
  server.pending = true;
  chat.send('think');
  await settle();
  expect(chat.getState()).toMatchObject({ connection: 'polling', isTyping: true });

  server.pending = false;
  server.say('thought');
  await settle(1_300);

  expect(textsOf(chat)).toEqual(['Hello!', 'think', 'thought']);
  expect(chat.getState().isTyping).toBe(false);
});

test('a server that cannot be reached is told, and asked ever more seldom', async () => {
  const server = fakeServer();
  const chat = openTab(server);
  chat.open();
  await settle();
  server.fail('chat', ...Array.from({ length: 50 }, () => 'unreachable' as const));

  await settle(6_000);
  expect(chat.getState().connection).toBe('offline');
  await settle(60_000);

  expect(callsOf(server, 'chat').length).toBeLessThan(8);
});

test('a chat that cannot begin tries again by itself', async () => {
  const server = fakeServer();
  server.fail('chatStart', 'unreachable', { code: 'SHOP_UNAVAILABLE' });
  const chat = openTab(server);
  chat.open();
  await settle();
  expect(chat.getState().phase).toBe('failed');

  await settle(30_000);

  expect(chat.getState().phase).toBe('ready');
});

test('a shop without a chat is not asked again', async () => {
  const server = fakeServer();
  server.fail('chatStart', { code: 'CHAT_CLOSED' });
  const chat = openTab(server);
  chat.open();
  await settle(120_000);

  expect(chat.getState().phase).toBe('closed');
  expect(server.calls).toHaveLength(1);
});

test('a payment that was confirmed while nobody looked is there on waking, and told once', async () => {
  const server = fakeServer();
  const chat = openTab(server);
  const told: unknown[] = [];
  chat.on('payment_completed', (event) => told.push(event));
  chat.open();
  await settle();
  server.payment = makePayment();
  document.dispatchEvent(new Event('visibilitychange'));
  await settle();
  server.payment = makePayment({ state: 'ORDERED', pageUrl: null });

  document.dispatchEvent(new Event('visibilitychange'));
  await settle();
  document.dispatchEvent(new Event('visibilitychange'));
  await settle();

  expect(chat.getState().payment?.state).toBe('ORDERED');
  expect(told).toEqual([{ chargeId: 'charge-1', amount: makePayment().amount, orderNumber: null }]);
});

test('the page hears of new messages, and not of the history', async () => {
  const server = fakeServer();
  const chat = openTab(server);
  const heard: string[] = [];
  chat.on('message', ({ author, text }) => heard.push(`${author} ${text}`));
  chat.open();
  await settle();

  chat.send('hi');
  await settle();

  expect(heard).toEqual(['SHOPPER hi', 'ASSISTANT reply to hi']);
});

test('a listener of the page that throws ends nothing', async () => {
  const reported = vi.fn();
  vi.stubGlobal('reportError', reported);
  const server = fakeServer();
  const chat = openTab(server);
  chat.on('message', () => {
    throw new Error('of the page');
  });
  chat.open();
  await settle();

  chat.send('hi');
  await settle();

  expect(textsOf(chat)).toContain('reply to hi');
  expect(reported).toHaveBeenCalled();
  vi.unstubAllGlobals();
});

test('a customer who logs in before anything was said gets a conversation of their own', async () => {
  const server = fakeServer();
  const chat = openTab(server);
  chat.open();
  await settle();

  chat.identify('saleor-token');
  await settle();

  expect(callsOf(server, 'chatStart').map(({ authorization }) => authorization)).toEqual([
    null,
    'Bearer saleor-token',
  ]);
  expect(JSON.stringify(localStorage)).not.toContain('saleor-token');
});

test('a conversation that was begun for the customer is found again, not begun again', async () => {
  const server = fakeServer();
  const first = openTab(server, { checkoutId: 'checkout-1' });
  first.identify('saleor-token');
  first.open();
  await settle();
  closeTabs();

  const chat = openTab(server, { checkoutId: 'checkout-1' });
  chat.open();
  await settle();
  chat.identify('a newer token of theirs');
  await settle();

  expect(callsOf(server, 'chatStart')).toHaveLength(1);
});

test('the conversation of a customer who logs out is left', async () => {
  const server = fakeServer();
  const chat = openTab(server);
  chat.identify('saleor-token');
  chat.open();
  await settle();
  chat.send('Where is my order?');
  await settle();
  server.messages.length = 0;

  chat.identify(null);
  await settle();

  expect(textsOf(chat)).toEqual(['Hello!']);
  expect(callsOf(server, 'chatStart').map(({ authorization }) => authorization)).toEqual([
    'Bearer saleor-token',
    null,
  ]);
});

test('a conversation is about what it was begun for, also when the page goes on meanwhile', async () => {
  const server = fakeServer();
  const fetch: typeof server.fetch = (...call) => {
    chat.setProduct({ slug: 'mug' });
    return server.fetch(...call);
  };
  const chat = openTab(server, { productSlug: 'tee' }, { fetch });

  chat.open();
  await settle();

  expect(chat.getState()).toMatchObject({ about: { slug: 'tee' }, product: { slug: 'mug' } });
});

test("the storefront's cart that is made later is taken", async () => {
  const server = fakeServer();
  const chat = openTab(server);
  chat.open();
  chat.attachCheckout('checkout-1'); // while the conversation is being begun
  await settle();
  const checkouts = () =>
    callsOf(server, 'chatStart').map(
      ({ variables }) => (variables['input'] as { checkoutId: string }).checkoutId,
    );
  expect(checkouts()).toEqual(['checkout-1']);

  chat.attachCheckout('checkout-2');
  await settle();
  expect(checkouts()).toEqual(['checkout-1', 'checkout-2']);

  chat.send('hi');
  await settle();
  chat.attachCheckout('checkout-3');
  chat.attachCheckout('checkout-3');
  await settle();
  expect(checkouts()).toEqual(['checkout-1', 'checkout-2']);
  expect(callsOf(server, 'chatActionSubmit').map(({ variables }) => variables['action'])).toEqual([
    { joinCart: { checkoutId: 'checkout-3' } },
  ]);
});

test("goods in the chat's own cart are not left for the storefront's", async () => {
  const server = fakeServer();
  server.cart = makeCart({ lines: [makeLine()] });
  const chat = openTab(server);
  chat.open();
  await settle();
  chat.send('hi');
  await settle();

  chat.attachCheckout('checkout-2');
  await settle();

  expect(callsOf(server, 'chatActionSubmit')).toEqual([]);
});

test('the page hears of the cart whenever it changes', async () => {
  const server = fakeServer();
  const heard: unknown[] = [];
  const chat = openTab(server);
  chat.on('cart_changed', (event) => heard.push(event));
  chat.open();
  await settle();
  const cart = makeCart({ id: 'checkout-1', version: '1', lines: [makeLine({ quantity: 2 })] });

  server.say('In your cart.', [{ __typename: 'ChatCartSummary', cart }]);
  server.cart = cart;
  await settle(10_000);
  expect(heard).toEqual([{ checkoutId: 'checkout-1', quantity: 2 }]);

  server.cart = null; // it became an order
  await settle(10_000);
  expect(heard.slice(1)).toEqual([{ checkoutId: null, quantity: 0 }]);
});

test.each(['chatStart', 'chatMessageSend'])(
  'a chat that is taken away during %s asks nothing more',
  async (name) => {
    const server = fakeServer();
    server.fail(name, { code: 'SHOP_UNAVAILABLE' });
    const chat = openTab(server);
    chat.open();
    chat.send('hi');
    await vi.waitFor(() => expect(callsOf(server, name)).toHaveLength(1));

    chat.destroy();
    await settle();
    const before = server.calls.length;
    await settle(120_000);
    window.dispatchEvent(new Event('online'));
    await settle(120_000);

    expect(server.calls.length).toBe(before);
  },
);

test('restart leaves the conversation and what was not sent', async () => {
  const server = fakeServer();
  const chat = openTab(server);
  chat.open();
  await settle();
  chat.send('hi');
  await settle();
  server.messages.length = 0;

  chat.restart();
  await settle();

  expect(textsOf(chat)).toEqual(['Hello!']);
  expect(chat.getState()).toMatchObject({ phase: 'ready', isOpen: true });
});
