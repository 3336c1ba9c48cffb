// What `AgentPayChat` is to a page, and what its two files are to each other: also those of two versions, since a
// page that is open during an upgrade gets the newer panel. So what stands here only grows.
import type { Emitter } from '../core/events.js';
import type { ChatOptions } from '../core/options.js';
import type { ProductRef } from '../core/types.js';
import type { Look } from '../components/look.js';

export interface ScriptOptions extends ChatOptions, Look {
  /** Share of the visitors, 0 to 1, who are shown no chat, to compare with. */
  readonly experimentShare?: number | undefined;
}

export interface AgentPayChat {
  init(options: ScriptOptions): void;
  open(): void;
  close(): void;
  toggle(): void;
  send(text: string): void;
  /** Null: what the page says counts again. */
  setProduct(product: ProductRef | null): void;
  setLocale(locale: string): void;
  /** A logged-in customer's Saleor token; null after they logged out. */
  identify(token: string | null): void;
  attachCheckout(id: string): void;
  /** Leaves the conversation for a new one. */
  reset(): void;
  destroy(): void;
  readonly on: Emitter['on'];
  /** To be given to `chatVisit` and to the storefront's own figures. */
  readonly visitorId: string | null;
}

/** The panel, once it is loaded. */
export interface Panel {
  open(): void;
  close(): void;
  toggle(): void;
  send(text: string): void;
  setProduct(product: ProductRef | null): void;
  setLocale(locale: string): void;
  identify(token: string | null): void;
  attachCheckout(id: string): void;
  reset(): void;
  destroy(): void;
}

export interface PanelContext {
  readonly root: ShadowRoot;
  readonly options: ScriptOptions;
  readonly locale: string;
  readonly emitter: Emitter;
  readonly button: {
    show(state: { isOpen: boolean; unread: number; label: string }): void;
    focus(): void;
  };
}
