// The conversation, by days, newest last. Of a long one the last part is drawn first, and more while one scrolls up.
import { memo, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { isIn, newestSequence } from '../core/history.js';
import { currentStep, isWaiting, replacedIn } from '../parts/current.js';
import type { Message } from '../core/types.js';
import { Bubble, ChatBubble } from './ChatBubble.js';
import { useChatNow, useWidget } from './context.js';
import { DownIcon } from './icons.js';
import { Outgoing } from './Outgoing.js';
import { TypingIndicator } from './TypingIndicator.js';
import { useScroll } from './useScroll.js';
import { dayWords, isSameDay, isSameRun } from './times.js';

const FIRST = 30;
// Few at a time, so that no frame is long; soon enough that nobody waits for them.
const MORE = 15;
const SOON = 900;

export function MessageList() {
  const { texts } = useWidget();
  const state = useChatNow();
  const { history, outbox, streaming } = state;
  const { messages } = history;
  const [shown, setShown] = useState(FIRST);
  const area = useRef<HTMLDivElement>(null);
  const going = outbox.filter(
    ({ text, clientId }) => text !== undefined && !isIn(history, clientId),
  );
  const waits = isWaiting(state);
  const newest = newestSequence(history);
  const turn = (going.at(-1)?.at ?? 0) + (waits ? 1 : 0);
  const scroll = useScroll(area, `${newest} ${streaming?.next ?? ''}`, turn);
  const missed = useMissed(newest, scroll.isAtEnd);
  const step = currentStep(messages);
  const replaced = useMemo(() => replacedIn(messages), [messages]);
  const first = Math.max(0, messages.length - shown);
  const earlier = useCallback(() => setShown((count) => count + MORE), []);
  useStillView(area, first);

  function onScroll() {
    scroll.onScroll();
    if (first > 0 && area.current && area.current.scrollTop < SOON) earlier();
  }

  return (
    <div className="middle">
      <div
        ref={area}
        className="scroller"
        role="log"
        aria-live="off"
        aria-label={texts('conversation')}
        tabIndex={0}
        onScroll={onScroll}
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
                replaced={replaced[first + at] ?? ''}
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

interface RowProps extends Pick<
  React.ComponentProps<typeof ChatBubble>,
  'message' | 'current' | 'replaced' | 'isNewest'
> {
  readonly before: Message | undefined;
  readonly after: Message | undefined;
}

const Row = memo(function Row({ before, after, ...bubble }: RowProps) {
  const { texts } = useWidget();
  const { message } = bubble;
  return (
    <>
      {!isSameDay(before, message) && (
        <li className="day">
          <span>{dayWords(message.createdAt, texts)}</span>
        </li>
      )}
      <ChatBubble {...bubble} showsTime={!isSameRun(message, after)} />
    </>
  );
});

// How many came since the shopper was last at the end.
function useMissed(newest: number, isAtEnd: boolean): number {
  const [known, setKnown] = useState(newest);
  if (isAtEnd && known !== newest) setKnown(newest);
  return Math.max(0, newest - known);
}

// What was in view stays where it was when more is drawn above it.
function useStillView(area: React.RefObject<HTMLElement | null>, first: number) {
  const before = useRef({ first, height: 0 });
  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    const { scrollHeight } = element;
    if (first < before.current.first) element.scrollTop += scrollHeight - before.current.height;
    before.current = { first, height: scrollHeight };
  });
}
