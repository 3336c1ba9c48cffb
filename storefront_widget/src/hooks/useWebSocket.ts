// How the chat hears of news.
import type { Chat } from '../core/chat.js';
import type { Connection } from '../core/state.js';
import { useChatState } from './useChat.js';

export interface LiveConnection {
  readonly connection: Connection;
  /** True while news come at once; else the chat asks every few seconds. */
  readonly isLive: boolean;
  /** Tries again at once. */
  readonly reconnect: () => void;
}

/** The state of a chat's connection. The chat itself keeps it up, and asks where no socket can be had. */
export function useWebSocket(chat: Chat | null): LiveConnection {
  const { connection } = useChatState(chat);
  return { connection, isLive: connection === 'live', reconnect: () => chat?.hurry() };
}
