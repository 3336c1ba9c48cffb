// What the page can listen to.
import type { ChatProblem } from './state.js';
import type { Message, Money } from './types.js';

export interface ChatEvents {
  opened: Record<string, never>;
  message: { author: Message['author']; text: string; sequence: number };
  /** `checkoutId` is Saleor's; null when the cart became an order, or was left. */
  cart_changed: { checkoutId: string | null; quantity: number };
  payment_started: { chargeId: string; amount: Money };
  payment_completed: { chargeId: string; amount: Money; orderNumber: string | null };
  error: ChatProblem;
}

export type EventName = keyof ChatEvents;
export type Listener<Name extends EventName> = (event: ChatEvents[Name]) => void;

export interface Emitter {
  on<Name extends EventName>(name: Name, listener: Listener<Name>): () => void;
  emit<Name extends EventName>(name: Name, event: ChatEvents[Name]): void;
}

export function createEmitter(): Emitter {
  const listeners = new Map<EventName, Set<(event: never) => void>>();
  return {
    on(name, listener) {
      const heard = listeners.get(name) ?? new Set();
      listeners.set(name, heard.add(listener));
      return () => heard.delete(listener);
    },
    emit(name, event) {
      for (const listener of listeners.get(name) ?? []) {
        try {
          (listener as Listener<typeof name>)(event);
        } catch (error) {
          reportError(error); // a fault of the page is the page's, and ends nothing here
        }
      }
    },
  };
}
