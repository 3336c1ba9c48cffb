// What every component of the panel may use. What changes with every word is apart from what does not,
// so that a long history is not drawn anew for it.
import { createContext, useContext } from 'react';
import type { Chat } from '../core/chat.js';
import { type ChatState, INITIAL } from '../core/state.js';
import type { Texts } from '../core/texts.js';
import type { Action } from '../core/types.js';
import type { Look } from './look.js';

export interface Widget {
  readonly chat: Chat;
  readonly texts: Texts;
  readonly look: Look;
  readonly act: (action: Action) => void;
  /** What was typed into a form, kept over its redrawings. */
  readonly drafts: Map<string, string>;
  readonly close: () => void;
}

const WidgetContext = createContext<Widget | null>(null);
const StateContext = createContext<ChatState>(INITIAL);
const BusyContext = createContext(false);
export const WidgetProvider = WidgetContext.Provider;
export const StateProvider = StateContext.Provider;
export const BusyProvider = BusyContext.Provider;

export function useWidget(): Widget {
  const widget = useContext(WidgetContext);
  if (!widget) throw new Error('a part of the chat widget stands outside of it');
  return widget;
}

/** The chat's state. Who uses it is drawn anew with each of its changes. */
export const useChatNow = (): ChatState => useContext(StateContext);

/** True while a tap is on its way: another one has to wait. */
export const useIsBusy = (): boolean => useContext(BusyContext);
