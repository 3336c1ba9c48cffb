// A chat: its state, and what can be done with it. Needs a browser, and no React.
import { createCall } from './api.js';
import { createBeginning } from './beginning.js';
import { type Core, tokenOf, update } from './core.js';
import { type Environment, browserEnvironment } from './environment.js';
import { type Emitter, createEmitter } from './events.js';
import { createFollowing } from './following.js';
import { newestSequence } from './history.js';
import { openMemory } from './memory.js';
import { type ChatOptions, productOf } from './options.js';
import { openOutbox } from './outbox.js';
import { createSending } from './sending.js';
import { type ChatState, INITIAL } from './state.js';
import { createStore } from './store.js';
import { tellPage } from './telling.js';
import type { Action, Payment, ProductRef } from './types.js';
import * as documents from '../contract/documents.js';

export interface Chat {
  getState(): ChatState;
  subscribe(listener: () => void): () => void;
  readonly on: Emitter['on'];
  /** The panel is in front of the shopper; a conversation is begun or found. */
  open(): void;
  close(): void;
  /** The shopper agrees to the chat (`options.consent`). */
  agree(): void;
  /** Tries at once what did not succeed. */
  hurry(): void;
  send(text: string): void;
  act(action: Action): void;
  retry(clientId: string): void;
  discard(clientId: string): void;
  /** Hides the rest of a reply that is being written; the finished one still comes. */
  stop(): void;
  restart(): void;
  /** Asks about the product that the page shows now. */
  askAboutProduct(): void;
  setProduct(product: ProductRef | null): void;
  /** Counts for the next conversation. */
  setLocale(locale: string): void;
  attachCheckout(id: string): void;
  /** A logged-in customer's Saleor token; a chat in which nothing was said begins anew with it. */
  identify(token: string | null): void;
  /** The shopper opened the payment's page, or copied its code. */
  paymentOpened(payment: Payment, how: 'new tab' | 'same tab' | 'copied'): void;
  dismissProblem(): void;
  destroy(): void;
}

export function createChat(
  options: ChatOptions,
  environment: Environment = browserEnvironment(),
  emitter: Emitter = createEmitter(),
): Chat {
  const memory = openMemory(environment.storage, `${options.apiUrl} ${options.channel}`);
  const outbox = openOutbox(memory, environment.now);
  const core: Core = {
    options,
    environment,
    memory,
    outbox,
    emitter,
    call: createCall(options.apiUrl, environment.fetch),
    store: createStore<ChatState>({
      ...INITIAL,
      product: productOf(options),
      outbox: outbox.list(),
    }),
  };
  const state = () => core.store.get();

  const following = createFollowing(core, gone);
  const sending = createSending(core, {
    onGone: gone,
    onAnswered: () => {
      tabs?.postMessage('changed');
      if (state().payment && state().connection !== 'live') void following.refresh();
    },
  });
  const beginning = createBeginning(core, () => {
    following.begin();
    if (state().isOpen) opened();
    void sending.flush();
  });
  const tabs = otherTabs(() => state().phase === 'ready' && void following.refresh());
  const untell = tellPage(core);
  const deaf = memory.onForeignChange(foreign);
  const awake = () => document.visibilityState !== 'hidden' && void sending.flush();
  addEventListener('online', awake);
  document.addEventListener('visibilitychange', awake);

  // The server does not know the conversation (any more): words that wait go to the next one.
  function gone() {
    following.end();
    memory.remove('token');
    for (const { clientId, action } of outbox.list()) if (action) outbox.remove(clientId);
    beginning.adopt();
  }

  function foreign(key: string | null) {
    if (key === null || key === 'token') {
      following.end();
      beginning.adopt();
    } else if (key === 'seen') update(core, { seen: Number(memory.get('seen') ?? 0) });
    else if (key === 'consent' && state().phase === 'consent') void beginning.begin();
    else if (key.startsWith('out:')) update(core, { outbox: outbox.list() });
  }

  function track(name: string, properties: object) {
    const token = tokenOf(core);
    if (!token) return;
    const variables = { token, name, properties: JSON.stringify(properties) };
    // Counting must never be in the shopper's way.
    core.call(documents.chatEventTrack, variables, { keepalive: true }).catch(() => undefined);
  }

  function opened() {
    seen();
    if (memory.get('opened') === 'yes') return;
    memory.set('opened', 'yes');
    track('chat_opened', {});
  }

  function seen() {
    const newest = newestSequence(state().history);
    if (newest === state().seen) return;
    memory.set('seen', String(newest));
    update(core, { seen: newest });
  }

  const unsee = core.store.subscribe(() => state().isOpen && state().phase === 'ready' && seen());

  return {
    getState: state,
    subscribe: (listener) => core.store.subscribe(listener),
    on: (name, listener) => core.emitter.on(name, listener),
    open() {
      if (!state().isOpen) emitter.emit('opened', {});
      update(core, { isOpen: true });
      if (state().phase === 'ready') opened();
      else void beginning.begin();
    },
    close: () => update(core, { isOpen: false }),
    agree() {
      memory.set('consent', 'yes');
      update(core, { phase: 'idle' });
      void beginning.begin();
    },
    hurry() {
      if (state().phase === 'ready') void following.refresh();
      else void beginning.begin();
      void sending.flush();
    },
    send(text) {
      const words = text.trim().slice(0, 2000);
      if (!words) return;
      sending.send(words);
      void beginning.begin();
    },
    act: (action) => sending.act(action),
    retry: (clientId) => sending.retry(clientId),
    discard: (clientId) => sending.discard(clientId),
    stop: () =>
      update(core, {
        stopped: state().streaming?.replyId ?? null,
        streaming: null,
        isTyping: false,
      }),
    restart() {
      following.end();
      void beginning.beginAnew();
    },
    askAboutProduct() {
      const { product } = state();
      if (!product?.name) return;
      memory.set('about', JSON.stringify(product));
      update(core, { about: product });
      sending.send(product.name);
    },
    setProduct: (product) => update(core, { product }),
    setLocale(locale) {
      core.locale = locale;
    },
    attachCheckout(id) {
      core.checkoutId = id;
    },
    identify(token) {
      core.customer = token ?? undefined;
      const isFresh = state().history.messages.every(({ author }) => author === 'ASSISTANT');
      if (token && state().phase === 'ready' && isFresh && !state().cart) {
        following.end();
        void beginning.beginAnew();
      }
    },
    paymentOpened(payment, how) {
      const { chargeId, amount } = payment;
      track('payment_link_clicked', { chargeId, how });
      core.emitter.emit('payment_started', { chargeId, amount });
    },
    dismissProblem: () => update(core, { problem: null }),
    destroy() {
      for (const end of [following.end, sending.end, beginning.end, untell, deaf, unsee]) end();
      removeEventListener('online', awake);
      document.removeEventListener('visibilitychange', awake);
      tabs?.close();
    },
  };
}

// A send in one tab is news in the others, before they ask for themselves.
function otherTabs(onChanged: () => void): BroadcastChannel | undefined {
  if (typeof BroadcastChannel === 'undefined') return undefined;
  const channel = new BroadcastChannel('agentpay');
  channel.onmessage = onChanged;
  return channel;
}
