// Keeps the newest in view, but never pulls a shopper away who reads further up.
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const NEAR = 80;
const MARGIN = 12;

interface Scroll {
  readonly isAtEnd: boolean;
  readonly onScroll: () => void;
  readonly toEnd: () => void;
}

/** `newest` names the newest thing shown; `turn` counts what the shopper did, which always goes to the end. */
export function useScroll(
  area: RefObject<HTMLElement | null>,
  newest: string,
  turn: number,
): Scroll {
  const [isAtEnd, setIsAtEnd] = useState(true);
  const follows = useRef(true);
  const settled = useRef<string | null>(null);
  const lastTurn = useRef(turn);

  const toEnd = useCallback(() => {
    follows.current = true;
    setIsAtEnd(true);
    const element = area.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, [area]);

  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    if (settled.current === null || lastTurn.current !== turn) toEnd();
    else if (follows.current && settled.current !== newest) show(element);
    settled.current = newest;
    lastTurn.current = turn;
  }, [area, newest, turn, toEnd]);

  // Pictures that load and a keyboard that comes up change what is in view.
  useEffect(() => {
    const element = area.current;
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => {
      if (follows.current) show(element);
    });
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, [area]);

  const onScroll = useCallback(() => {
    const element = area.current;
    if (!element) return;
    const isNear = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
    follows.current = isNear || element.scrollTop >= wanted(element) - NEAR;
    setIsAtEnd(isNear);
  }, [area]);

  return { isAtEnd, onScroll, toEnd };
}

function show(element: HTMLElement) {
  element.scrollTop = Math.max(0, wanted(element));
}

// To the end, but not past the beginning of a reply that is higher than the panel.
function wanted(element: HTMLElement): number {
  const end = element.scrollHeight - element.clientHeight;
  const last = lastOf(element);
  if (!last?.classList.contains('assistant')) return end;
  return Math.min(end, last.offsetTop - MARGIN);
}

// Not by a search through all of them: this is asked at every step of a scroll.
function lastOf(element: HTMLElement): HTMLElement | null {
  const last = element.firstElementChild?.lastElementChild;
  return (last?.matches('.messages') ? last.lastElementChild : last) as HTMLElement | null;
}
