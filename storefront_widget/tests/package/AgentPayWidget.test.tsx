import { StrictMode, createRef, useEffect, useRef, useState } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { act, cleanup, render } from '@testing-library/react';
import { AgentPayWidget, type AgentPayWidgetHandle } from '../../src/index.js';
import { callsOf, closeTabs, openTab } from '../chats.js';
import { type FakeServer, fakeServer } from '../server.js';

const PROPS = { apiUrl: 'https://shop.example/graphql/', channel: 'default-channel', locale: 'en' };
let server: FakeServer;

const later = () => act(() => new Promise((done) => setTimeout(done, 30)));
// The words come in a file of their own.
const drawn = () => vi.waitFor(() => expect(button()).toBeTruthy(), 5_000);
const root = () => document.querySelector('[data-agentpay-chat]')?.shadowRoot ?? null;
const button = () =>
  root()?.querySelector<HTMLButtonElement>('[data-testid="chat-button"]') ?? null;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  server = fakeServer();
  vi.stubGlobal('fetch', server.fetch);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('a server draws nothing', () => {
  expect(renderToString(<AgentPayWidget {...PROPS} />)).toBe('');
});

test('the button opens the panel, also in strict mode; the focus comes back to it', async () => {
  const onOpened = vi.fn();
  render(
    <StrictMode>
      <AgentPayWidget {...PROPS} productSlug="tee" onOpened={onOpened} />
    </StrictMode>,
  );
  await drawn();
  expect(document.querySelectorAll('[data-agentpay-chat]')).toHaveLength(1);

  act(() => button()!.click());
  await later();
  expect(root()!.textContent).toContain('Hello!');
  expect(onOpened).toHaveBeenCalledOnce();
  const started = server.calls.filter(({ name }) => name === 'chatStart');
  expect(started.map(({ variables }) => variables['input'])).toMatchObject([
    { product: { slug: 'tee' } },
  ]);

  act(() => button()!.click());
  expect(root()!.querySelector('[role="dialog"]')?.hasAttribute('hidden')).toBe(true);
  expect(root()!.activeElement).toBe(button());
});

test('the words go over to the language that the shopper writes in', async () => {
  const handle = createRef<AgentPayWidgetHandle>();
  render(<AgentPayWidget {...PROPS} ref={handle} texts={{ title: 'Ask Ada' }} />);
  await drawn();
  act(() => button()!.click());
  await later();
  expect(root()!.querySelector('header')!.textContent).toContain('Ask Ada');

  server.locale = 'pt-BR';
  act(() => handle.current!.send('oi, vocês têm essa camiseta?'));

  const header = () => root()!.querySelector('header')!.textContent;
  await vi.waitFor(() => expect(header()).toContain('Assistente da loja'));
});

test('a visit is counted once, also when strict mode mounts everything twice', async () => {
  render(
    <StrictMode>
      <AgentPayWidget {...PROPS} />
    </StrictMode>,
  );
  await drawn();
  await later();

  expect(callsOf(server, 'chatVisit')).toHaveLength(1);
});

test('its handle can be used before anything is drawn, and knows the visitor', async () => {
  function Page() {
    const chat = useRef<AgentPayWidgetHandle>(null);
    const [visitor, setVisitor] = useState<string | null>(null);
    useEffect(() => {
      chat.current!.send('hi');
      setVisitor(chat.current!.visitorId);
    }, []);
    return (
      <>
        <AgentPayWidget {...PROPS} ref={chat} />
        <output>{visitor}</output>
      </>
    );
  }

  render(<Page />);
  await drawn();
  await later();

  expect(root()!.textContent).toContain('reply to hi');
  const [visit] = callsOf(server, 'chatVisit');
  expect(document.querySelector('output')!.textContent).toBe(visit!.variables['visitorId']);
});

test('a panel that was open in this tab opens again on the next page', async () => {
  const first = render(<AgentPayWidget {...PROPS} />);
  await drawn();
  act(() => button()!.click());
  await later();
  first.unmount();

  render(<AgentPayWidget {...PROPS} />);
  await drawn();
  await later();

  expect(root()!.querySelector('[role="dialog"]')?.hasAttribute('hidden')).toBe(false);
  expect(callsOf(server, 'chatStart')).toHaveLength(1);
});

test('the button tells what came of a payment that was awaited', async () => {
  localStorage.setItem('agentpay:awaited', '1');
  const first = openTab(server);
  first.open();
  await later();
  closeTabs();
  server.say('Thank you! Your order is placed.');

  render(<AgentPayWidget {...PROPS} />);
  await drawn();
  await later();

  expect(button()!.getAttribute('aria-label')).toBe('Chat with us, 1 new message');
});

test('what is said later counts: language, cart, customer', async () => {
  const { rerender } = render(<AgentPayWidget {...PROPS} />);
  await drawn();

  rerender(
    <AgentPayWidget {...PROPS} locale="es" checkoutId="checkout-1" customerToken="saleor-token" />,
  );
  await vi.waitFor(() => expect(button()!.getAttribute('aria-label')).toBe('Chatea con nosotros'));
  act(() => button()!.click());
  await later();

  const [start] = callsOf(server, 'chatStart');
  expect(start!.authorization).toBe('Bearer saleor-token');
  expect(start!.variables['input']).toMatchObject({ locale: 'es', checkoutId: 'checkout-1' });
});

test('its handle sends, and hears of the answer', async () => {
  const handle = createRef<AgentPayWidgetHandle>();
  const heard: string[] = [];
  render(<AgentPayWidget {...PROPS} ref={handle} onMessage={({ text }) => heard.push(text)} />);
  await drawn();

  act(() => handle.current!.send('hi'));
  await later();

  expect(heard).toEqual(['hi', 'reply to hi']);
});

test('who is held out sees nothing, whatever the page asks for, and is known by their id', async () => {
  const handle = createRef<AgentPayWidgetHandle>();
  render(<AgentPayWidget {...PROPS} experimentShare={1} ref={handle} />);
  act(() => handle.current!.open());
  await later();

  expect(handle.current!.visitorId).toBe(server.calls[0]!.variables['visitorId']);
  expect(root()).toBeNull();
  expect(server.calls.map(({ variables }) => variables['arm'])).toEqual(['holdout']);
});

test('nothing is left when it goes', async () => {
  const { unmount } = render(<AgentPayWidget {...PROPS} />);
  await drawn();
  act(() => button()!.click());
  await later();

  unmount();
  const before = server.calls.length;
  window.dispatchEvent(new Event('online'));
  document.dispatchEvent(new Event('visibilitychange'));
  await later();

  expect(root()).toBeNull();
  expect(document.documentElement.style.overflow).toBe('');
  expect(server.calls.length).toBe(before);
});
