import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { callsOf, closeTabs, openTab, textsOf } from '../chats.js';
import { fakeServer } from '../server.js';

const settle = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);

// Browsers tell the other tabs of what one writes; here all tabs are in one page, and are told by hand.
function tellTabs(key: string) {
  dispatchEvent(new StorageEvent('storage', { key, storageArea: localStorage }));
}

const keyOf = (end: string) =>
  Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at)!).find((key) =>
    key.endsWith(end),
  )!;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-22T10:00:00Z') });
  localStorage.clear();
});

afterEach(() => {
  closeTabs();
  vi.useRealTimers();
});

test('a second tab joins the conversation of the first', async () => {
  const server = fakeServer();
  const [one, two] = [openTab(server), openTab(server)];
  one.open();
  await settle();
  one.send('hi');
  await settle();

  two.open();
  await settle();

  expect(callsOf(server, 'chatStart')).toHaveLength(1);
  expect(textsOf(two)).toEqual(['Hello!', 'hi', 'reply to hi']);
});

test('two tabs that open at the same time begin one conversation', async () => {
  const server = fakeServer();
  const locks = queueingLocks();
  const [one, two] = [openTab(server, {}, { locks }), openTab(server, {}, { locks })];

  one.open();
  two.open();
  await settle();

  expect(callsOf(server, 'chatStart')).toHaveLength(1);
  expect(two.getState().phase).toBe('ready');
});

test('a lock that a sleeping tab holds is not waited for forever', async () => {
  const server = fakeServer();
  const chat = openTab(server, {}, { locks: heldLocks() });

  chat.open();
  await settle(5_000);

  expect(chat.getState().phase).toBe('ready');
});

test('what waits in one tab stands in the other, and is sent once', async () => {
  const server = fakeServer();
  const locks = queueingLocks();
  const [one, two] = [openTab(server, {}, { locks }), openTab(server, {}, { locks })];
  one.open();
  two.open();
  await settle();
  server.fail('chatMessageSend', 'unreachable');
  one.send('hi');
  await settle();

  tellTabs(keyOf(two.getState().outbox[0]?.clientId ?? one.getState().outbox[0]!.clientId));
  expect(two.getState().outbox.map(({ text }) => text)).toEqual(['hi']);
  dispatchEvent(new Event('online'));
  await settle(10_000);

  expect(server.messages.filter(({ text }) => text === 'hi')).toHaveLength(1);
  expect(textsOf(one)).toEqual(['Hello!', 'hi', 'reply to hi']);
  expect(textsOf(two)).toEqual(['Hello!', 'hi', 'reply to hi']);
});

test('a restart in one tab takes the other along', async () => {
  const server = fakeServer();
  const [one, two] = [openTab(server), openTab(server)];
  one.open();
  await settle();
  two.open();
  await settle();
  server.messages.length = 0;
  server.say('A new beginning');

  one.restart();
  await settle();
  tellTabs(keyOf(':token'));
  await settle();

  expect(textsOf(two)).toEqual(['A new beginning']);
});

test('what is read in one tab is not unread in the other', async () => {
  const server = fakeServer();
  const [one, two] = [openTab(server), openTab(server)];
  one.open();
  await settle();
  two.open();
  await settle();
  two.close();
  one.send('hi');
  await settle();

  tellTabs(keyOf(':seen'));

  expect(two.getState().seen).toBe(3);
});

function queueingLocks(): LockManager {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request: (_name: string, _options: unknown, work: () => Promise<unknown>) => {
      const mine = last.then(work);
      last = mine.catch(() => undefined);
      return mine;
    },
  } as unknown as LockManager;
}

function heldLocks(): LockManager {
  return {
    request: (_name: string, { signal }: { signal: AbortSignal }) =>
      new Promise((_resolve, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason as Error)),
      ),
  } as unknown as LockManager;
}
