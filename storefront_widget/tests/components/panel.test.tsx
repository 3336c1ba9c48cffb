import { afterEach, expect, test, vi } from 'vitest';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { callsOf, closeTabs } from '../chats.js';
import { FakeSocket, SocketClass } from '../gateway.js';
import { fakeServer, makeMessage } from '../server.js';
import { unreadOf } from '../../src/core/state.js';
import { openPanel } from './panel.js';

afterEach(() => {
  cleanup();
  closeTabs();
  vi.restoreAllMocks();
});

const later = (milliseconds = 20) =>
  act(() => new Promise((done) => setTimeout(done, milliseconds)));

test('it is a dialog with a name, and the field has the focus', async () => {
  await openPanel();

  expect(screen.getByRole('dialog', { name: 'Shop assistant' })).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByTestId('chat-input'));
});

test('Enter sends, Shift and Enter do not, nor does the Enter that ends a word in an input method', async () => {
  const { user, server } = await openPanel();
  const field = screen.getByTestId<HTMLTextAreaElement>('chat-input');
  await user.type(field, 'one{Shift>}{Enter}{/Shift}two');
  expect(server.messages).toHaveLength(1);
  fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
  expect(server.messages).toHaveLength(1);

  await user.type(field, '{Enter}');
  await later();

  expect(server.messages.map(({ text }) => text)).toEqual([
    'Hello!',
    'one\ntwo',
    'reply to one\ntwo',
  ]);
  expect(field.value).toBe('');
});

test('Escape closes', async () => {
  const { user, onClose } = await openPanel();

  await user.keyboard('{Escape}');

  expect(onClose).toHaveBeenCalledOnce();
});

test('finished messages are said politely, the history is not', async () => {
  const { user } = await openPanel();
  const announcer = screen.getByTestId('announcer');
  expect(announcer.getAttribute('aria-live')).toBe('polite');
  expect(announcer.textContent).toBe('Assistant: Hello!');

  await user.type(screen.getByTestId('chat-input'), 'hi{Enter}');
  await later();

  expect(announcer.textContent).toBe('Assistant: reply to hi');
});

test('what a person of the shop writes is named as theirs, and said politely', async () => {
  FakeSocket.reset();
  const live = { socketUrl: 'wss://x.example/' };
  const server = fakeServer();
  const { chat } = await openPanel([], {}, live, server, { WebSocket: SocketClass });
  act(() => FakeSocket.last.accept());
  const message = makeMessage(2, { author: 'PERSON', text: 'How can I help?', parts: [] });

  act(() => FakeSocket.last.event({ __typename: 'ChatMessageEvent', message }));

  const last = [...document.querySelectorAll('.message')].at(-1)!;
  expect(last.querySelector('.by')!.textContent).toBe('A person from the shop: ');
  expect(last.querySelector('.bubble')!.textContent).toBe('How can I help?');
  expect(screen.getByTestId('announcer').textContent).toBe(
    'A person from the shop: How can I help?',
  );
  act(() => chat.close());
  act(() =>
    FakeSocket.last.event({
      __typename: 'ChatMessageEvent',
      message: makeMessage(3, { author: 'PERSON', text: 'Are you there?', parts: [] }),
    }),
  );
  expect(unreadOf(chat.getState())).toBe(1);
});

