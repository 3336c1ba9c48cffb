import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEmitter } from '../../src/core/events.js';
import { createHost } from '../../src/core/host.js';
import type { PanelContext } from '../../src/script/api.js';
import { mount } from '../../src/script/panel.js';
import { OPTIONS } from '../chats.js';
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

async function opened(options: Partial<PanelContext['options']> = {}) {
  const { host, root } = createHost({});
  document.body.append(host);
  const panel = await mount({
    root,
    options: { ...OPTIONS, ...options },
    locale: 'en',
    emitter: createEmitter(),
    button: { show: () => undefined, focus: () => undefined },
  });
  panel.open();
  await vi.waitFor(() => expect(root.textContent).toContain('Hello!'));
  const header = () => root.querySelector('header')?.textContent;
  const language = () => root.querySelector('[lang]')?.getAttribute('lang');
  return { panel, header, language };
}

test('the widget goes over to the language that the chat goes over to, and stays there', async () => {
  const { panel, header, language } = await opened();
  await vi.waitFor(() => expect(header()).toContain('Shop assistant'));

  server.locale = 'es';
  panel.send('hola, ¿tienen esta camiseta?');

  await vi.waitFor(() => expect(header()).toContain('Asistente de la tienda'));
  expect(language()).toBe('es');
  panel.destroy();

  const again = await opened();
  await vi.waitFor(() => expect(again.header()).toContain('Asistente de la tienda'));
  again.panel.destroy();
});

test('a page that was loaded anew before the answer came goes over, too', async () => {
  const { panel } = await opened();
  panel.destroy();
  server.locale = 'es';

  const again = await opened();

  await vi.waitFor(() => expect(again.header()).toContain('Asistente de la tienda'));
  again.panel.destroy();
});

test('a new conversation begins in the language of the page', async () => {
  const { panel, header } = await opened();
  server.locale = 'es';
  panel.send('hola, ¿tienen esta camiseta?');
  await vi.waitFor(() => expect(header()).toContain('Asistente de la tienda'));

  server.locale = 'en';
  panel.reset();

  await vi.waitFor(() => expect(header()).toContain('Shop assistant'));
  panel.destroy();
});

test("a shop's own words are in the language of its page alone", async () => {
  const { panel, header } = await opened({ texts: { title: 'Ask Ada' } });
  await vi.waitFor(() => expect(header()).toContain('Ask Ada'));

  server.locale = 'es';
  panel.send('hola, ¿tienen esta camiseta?');

  await vi.waitFor(() => expect(header()).toContain('Asistente de la tienda'));
  panel.destroy();
});

test('a chat that was begun in another language than the page changes no words of it', async () => {
  server.locale = 'es';
  const { panel, header } = await opened();

  panel.send('hola');
  await vi.waitFor(() => expect(server.messages).toHaveLength(3));

  expect(header()).toContain('Shop assistant');
  panel.destroy();
});
