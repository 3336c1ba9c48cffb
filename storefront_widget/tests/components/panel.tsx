// Draws the panel over the server in memory.
import { act, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import { ChatWidget } from '../../src/components/ChatWidget.js';
import type { Look } from '../../src/components/look.js';
import { createTexts } from '../../src/core/texts.js';
import type { Environment } from '../../src/core/environment.js';
import type { ChatOptions } from '../../src/core/options.js';
import type { Part } from '../../src/core/types.js';
import english from '../../src/locales/en.json';
import { callsOf, openTab } from '../chats.js';
import { type FakeServer, fakeServer } from '../server.js';

export async function openPanel(
  parts: readonly Part[][] = [],
  look: Look = {},
  options: Partial<ChatOptions> = {},
  server: FakeServer = fakeServer(),
  environment: Partial<Environment> = {},
) {
  localStorage.clear();
  server.say('Hello!');
  for (const one of parts) server.say('words of the card', [...one]);
  const chat = openTab(server, options, environment);
  const onClose = vi.fn(() => chat.close());
  const texts = createTexts('en', english);
  const view = render(<ChatWidget chat={chat} texts={texts} look={look} onClose={onClose} />);
  await act(async () => {
    chat.open();
    await new Promise((done) => setTimeout(done));
  });
  const actions = () =>
    callsOf(server, 'chatActionSubmit').map(({ variables }) => variables['action']);
  return { ...view, user: userEvent.setup(), chat, server, onClose, actions };
}
