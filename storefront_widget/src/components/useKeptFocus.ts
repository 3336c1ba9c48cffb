// A tap often makes its own button go away. The focus then goes to what came in its place, never to the page behind.
import { type RefObject, useEffect } from 'react';

const USABLE = 'a[href], button, input, select, textarea';
/** What is smaller than these is a place of its own. */
const WHOLES = '.message, .messages, .track, .scroller, .middle, .panel, .composer';

export function useKeptFocus(panel: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = panel.current;
    if (!element || typeof MutationObserver === 'undefined') return undefined;
    let way: readonly Element[] = []; // from what has the focus up to the panel

    function note({ target }: FocusEvent) {
      way = wayTo(element!, target as Element);
    }
    // Who leaves by themselves is not fetched back. What is taken away tells nothing, or tells it while it goes.
    function leave({ target, relatedTarget }: FocusEvent) {
      if (relatedTarget) return;
      setTimeout(() => {
        if (way[0] === target && way[0].isConnected) way = [];
      });
    }
    const observer = new MutationObserver(() => {
      if (!way[0] || way[0].isConnected || isElsewhere(element)) return;
      const place = way.find((one) => one.isConnected) ?? element;
      way = [];
      successor(element, place)?.focus({ preventScroll: true });
    });

    observer.observe(element, { childList: true, subtree: true });
    element.addEventListener('focusin', note);
    element.addEventListener('focusout', leave);
    return () => {
      observer.disconnect();
      element.removeEventListener('focusin', note);
      element.removeEventListener('focusout', leave);
    };
  }, [panel]);
}

function wayTo(panel: Element, target: Element): Element[] {
  const way: Element[] = [];
  for (let at: Element | null = target; at && at !== panel; at = at.parentElement) way.push(at);
  return way;
}

// Nothing has the focus, in the panel or in the page.
function isElsewhere(panel: Element): boolean {
  const root = panel.getRootNode() as ShadowRoot | Document;
  const { activeElement } = document;
  if (root !== document && root.activeElement) return true;
  return activeElement !== null && activeElement !== document.body;
}

function successor(panel: HTMLElement, place: Element): HTMLElement | null {
  if (!place.matches(WHOLES)) {
    const beside = place.querySelector<HTMLElement>(USABLE);
    if (beside) return beside;
  }
  const messages = panel.querySelectorAll<HTMLElement>('.messages > .message[tabindex]');
  const isInLog = place.closest('.scroller') !== null;
  return (
    (isInLog ? messages[messages.length - 1] : null) ??
    panel.querySelector<HTMLElement>('textarea') ??
    panel.querySelector<HTMLElement>(USABLE)
  );
}
