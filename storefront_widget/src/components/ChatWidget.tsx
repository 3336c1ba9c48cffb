// The panel.
import {
  type KeyboardEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useChatState } from '../hooks/useChat.js';
import type { Chat } from '../core/chat.js';
import type { Texts } from '../core/texts.js';
import { Announcer } from './Announcer.js';
import { ChatInput } from './ChatInput.js';
import { BusyProvider, StateProvider, type Widget, WidgetProvider } from './context.js';
import { Header } from './Header.js';
import type { Look } from './look.js';
import { MessageList } from './MessageList.js';
import { Closed, Consent, PrivacyLine } from './Privacy.js';
import { ProductChip } from './ProductChip.js';
import { StatusBar } from './StatusBar.js';
import { useKeptFocus } from './useKeptFocus.js';
import { isPhone, useIsFull, useViewport } from './useViewport.js';

export interface ChatWidgetProps {
  readonly chat: Chat;
  readonly texts: Texts;
  readonly look: Look;
  readonly onClose: () => void;
}

export function ChatWidget({ chat, texts, look, onClose }: ChatWidgetProps) {
  const state = useChatState(chat);
  const [drafts] = useState(() => new Map<string, string>());
  const panel = useRef<HTMLElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const titleId = useId();
  const isBusy = state.outbox.some(({ action, refusal }) => action && refusal === undefined);
  useViewport(panel, state.isOpen);
  useFocusInside(panel, field, state.isOpen, state.phase);
  useKeptFocus(panel);
  const isFull = useIsFull();

  const widget = useMemo<Widget>(
    () => ({ chat, texts, look, act: chat.act, drafts, close: onClose }),
    [chat, texts, look, drafts, onClose],
  );

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Tab' && isFull) goRound(event, panel.current);
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  }

  return (
    <WidgetProvider value={widget}>
      <StateProvider value={state}>
        <BusyProvider value={isBusy}>
          <section
            ref={panel}
            className="panel"
            role="dialog"
            aria-modal={isFull || undefined}
            aria-labelledby={titleId}
            hidden={!state.isOpen}
            lang={texts.language}
            dir={texts.isRightToLeft ? 'rtl' : 'ltr'}
            data-testid="chat-widget"
            onKeyDown={onKeyDown}
          >
            <Header titleId={titleId} />
            <StatusBar />
            {state.phase === 'consent' && <Consent />}
            {state.phase === 'closed' && <Closed />}
            {state.phase !== 'consent' && state.phase !== 'closed' && (
              <>
                {state.phase === 'ready' ? (
                  <MessageList />
                ) : (
                  <Skeleton isStill={state.phase !== 'starting'} />
                )}
                <ProductChip />
                <ChatInput field={field} />
                <PrivacyLine />
              </>
            )}
            <Announcer />
          </section>
        </BusyProvider>
      </StateProvider>
    </WidgetProvider>
  );
}

// Over the whole screen it is modal: what lies behind cannot be seen, and must not get the focus.
function goRound(event: KeyboardEvent, panel: HTMLElement | null) {
  const all = panel?.querySelectorAll<HTMLElement>('a[href], button, textarea') ?? [];
  const [first, last] = [all[0], all[all.length - 1]];
  const root = panel?.getRootNode() as ShadowRoot | Document | undefined;
  if (root?.activeElement !== (event.shiftKey ? first : last)) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}

// Stands where the conversation will be, so that nothing jumps when it comes.
function Skeleton({ isStill }: { isStill: boolean }) {
  return (
    <div className={`middle skeleton${isStill ? ' still' : ''}`} aria-hidden="true">
      <i />
      <i />
    </div>
  );
}

function useFocusInside(
  panel: React.RefObject<HTMLElement | null>,
  field: React.RefObject<HTMLTextAreaElement | null>,
  isOpen: boolean,
  phase: string,
) {
  const wasOpen = useRef(false);
  useLayoutEffect(() => {
    if (!isOpen) {
      wasOpen.current = false;
      return;
    }
    if (wasOpen.current) return;
    wasOpen.current = true;
    // On a phone a focused field would bring the keyboard up over what there is to read.
    const target = isPhone()
      ? panel.current?.querySelector<HTMLElement>('.header .icon:last-child')
      : null;
    (
      target ??
      field.current ??
      panel.current?.querySelector<HTMLElement>('.consent .primary')
    )?.focus({
      preventScroll: true,
    });
  }, [panel, field, isOpen]);

  // After the shopper agreed, the field is what comes next.
  const before = useRef(phase);
  useEffect(() => {
    if (before.current === 'consent' && phase !== 'consent') field.current?.focus();
    before.current = phase;
  }, [field, phase]);
}
