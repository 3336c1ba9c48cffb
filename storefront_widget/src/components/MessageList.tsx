// The conversation, by days, newest last. Of a long one the last part is drawn first, and more while one scrolls up.
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { isIn, newestSequence } from '../core/history.js';
import { currentStep, isWaiting, replacedIn } from '../parts/current.js';
import { Bubble } from './ChatBubble.js';
import { useChatNow, useWidget } from './context.js';
import { DownIcon } from './icons.js';
import { Outgoing } from './Outgoing.js';
import { BLOCK, Rows, blocks, isSettled } from './Rows.js';
import { TypingIndicator } from './TypingIndicator.js';
import { useScroll } from './useScroll.js';

const FIRST = 30;
const MORE = 15;
// Few at a time while one scrolls, so that no frame is long; soon enough that nobody waits for them.
const STEP = 5;
const SOON = 1_200;

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
  const step = useMemo(() => currentStep(messages), [messages]);
  const replaced = useMemo(() => replacedIn(messages), [messages]);
  const first = Math.max(0, messages.length - shown);
  const earlier = useCallback((more: number) => setShown((count) => count + more), []);
  useStillView(area, first);
  const keepsWidth = useKeptWidth(area);

  function onScroll() {
    scroll.onScroll();
    if (first > 0 && area.current && area.current.scrollTop < SOON) earlier(STEP);
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
            <button type="button" className="link earlier" onClick={() => earlier(MORE)}>
              {texts('earlier')}
            </button>
          )}
          {blocks(first, messages.length).map((block) => (
            <Rows
              key={block}
              messages={messages}
              from={Math.max(first, block * BLOCK)}
              to={Math.min(messages.length, (block + 1) * BLOCK)}
              step={step}
              replaced={replaced}
              newest={going.length ? null : newest}
              isSettled={keepsWidth && isSettled(block, first, messages.length)}
            />
          ))}
          {going.length > 0 && (
            <ol className="messages">
              {going.map((entry) => (
                <Outgoing key={entry.clientId} entry={entry} />
              ))}
            </ol>
          )}
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

// False for a moment when the width has changed: the heights that the browser knows are those of another one.
function useKeptWidth(area: React.RefObject<HTMLElement | null>): boolean {
  const [width, setWidth] = useState<number>();
  const [known, setKnown] = useState<number>();
  useEffect(() => {
    if (!area.current || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width));
    observer.observe(area.current);
    return () => observer.disconnect();
  }, [area]);
  useEffect(() => {
    const timer = setTimeout(() => setKnown(width), 200);
    return () => clearTimeout(timer);
  }, [width]);
  return width === known;
}
