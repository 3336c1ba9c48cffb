// What every component of the panel may use.
import { createContext, useContext } from 'react';
import type { Chat } from '../core/chat.js';
import type { ChatState } from '../core/state.js';
import type { Texts } from '../core/texts.js';
import type { Action } from '../core/types.js';
import type { Look } from './look.js';

export interface Widget {
  readonly chat: Chat;
  readonly state: ChatState;
  readonly texts: Texts;
  readonly look: Look;
  /** True while a tap is on its way: another one has to wait. */
  readonly isBusy: boolean;
  readonly act: (action: Action) => void;
  /** What was typed into a form, kept over its redrawings. */
  readonly drafts: Map<string, string>;
  readonly close: () => void;
}

const Context = createContext<Widget | null>(null);
export const WidgetProvider = Context.Provider;

export function useWidget(): Widget {
  const widget = useContext(Context);
  if (!widget) throw new Error('a part of the chat widget stands outside of it');
  return widget;
}