test('a reply that is being written is shown, not announced, and can be stopped', async () => {
  FakeSocket.reset();
  const live = { socketUrl: 'wss://x.example/' };
  const { chat } = await openPanel([], {}, live, fakeServer(), { WebSocket: SocketClass });
  act(() => FakeSocket.last.accept());
  act(() =>
    FakeSocket.last.event({ __typename: 'ChatDeltaEvent', replyId: 'r', index: 0, text: 'So far' }),
  );
  expect(screen.getByText('So far').closest('[aria-hidden="true"]')).toBeTruthy();
  expect(screen.getByTestId('announcer').textContent).not.toContain('So far');

  fireEvent.click(screen.getByRole('button', { name: 'Stop' }));

  expect(screen.getByText('So far')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
  expect(screen.getByTestId('chat-send')).toBeTruthy();
  expect(chat.getState().isStopped).toBe(true);
});

test('a reply can be stopped before its first word, and the focus stays where it was', async () => {
  const { server, actions } = await openPanel();
  Object.assign(server, { pending: true, stoppable: true });
  fireEvent.change(screen.getByTestId('chat-input'), { target: { value: 'Is it warm?' } });
  fireEvent.click(screen.getByTestId('chat-send'));
  await later();
  const stop = screen.getByRole('button', { name: 'Stop' });
  expect(screen.queryByTestId('chat-send')).toBeNull();
  expect(screen.getByText('The assistant is writing')).toBeTruthy();

  stop.focus();
  fireEvent.click(stop, { detail: 1 });

  expect(screen.queryByText('The assistant is writing')).toBeNull();
  expect(document.activeElement).toBe(screen.getByTestId('chat-send'));
  await later();
  expect(actions()).toEqual([{ stop: true }]);
});

test('the second click of a double click on Send stops nothing', async () => {
  const { server, actions } = await openPanel();
  Object.assign(server, { pending: true, stoppable: true });
  fireEvent.change(screen.getByTestId('chat-input'), { target: { value: 'Is it warm?' } });
  fireEvent.click(screen.getByTestId('chat-send'), { detail: 1 });
  await later();

  fireEvent.click(screen.getByRole('button', { name: 'Stop' }), { detail: 2 });

  expect(actions()).toEqual([]);
  expect(screen.getByRole('button', { name: 'Stop' })).toBeTruthy();
});

test('who writes on while a reply is made can send, and can stop', async () => {
  const { user, server } = await openPanel();
  Object.assign(server, { pending: true, stoppable: true });
  await user.type(screen.getByTestId('chat-input'), 'Is it warm?{Enter}');
  await screen.findByRole('button', { name: 'Stop' });

  await user.type(screen.getByTestId('chat-input'), 'And soft?');

  expect(screen.getByRole('button', { name: 'Stop' })).toBeTruthy();
  await user.click(screen.getByTestId('chat-send'));
  expect(callsOf(server, 'chatMessageSend').map(({ variables }) => variables.text)).toEqual([
    'Is it warm?',
    'And soft?',
  ]);
});

test('while a payment provider is asked there is nothing to stop', async () => {
  const { user, server } = await openPanel();
  Object.assign(server, { pending: true });

  await user.type(screen.getByTestId('chat-input'), 'I have paid{Enter}');

  expect(await screen.findByText('The assistant is writing')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
});

test('before the first message it says what happens to the data, with the policy', async () => {
  const { user } = await openPanel([], { privacyUrl: 'https://shop.example/privacy' });
  expect(screen.getByRole('link', { name: 'Privacy policy' }).getAttribute('href')).toBe(
    'https://shop.example/privacy',
  );

  await user.type(screen.getByTestId('chat-input'), 'hi{Enter}');

  expect(screen.queryByRole('link', { name: 'Privacy policy' })).toBeNull();
});

test('after the first tap it says so no more, also once the tap is answered', async () => {
  const { chat } = await openPanel([], { privacyUrl: 'https://shop.example/privacy' });

  act(() => chat.act({ checkOut: true }));
  await later();

  expect(screen.getByText('reply to a tap')).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Privacy policy' })).toBeNull();
});

test('with consent asked for nothing can be written before it is given', async () => {
  const { user, server } = await openPanel([], {}, { consent: true });
  expect(screen.queryByTestId('chat-input')).toBeNull();
  expect(server.calls).toEqual([]);

  await user.click(screen.getByRole('button', { name: 'Agree and start the chat' }));
  await later();

  expect(screen.getByText('Hello!')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByTestId('chat-input'));
});

test('what could not be sent says so, and is sent again by a tap', async () => {
  const server = fakeServer();
  server.fail('chatMessageSend', 'unreachable', 'unreachable');
  const { user } = await openPanel([], {}, {}, server);
  await user.type(screen.getByTestId('chat-input'), 'hi{Enter}');
  await later();
  expect(screen.getByText('Not sent yet, trying again')).toBeTruthy();

  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await later();

  expect(screen.getByText('reply to hi')).toBeTruthy();
});

test('a text that is refused can be taken away', async () => {
  const server = fakeServer();
  server.fail('chatMessageSend', { code: 'TOO_LONG' });
  const { user } = await openPanel([], {}, {}, server);
  await user.type(screen.getByTestId('chat-input'), 'hi{Enter}');
  await later();
  expect(screen.getByText(/refused: TOO_LONG/)).toBeTruthy();

  await user.click(screen.getByRole('button', { name: 'Remove' }));

  expect(screen.queryByText(/refused/)).toBeNull();
});

test('a new chat is begun only after asking', async () => {
  const { user, server } = await openPanel([[]]);
  await user.click(screen.getByRole('button', { name: 'Start a new chat' }));
  await user.click(screen.getByRole('button', { name: 'Keep this one' }));
  expect(server.calls.filter(({ name }) => name === 'chatStart')).toHaveLength(1);

  await user.click(screen.getByRole('button', { name: 'Start a new chat' }));
  await user.click(screen.getByRole('button', { name: 'Start new' }));
  await later();

  expect(server.calls.filter(({ name }) => name === 'chatStart')).toHaveLength(2);
});

test('another product of the page is offered to talk about', async () => {
  const { user, chat, server } = await openPanel([], {}, { productSlug: 'tee' });
  expect(screen.queryByRole('button', { name: /Ask about/ })).toBeNull();
  act(() => chat.setProduct({ slug: 'mug', name: 'Camp Mug' }));

  await user.click(screen.getByRole('button', { name: 'Ask about Camp Mug' }));
  await later();

  expect(server.messages.map(({ text }) => text)).toContain('Camp Mug');
  expect(screen.queryByRole('button', { name: /Ask about/ })).toBeNull();
});

test('of a long history the last part is drawn, and more when asked for', async () => {
  const server = fakeServer();
  for (let at = 1; at < 200; at += 1) server.say(`line ${at}`);
  const { user, container } = await openPanel([], {}, {}, server);
  expect(container.querySelectorAll('li.message')).toHaveLength(30);

  await user.click(screen.getByRole('button', { name: 'Show earlier messages' }));

  expect(container.querySelectorAll('li.message')).toHaveLength(45);
});

test('words of anyone are words: no element is made of them', async () => {
  const server = fakeServer();
  server.say('<img src=x onerror=alert(1)>[x](javascript:alert(2))<script>alert(3)</script>');
  const { container } = await openPanel([], {}, {}, server);

  expect(container.querySelector('img, script, [href^="javascript"]')).toBeNull();
  expect(container.textContent).toContain('<img src=x onerror=alert(1)>');
});
