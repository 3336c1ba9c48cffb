import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeSocket, SocketClass } from '../gateway.js';
import { callsOf, closeTabs, openTab, textsOf } from '../chats.js';
import { fakeServer, makeMessage, makePayment } from '../server.js';

const settle = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);

async function openLive(server = fakeServer()) {
  const chat = openTab(
    server,
    { socketUrl: 'wss://live.example/graphql/' },
    { WebSocket: SocketClass },
  );
  chat.open();
  await settle();
  return { chat, server };
}

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  FakeSocket.reset();
});

afterEach(() => {
  closeTabs();
  vi.useRealTimers();
});

test('it subscribes after the newest message it has, and then does not ask', async () => {
  const { chat, server } = await openLive();

  FakeSocket.last.accept();
  await settle(20_000);

  expect(FakeSocket.last).toMatchObject({
    url: 'wss://live.example/graphql/',
    protocol: 'graphql-transport-ws',
    after: 1,
  });
  expect(FakeSocket.last.sent.map(({ type }) => type)).toEqual(['connection_init', 'subscribe']);
  expect(chat.getState().connection).toBe('live');
  expect(callsOf(server, 'chat')).toEqual([]);
});

test('events come in: messages, typing, pieces, payment', async () => {
  const { chat } = await openLive();
  FakeSocket.last.accept();

  FakeSocket.last.event({ __typename: 'ChatTypingEvent', typing: true });
  FakeSocket.last.event({ __typename: 'ChatDeltaEvent', replyId: 'r', index: 0, text: 'Hi' });
  expect(chat.getState()).toMatchObject({ isTyping: true, streaming: { text: 'Hi' } });
  FakeSocket.last.event({
    __typename: 'ChatMessageEvent',
    message: makeMessage(2, { text: 'Hi you' }),
  });
  FakeSocket.last.event({ __typename: 'ChatPaymentEvent', payment: makePayment() });

  expect(textsOf(chat)).toEqual(['Hello!', 'Hi you']);
  expect(chat.getState()).toMatchObject({
    isTyping: false,
    streaming: null,
    payment: { chargeId: 'charge-1' },
  });
});

test('stop is told to the server; what was read stays until the finished message comes', async () => {
  const { chat, server } = await openLive();
  FakeSocket.last.accept();
  FakeSocket.last.event({ __typename: 'ChatDeltaEvent', replyId: 'r', index: 0, text: 'Hi' });

  chat.stop();
  FakeSocket.last.event({ __typename: 'ChatDeltaEvent', replyId: 'r', index: 1, text: ' you' });
  await settle();
  expect(chat.getState()).toMatchObject({ streaming: { text: 'Hi' }, isStopped: true });
  expect(server.calls.at(-1)?.variables).toMatchObject({ action: { stop: true } });
  FakeSocket.last.event({
    __typename: 'ChatMessageEvent',
    message: makeMessage(2, { text: 'Hi' }),
  });

  expect(textsOf(chat)).toEqual(['Hello!', 'Hi']);
  expect(chat.getState()).toMatchObject({ streaming: null, isStopped: false });
});

test('after a drop it asks meanwhile, comes back, and resumes where it was', async () => {
  const { chat, server } = await openLive();
  FakeSocket.last.accept();
  FakeSocket.last.drop(1012);
  expect(chat.getState().connection).toBe('polling');
  server.say('meanwhile');

  await settle(6_000);
  FakeSocket.last.accept();

  expect(FakeSocket.all.length).toBe(2);
  expect(FakeSocket.last.after).toBe(2);
  expect(textsOf(chat)).toEqual(['Hello!', 'meanwhile']);
  expect(chat.getState().connection).toBe('live');
});

test('where no socket can be had it goes on by asking, and tries ever more seldom', async () => {
  FakeSocket.refuses = true;
  const { chat, server } = await openLive();
  server.say('polled');

  await settle(120_000);

  expect(textsOf(chat)).toEqual(['Hello!', 'polled']);
  expect(FakeSocket.all.length).toBeLessThan(10);
});

test('a hole in what the socket brings is filled by asking', async () => {
  const { chat, server } = await openLive();
  FakeSocket.last.accept();
  server.say('two');
  const third = server.say('three');

  FakeSocket.last.event({ __typename: 'ChatMessageEvent', message: third });
  await settle();

  expect(textsOf(chat)).toEqual(['Hello!', 'two', 'three']);
});

test('a connection that has died without a word is found out and replaced', async () => {
  await openLive();
  FakeSocket.last.accept();

  await settle(25_000);
  expect(FakeSocket.last.sent.at(-1)).toEqual({ type: 'ping' });
  await settle(12_000);

  expect(FakeSocket.all.length).toBe(2);
});

test('a ping is answered', async () => {
  await openLive();
  FakeSocket.last.accept();

  FakeSocket.last.frame({ type: 'ping' });

  expect(FakeSocket.last.sent.at(-1)).toEqual({ type: 'pong' });
});

test('a conversation that is gone is left for a new one', async () => {
  const { chat, server } = await openLive();
  FakeSocket.last.accept();
  server.isGone = true;
  server.messages.length = 0;
  server.say('A new one');

  FakeSocket.last.frame({
    id: '1',
    type: 'error',
    payload: [{ message: 'gone', extensions: { code: 'NOT_FOUND' } }],
  });
  await settle();

  expect(callsOf(server, 'chatStart')).toHaveLength(2);
  expect(textsOf(chat)).toEqual(['A new one']);
});

test('a destroyed chat leaves no socket and no timer behind', async () => {
  await openLive();
  FakeSocket.last.accept();

  closeTabs();
  await settle(120_000);

  expect(FakeSocket.all.length).toBe(1);
  expect(FakeSocket.last.readyState).toBe(3);
  expect(vi.getTimerCount()).toBe(0);
});
