import { StrictMode, createRef } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { act, cleanup, render } from '@testing-library/react';
import { AgentPayWidget, type AgentPayWidgetHandle } from '../../src/index.js';
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

test('its handle sends, and hears of the answer', async () => {
  const handle = createRef<AgentPayWidgetHandle>();
  const heard: string[] = [];
  render(<AgentPayWidget {...PROPS} ref={handle} onMessage={({ text }) => heard.push(text)} />);
  await drawn();

  act(() => handle.current!.send('hi'));
  await later();

  expect(heard).toEqual(['hi', 'reply to hi']);
});

test('who is held out sees nothing', async () => {
  render(<AgentPayWidget {...PROPS} experimentShare={1} />);
  await later();

  expect(root()).toBeNull();
  expect(server.calls.map(({ variables }) => variables['arm'])).toEqual(['holdout']);
});

test('nothing is left when it goes', async () => {
  const { unmount } = render(<AgentPayWidget {...PROPS} />);
  await later();

  unmount();

  expect(root()).toBeNull();
});
