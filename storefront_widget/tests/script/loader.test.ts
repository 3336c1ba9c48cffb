import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAgentPayChat, install } from '../../src/script/loader.js';
import type { AgentPayChat, Panel, PanelContext } from '../../src/script/api.js';
import { armOf } from '../../src/core/ids.js';

const OPTIONS = {
  apiUrl: 'https://shop.example/graphql/',
  channel: 'default-channel',
  locale: 'en',
};
const HELD_OUT = 'visitor-0';
const visits: Record<string, unknown>[] = [];
let chat: AgentPayChat;

const later = () => new Promise((done) => setTimeout(done));
const host = () => document.querySelector<HTMLElement>('[data-agentpay-chat]');
const button = () => host()?.shadowRoot?.querySelector('button') ?? null;

function fakePanel() {
  const panel = Object.fromEntries(
    [
      'open',
      'close',
      'toggle',
      'send',
      'setProduct',
      'setLocale',
      'identify',
      'attachCheckout',
      'reset',
      'destroy',
    ].map((name) => [name, vi.fn()]),
  ) as unknown as { [Name in keyof Panel]: ReturnType<typeof vi.fn> };
  const load = vi.fn((context: PanelContext) =>
    Promise.resolve(context && (panel as unknown as Panel)),
  );
  return { panel, load };
}

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  visits.length = 0;
  vi.stubGlobal('fetch', (_url: string, { body }: { body: string }) => {
    visits.push((JSON.parse(body) as { variables: Record<string, unknown> }).variables);
    return Promise.resolve(Response.json({ data: { chatVisit: { errors: [] } } }));
  });
});

afterEach(() => {
  chat?.destroy();
  document.body.innerHTML = '';
  vi.unstubAllGlobals();
});

test('it draws a named button, counts the visit, and fetches nothing else', async () => {
  const { load } = fakePanel();
  chat = createAgentPayChat(load);
  chat.init(OPTIONS);
  await later();

  expect(button()?.getAttribute('aria-label')).toBe('Chat with us');
  expect(button()?.dataset['testid']).toBe('chat-button');
  expect(visits).toEqual([{ visitorId: chat.visitorId, channel: 'default-channel', arm: '' }]);
  expect(load).not.toHaveBeenCalled();
});

test('a visitor is counted once a day, and is the same at the next page', async () => {
  chat = createAgentPayChat(fakePanel().load);
  chat.init(OPTIONS);
  await later();
  const first = chat.visitorId;

  chat.init(OPTIONS);
  await later();

  expect(chat.visitorId).toBe(first);
  expect(visits).toHaveLength(1);
  expect(document.querySelectorAll('[data-agentpay-chat]')).toHaveLength(1);
});

test('who is held out is counted and shown nothing, whatever the page asks for', async () => {
  expect(armOf(HELD_OUT, 1)).toBe('holdout');
  const { load } = fakePanel();
  chat = createAgentPayChat(load);

  chat.init({ ...OPTIONS, visitorId: HELD_OUT, experimentShare: 1 });
  chat.open();
  await later();

  expect(visits).toEqual([{ visitorId: HELD_OUT, channel: 'default-channel', arm: 'holdout' }]);
  expect(host()).toBeNull();
  expect(load).not.toHaveBeenCalled();
});

test('a pointer on the button fetches the panel, a click opens it', async () => {
  const { load, panel } = fakePanel();
  chat = createAgentPayChat(load);
  chat.init(OPTIONS);

  button()!.dispatchEvent(new Event('pointerenter'));
  expect(load).toHaveBeenCalledOnce();
  expect(panel.toggle).not.toHaveBeenCalled();
  button()!.click();
  await later();

  expect(load).toHaveBeenCalledOnce();
  expect(panel.toggle).toHaveBeenCalledOnce();
});

test('what the page says before the panel is there is told to it in order', async () => {
  const { load, panel } = fakePanel();
  chat = createAgentPayChat(load);
  chat.init(OPTIONS);
  chat.identify('token');
  chat.setProduct({ slug: 'mug' });
  await later();
  expect(load).not.toHaveBeenCalled();

  chat.send('hello');
  await later();

  expect(panel.identify).toHaveBeenCalledWith('token');
  expect(panel.setProduct).toHaveBeenCalledWith({ slug: 'mug' });
  expect(panel.send).toHaveBeenCalledWith('hello');
  expect(panel.identify.mock.invocationCallOrder[0]!).toBeLessThan(
    panel.send.mock.invocationCallOrder[0]!,
  );
});

test('a panel that could not be fetched is told, and fetched again at the next click', async () => {
  const { panel } = fakePanel();
  const load = vi.fn<(context: PanelContext) => Promise<Panel>>();
  load.mockRejectedValueOnce(new Error('chunk')).mockResolvedValue(panel as unknown as Panel);
  const errors: unknown[] = [];
  chat = createAgentPayChat(load);
  chat.on('error', (error) => errors.push(error));
  chat.init(OPTIONS);

  button()!.click();
  await later();
  expect(errors).toEqual([{ code: 'UNREACHABLE', message: 'Error: chunk' }]);
  button()!.click();
  await later();

  expect(panel.toggle).toHaveBeenCalledOnce();
});

test('the panel shows its state on the button', async () => {
  const { load } = fakePanel();
  chat = createAgentPayChat(load);
  chat.init(OPTIONS);
  chat.open();
  await later();

  load.mock.calls[0]![0].button.show({
    isOpen: false,
    unread: 12,
    label: 'Chat with us, 12 new messages',
  });

  expect(button()?.getAttribute('aria-label')).toBe('Chat with us, 12 new messages');
  expect(button()?.getAttribute('aria-expanded')).toBe('false');
  expect(button()?.textContent).toBe('9+');
});

test('destroy leaves nothing behind', async () => {
  const { load, panel } = fakePanel();
  chat = createAgentPayChat(load);
  chat.init(OPTIONS);
  chat.open();
  await later();

  chat.destroy();

  expect(panel.destroy).toHaveBeenCalledOnce();
  expect(host()).toBeNull();
});

test('a panel that was open in this tab opens again on the next page', async () => {
  sessionStorage.setItem('agentpay:open', '1');
  vi.stubGlobal('requestIdleCallback', (work: () => void) => work());
  const { load, panel } = fakePanel();
  chat = createAgentPayChat(load);

  chat.init(OPTIONS);
  await later();

  expect(panel.open).toHaveBeenCalledOnce();
});

test('the script tag says how: nothing global but AgentPayChat', async () => {
  const before = new Set(Object.keys(window));
  document.body.innerHTML =
    '<script type="text/plain" data-api-url="/graphql/" data-channel="brazil" data-locale="pt-BR" data-consent data-experiment-share="0.5" data-visitor-id="v1" data-texts=\'{"open":"Oi!"}\'></script>';
  const { load } = fakePanel();

  install(load);
  chat = (window as unknown as { AgentPayChat: AgentPayChat }).AgentPayChat;
  await later();

  expect(visits).toEqual([{ visitorId: 'v1', channel: 'brazil', arm: armOf('v1', 0.5) }]);
  expect(Object.keys(window).filter((name) => !before.has(name))).toEqual(['AgentPayChat']);
});
