import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { canStop, INITIAL, withMessages, withSent } from '../../src/core/state.js';
import { callsOf, closeTabs, openTab, textsOf } from '../chats.js';
import { FakeSocket, SocketClass } from '../gateway.js';
import { type FakeServer, fakeServer, makeMessage } from '../server.js';

const settle = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-22T10:00:00Z') });
  localStorage.clear();
  FakeSocket.reset();
});

afterEach(() => {
  closeTabs();
  vi.useRealTimers();
});

const actions = (server: FakeServer) =>
  callsOf(server, 'chatActionSubmit').map(({ variables }) => variables['action']);

async function thinking(server: FakeServer, isLive = false) {
  const chat = isLive
    ? openTab(server, { socketUrl: 'wss://x.example/' }, { WebSocket: SocketClass })
    : openTab(server);
  chat.open();
  await settle();
  if (isLive) FakeSocket.last.accept();
  Object.assign(server, { pending: true, stoppable: true });
  chat.send('Is it warm?');
  await settle();
  return chat;
}

const typing = (is: boolean, stoppable = false) =>
  FakeSocket.last.event({ __typename: 'ChatTypingEvent', typing: is, stoppable });

const piece = (replyId: string, index: number, text: string) =>
  FakeSocket.last.event({ __typename: 'ChatDeltaEvent', replyId, index, text });

test('a reply can be stopped from the send on, once, until it is there', async () => {
  const server = fakeServer();
  const chat = await thinking(server);
  expect(canStop(chat.getState())).toBe(true);

  chat.stop();
  chat.stop();
  expect(canStop(chat.getState())).toBe(false);
  await settle(2_000); // asked again meanwhile, and told by a server that has not heard of it yet

  expect(actions(server)).toEqual([{ stop: true }]);
  expect(chat.getState()).toMatchObject({ isTyping: true, isStopped: true });
  expect(canStop(chat.getState())).toBe(false);

  Object.assign(server, { pending: false, stoppable: false });
  server.say('Stopped.');
  await settle(2_000);

  expect(textsOf(chat)).toEqual(['Hello!', 'Is it warm?', 'Stopped.']);
  expect(chat.getState()).toMatchObject({ isTyping: false, isStoppable: false, isStopped: false });
});

test('stop asks the server nothing while no model makes the reply', async () => {
  const server = fakeServer();
  server.pending = true; // a payment provider is asked
  const chat = openTab(server);
  chat.open();
  chat.send('I have paid');
  await settle();
  const before = server.calls.length;

  chat.stop();
  await settle();

  expect(server.calls.length).toBe(before);
  expect(chat.getState()).toMatchObject({ isTyping: true, isStopped: false });
});

test('no piece is shown of a reply that was stopped before its first word', async () => {
  const server = fakeServer();
  const chat = await thinking(server, true);
  chat.stop();
  await settle();

  piece('r', 0, 'It is ');
  typing(true);
  piece('r', 1, 'warm.');

  expect(chat.getState().streaming).toBeNull();
  FakeSocket.last.event({ __typename: 'ChatMessageEvent', message: server.say('Stopped.') });
  typing(true, true);
  piece('next', 0, 'Soft, ');
  expect(chat.getState().streaming?.text).toBe('Soft, ');
  expect(canStop(chat.getState())).toBe(true);
});

test('what a socket tells of it counts', async () => {
  const server = fakeServer();
  const chat = await thinking(server, true);
  const seen = [canStop(chat.getState())];

  typing(true);
  seen.push(canStop(chat.getState()));
  typing(true, true);
  seen.push(canStop(chat.getState()));
  typing(false);
  seen.push(canStop(chat.getState()));

  expect(seen).toEqual([true, false, true, false]);
});

test('another message goes out while the stopped reply is still to come', async () => {
  const server = fakeServer();
  const chat = await thinking(server);
  chat.stop();

  chat.send('And soft?');
  await settle();

  expect(callsOf(server, 'chatMessageSend').map(({ variables }) => variables.text)).toEqual([
    'Is it warm?',
    'And soft?',
  ]);
  expect(actions(server)).toEqual([{ stop: true }]);
});

test('a stop that is lost leaves the chat as it was', async () => {
  const server = fakeServer();
  const chat = await thinking(server);
  server.fail('chatActionSubmit', 'unreachable');

  chat.stop();
  await settle();
  Object.assign(server, { pending: false, stoppable: false });
  server.say('It is warm.');
  await settle(2_000);

  expect(textsOf(chat).at(-1)).toBe('It is warm.');
  expect(chat.getState()).toMatchObject({ isStopped: false, problem: null });
});

test('an answer to a send that its reply has overtaken leaves nothing to be stopped', () => {
  const question = makeMessage(1, { author: 'SHOPPER' });
  const state = withMessages(INITIAL, [question, makeMessage(2)]);

  const next = withSent(state, { messages: [question], pending: true, stoppable: true });

  expect(next).toMatchObject({ isTyping: false, isStoppable: false });
  expect(canStop(next)).toBe(false);
});

test('nor does one that a person of the shop wrote after, too', () => {
  const begun = withMessages(INITIAL, [makeMessage(1)]);
  const question = makeMessage(2, { author: 'SHOPPER' });
  const told = [question, makeMessage(3), makeMessage(4, { author: 'PERSON' })];
  const overtaken = withMessages(begun, told);

  const now = withSent(overtaken, { messages: [question], pending: true, stoppable: true });

  expect(now).toMatchObject({ isTyping: false, isStoppable: false });
});
