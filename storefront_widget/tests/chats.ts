// Chats over the server in memory, each like a tab of its own.
import { type Chat, createChat } from '../src/core/chat.js';
import type { Environment } from '../src/core/environment.js';
import type { ChatOptions } from '../src/core/options.js';
import type { FakeServer } from './server.js';

export const OPTIONS: ChatOptions = {
  apiUrl: 'https://shop.example/graphql/',
  channel: 'default-channel',
};

const opened: Chat[] = [];

export function openTab(
  server: FakeServer,
  options: Partial<ChatOptions> = {},
  environment: Partial<Environment> = {},
): Chat {
  const chat = createChat(
    { ...OPTIONS, ...options },
    {
      fetch: server.fetch,
      WebSocket: undefined,
      storage: () => localStorage,
      now: () => Date.now(),
      random: () => 1,
      locks: undefined,
      ...environment,
    },
  );
  opened.push(chat);
  return chat;
}

export function closeTabs(): void {
  opened.splice(0).forEach((chat) => chat.destroy());
}

export const textsOf = (chat: Chat): string[] =>
  chat.getState().history.messages.map(({ text }) => text);
export const callsOf = (server: FakeServer, name: string) =>
  server.calls.filter((call) => call.name === name);
