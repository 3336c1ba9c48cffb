// A chat: its state, and what can be done with it. Needs a browser, and no React.
import { createCall } from './api.js';
import { createBeginning, noteCart, saidSince } from './beginning.js';
import { type Core, tokenOf, update } from './core.js';
import { type Environment, browserEnvironment } from './environment.js';
import { type Emitter, createEmitter } from './events.js';
import { createFollowing } from './following.js';
import { newestSequence } from './history.js';
import { newId } from './ids.js';
import { openMemory } from './memory.js';
import { type ChatOptions, productOf } from './options.js';
import { openOutbox } from './outbox.js';
import { createSending } from './sending.js';
import { type ChatState, INITIAL, canStop } from './state.js';
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
  /** Finds the conversation that this browser has, if it has one, behind the closed panel. */
  resume(): void;
  /** The shopper agrees to the chat (`options.consent`). */
  agree(): void;
  /** Tries at once what did not succeed. */
  hurry(): void;
  send(text: string): void;
  act(action: Action): void;
  retry(clientId: string): void;
  discard(clientId: string): void;
  /** Ends the reply that a language model is making; what was said of it so far comes as the finished message. */
  stop(): void;
  restart(): void;
  /** Asks about the product that the page shows now. */
  askAboutProduct(): void;
  setProduct(product: ProductRef | null): void;
  /** Counts for the next conversation. */
  setLocale(locale: string): void;
  /** The storefront's cart: the chat fills that one, unless there are goods in its own already. */
  attachCheckout(id: string): void;
  /** A logged-in customer's Saleor token, with which a chat begins anew if nothing was said; null leaves theirs. */
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
    // Whether it is the network is known at once, and said, not only at the next turn of asking.
    onFailed: () => state().connection !== 'live' && void following.refresh(),
  });
  const beginning = createBeginning(core, () => {
    if (renewed()) return;
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

  function leave() {
    following.end();
    outbox.clear();
    memory.remove('token');
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

  // What was read stays on the screen until the finished message takes its place; no more is added to it.
  function stop() {
    const token = tokenOf(core);
    if (!token || !canStop(state())) return;
    update(core, { isStopped: true });
    const variables = { token, action: { stop: true }, clientId: newId() };
    // A stop that is lost costs nothing: the reply comes to its end by itself.
    core
      .call(documents.chatActionSubmit, variables)
      .then(() => state().connection !== 'live' && void following.refresh())
      .catch(() => undefined);
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

  // What the page says later counts at once: while nothing was said, by a conversation that begins anew;
  // then a cart is joined unless the chat has filled its own.
  function renewed(): boolean {
    const { phase, history, outbox, cart } = state();
    if (phase !== 'ready') return false;
    const { customer, checkoutId } = saidSince(core);
    const isFresh = history.messages.every(({ author }) => author === 'ASSISTANT');
    if ((customer || checkoutId) && isFresh && !outbox.length && !cart) {
      following.end();
      void beginning.beginAnew();
      return true;
    }
    if (!checkoutId) return false;
    noteCart(core);
    if (checkoutId !== cart?.id && !cart?.lines.length) sending.act({ joinCart: { checkoutId } });
    return false;
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
    resume: () => tokenOf(core) && void beginning.begin(),
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
    stop,
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
      renewed();
    },
    identify(token) {
      const hasLeft = !token && core.customer !== undefined;
      core.customer = token ?? undefined;
      if (!hasLeft) renewed();
      // The next customer of this browser is somebody else.
      else if (tokenOf(core)) leave();
    },
    paymentOpened(payment, how) {
      const { chargeId, amount } = payment;
      track('payment_link_clicked', { chargeId, how });
      core.emitter.emit('payment_started', { chargeId, amount });
    },
    dismissProblem: () => update(core, { problem: null }),
    destroy() {
      core.isOver = true;
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
