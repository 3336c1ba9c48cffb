// A chat and its state, for React.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { type Chat, createChat } from '../core/chat.js';
import type { ChatOptions } from '../core/options.js';
import type { ChatState } from '../core/state.js';
import { INITIAL } from '../core/state.js';

/** The state of a chat; the component is drawn anew when it changes. */
export function useChatState(chat: Chat | null): ChatState {
  const read = chat?.getState ?? initial;
  return useSyncExternalStore(chat?.subscribe ?? never, read, initial);
}

/**
 * A chat for as long as the component is there; null while the server renders and at the first drawing.
 * Another API or channel is another chat; what else changes in the options counts for the next one.
 */
export function useChat(options: ChatOptions): { chat: Chat | null; state: ChatState } {
  const [chat, setChat] = useState<Chat | null>(null);
  const { apiUrl, socketUrl, channel } = options;
  useEffect(() => {
    const made = createChat(options);
    setChat(made);
    return () => made.destroy();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [apiUrl, socketUrl, channel]);
  return { chat, state: useChatState(chat) };
}

const initial = () => INITIAL;
const never = () => () => undefined;
