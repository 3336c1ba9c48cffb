// What a storefront holds of the component. It can be used before anything is drawn.
import { type RefObject, useMemo, useRef } from 'react';
import type { Visit } from '../core/visit.js';

export interface Controls {
  open(): void;
  close(): void;
  toggle(): void;
  send(text: string): void;
  /** Leaves the conversation for a new one. */
  reset(): void;
}

export interface WidgetHandle extends Controls {
  /** For the storefront's own figures; also of a visitor who is shown no chat. Null before the page is drawn. */
  readonly visitorId: string | null;
}

type Wish = (controls: Controls) => void;

/** The handle, and how the chat takes it over; returns how it gives it back. */
export function useHandle(visit: RefObject<Visit | null>) {
  const controls = useRef<Controls | null>(null);
  const waiting = useRef<Wish[]>([]);
  return useMemo(() => {
    function wish(one: Wish) {
      if (controls.current) one(controls.current);
      else if (visit.current?.arm !== 'holdout') waiting.current.push(one);
    }
    const handle: WidgetHandle = {
      open: () => wish((chat) => chat.open()),
      close: () => wish((chat) => chat.close()),
      toggle: () => wish((chat) => chat.toggle()),
      send: (text) => wish((chat) => chat.send(text)),
      reset: () => wish((chat) => chat.reset()),
      get visitorId() {
        return visit.current?.visitorId ?? null;
      },
    };
    function onReady(given: Controls) {
      controls.current = given;
      for (const one of waiting.current.splice(0)) one(given);
      return () => {
        controls.current = null;
      };
    }
    return { handle, onReady };
  }, [visit]);
}
