import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEmitter } from '../../src/core/events.js';
import { createHost } from '../../src/core/host.js';
import { mount } from '../../src/script/panel.js';
import { OPTIONS, callsOf, closeTabs, openTab } from '../chats.js';
import { type FakeServer, fakeServer } from '../server.js';

let server: FakeServer;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  server = fakeServer();
  vi.stubGlobal('fetch', server.fetch);
});

afterEach(() => {
  document.body.innerHTML = '';
  vi.unstubAllGlobals();
});

async function mounted() {
  const { host, root } = createHost({});
  document.body.append(host);
  const shown: object[] = [];
  const panel = await mount({
    root,
    options: OPTIONS,
    locale: 'en',
    emitter: createEmitter(),
    button: { show: (state) => shown.push(state), focus: () => undefined },
  });
  return { panel, shown };
}

test('the button tells what came of a payment that was awaited', async () => {
  const chat = openTab(server);
  chat.open();
  await vi.waitFor(() => expect(chat.getState().phase).toBe('ready'));
  closeTabs();
  localStorage.setItem('agentpay:awaited', '1');
  server.say('Thank you! Your order is placed.');

  const { panel, shown } = await mounted();

  await vi.waitFor(() =>
    expect(shown.at(-1)).toEqual({
      isOpen: false,
      unread: 1,
      label: 'Chat with us, 1 new message',
    }),
  );
  panel.destroy();
});

test('a panel that is fetched asks nothing before it is opened', async () => {
  const { panel } = await mounted();
  await new Promise((done) => setTimeout(done, 20));
  expect(server.calls).toEqual([]);

  panel.open();
  await vi.waitFor(() => expect(callsOf(server, 'chatStart')).toHaveLength(1));
  panel.destroy();
});
