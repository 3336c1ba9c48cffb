// The conversation, by days, newest last. Of a long one the last part is drawn first.
import { useCallback, useEffect, useRef, useState } from 'react';
import { newestSequence } from '../core/history.js';
import { currentStep, isWaiting } from '../parts/current.js';
import type { Message } from '../core/types.js';
import { Bubble, ChatBubble } from './ChatBubble.js';
import { useWidget } from './context.js';
import { DownIcon } from './icons.js';
import { Outgoing } from './Outgoing.js';
import { TypingIndicator } from './TypingIndicator.js';
import { useScroll } from './useScroll.js';
import { dayWords, isSameDay, isSameRun } from './times.js';

const PAGE = 60;

export function MessageList() {
  const { state, texts } = useWidget();
  const { history, outbox, streaming } = state;
  const { messages } = history;
  const [shown, setShown] = useState(PAGE);
  const area = useRef<HTMLDivElement>(null);
  const going = outbox.filter(({ text }) => text !== undefined);
  const waits = isWaiting(state);
  const newest = newestSequence(history);
  const turn = (going.at(-1)?.at ?? 0) + (waits ? 1 : 0);
  const scroll = useScroll(area, `${newest} ${streaming?.next ?? ''}`, turn);
  const missed = useMissed(newest, scroll.isAtEnd);
  const step = currentStep(messages);
  const first = Math.max(0, messages.length - shown);
  useKeptFocus(area, newest);

  const earlier = useCallback(() => {
    const element = area.current;
    const height = element?.scrollHeight ?? 0;
    setShown((count) => count + PAGE);
    // What was in view stays where it was.
    requestAnimationFrame(() => {
      if (element) element.scrollTop += element.scrollHeight - height;
    });
  }, []);

  return (
    <div className="middle">
      <div
        ref={area}
        className="scroller"
        role="log"
        aria-live="off"
        aria-label={texts('conversation')}
        tabIndex={0}
        onScroll={scroll.onScroll}
      >
        <div className="track">
          {first > 0 && (
            <button type="button" className="link earlier" onClick={earlier}>
              {texts('earlier')}
            </button>
          )}
          <ol className="messages">
            {messages.slice(first).map((message, at) => (
              <Row
                key={message.sequence}
                message={message}
                before={messages[first + at - 1]}
                after={messages[first + at + 1]}
                current={step?.sequence === message.sequence ? step.name : null}
                isNewest={message.sequence === newest && !going.length}
              />
            ))}
            {going.map((entry) => (
              <Outgoing key={entry.clientId} entry={entry} />
            ))}
          </ol>
          {streaming && (
            <div className="message assistant streaming" aria-hidden="true">
              <Bubble text={streaming.text} />
            </div>
          )}
          {waits && <TypingIndicator />}
        </div>
      </div>
      {!scroll.isAtEnd && (
        <button
          type="button"
          className="pill"
          onClick={scroll.toEnd}
          aria-label={missed ? undefined : texts('toEnd')}
        >
          <DownIcon size={16} />
          {missed > 0 && <span>{texts('newMessages', { count: missed })}</span>}
        </button>
      )}
    </div>
  );
}

interface RowProps {
  readonly message: Message;
  readonly before: Message | undefined;
  readonly after: Message | undefined;
  readonly current: React.ComponentProps<typeof ChatBubble>['current'];
  readonly isNewest: boolean;
}

function Row({ message, before, after, current, isNewest }: RowProps) {
  const { texts } = useWidget();
  return (
    <>
      {!isSameDay(before, message) && (
        <li className="day">
          <span>{dayWords(message.createdAt, texts)}</span>
        </li>
      )}
      <ChatBubble
        message={message}
        current={current}
        isNewest={isNewest}
        showsTime={!isSameRun(message, after)}
      />
    </>
  );
}

// How many came since the shopper was last at the end.
function useMissed(newest: number, isAtEnd: boolean): number {
  const [known, setKnown] = useState(newest);
  if (isAtEnd && known !== newest) setKnown(newest);
  return Math.max(0, newest - known);
}

// A tap often makes its own button go away: then the focus goes to what came in its place.
function useKeptFocus(area: React.RefObject<HTMLElement | null>, newest: number) {
  const hadFocus = useRef(false);
  useEffect(() => {
    const element = area.current;
    if (!element) return undefined;
    const note = () => (hadFocus.current = true);
    const forget = (event: FocusEvent) => {
      if (event.relatedTarget) hadFocus.current = false;
    };
    element.addEventListener('focusin', note);
    element.addEventListener('focusout', forget);
    return () => {
      element.removeEventListener('focusin', note);
      element.removeEventListener('focusout', forget);
    };
  }, [area]);
  useEffect(() => {
    const element = area.current;
    const root = element?.getRootNode() as ShadowRoot | Document | undefined;
    if (
      !element ||
      !hadFocus.current ||
      (root?.activeElement && root.activeElement !== document.body)
    )
      return;
    const last = element.querySelector<HTMLElement>(`[data-sequence="${newest}"]`);
    last?.focus({ preventScroll: true });
  }, [area, newest]);
}
