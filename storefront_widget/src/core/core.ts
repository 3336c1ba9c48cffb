// What the pieces of a chat share.
import type { Call } from './api.js';
import type { Environment } from './environment.js';
import type { Emitter } from './events.js';
import type { Memory } from './memory.js';
import type { ChatOptions } from './options.js';
import type { Outbox } from './outbox.js';
import type { ChatState } from './state.js';
import type { Store } from './store.js';

export interface Core {
  readonly options: ChatOptions;
  readonly environment: Environment;
  readonly memory: Memory;
  readonly call: Call;
  readonly outbox: Outbox;
  readonly store: Store<ChatState>;
  readonly emitter: Emitter;
  /** Said by the page later than the options; counts for the next conversation. */
  locale?: string;
  checkoutId?: string;
  /** A logged-in customer's Saleor token; never stored. */
  customer?: string | undefined;
  /** The page took the chat away: what is still on its way starts nothing more. */
  isOver?: boolean;
}

export function update(core: Core, patch: Partial<ChatState>): void {
  core.store.set({ ...core.store.get(), ...patch });
}

export const tokenOf = ({ memory }: Core): string | null => memory.get('token');
