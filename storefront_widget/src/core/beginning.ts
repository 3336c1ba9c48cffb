// Opens a conversation, or finds the one that this browser has.
import { CallFailed } from './api.js';
import { pauseAfter } from './backoff.js';
import { type Core, tokenOf, update } from './core.js';
import { alone } from './environment.js';
import { visitorIdOf, openMemory } from './memory.js';
import { type ChatProblem, INITIAL, withConversation } from './state.js';
import { languageOf } from './texts.js';
import type { Conversation, ProductRef } from './types.js';
import * as documents from '../contract/documents.js';
import type { ChatQuery, ChatStartMutation } from '../contract/types.js';

export interface Beginning {
  /** Begins unless it has begun. */
  begin(): Promise<void>;
  /** Leaves the conversation for a new one. */
  beginAnew(): Promise<void>;
  /** Takes over the conversation that another tab opened or left. */
  adopt(): void;
  end(): void;
}

const BACKOFF = { first: 1_500, longest: 30_000 };

export function createBeginning(core: Core, onReady: () => void): Beginning {
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;

  async function begin() {
    const { phase } = core.store.get();
    if (phase === 'starting' || phase === 'ready') return;
    if (core.options.consent && core.memory.get('consent') !== 'yes') {
      update(core, { phase: 'consent' });
      return;
    }
    await tried(
      async () => (await restored()) || (await alone(core.environment, 'agentpay-start', started)),
    );
  }

  async function tried(work: () => Promise<boolean>) {
    clearTimeout(retry);
    update(core, { phase: 'starting' }); // what was wrong is said until it is well
    try {
      if (!(await work())) return;
      failures = 0;
      update(core, { phase: 'ready' });
      if (!core.isOver) onReady();
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      failed(error.message, 'UNREACHABLE');
      if (!error.isLasting) later();
    }
  }

  async function restored(): Promise<boolean> {
    const token = tokenOf(core);
    if (!token) return false;
    const { chat } = await core.call<ChatQuery>(documents.chat, { token, after: 0 });
    if (!chat) {
      core.memory.remove('token');
      return false;
    }
    take(chat);
    return true;
  }

  async function started(): Promise<boolean> {
    // Another tab may have opened one while this one waited for its turn.
    return (await restored()) || (await opened());
  }

  async function opened(): Promise<boolean> {
    // What it was asked for, whatever the page says by the time of the answer.
    const product = JSON.stringify(core.store.get().product);
    const purpose = JSON.stringify(begunFor(core));
    const { chatStart } = await core.call<ChatStartMutation>(
      documents.chatStart,
      { input: input(core) },
      { authorization: core.customer },
    );
    const { token, chat, errors } = chatStart ?? { token: null, chat: null, errors: [] };
    if (token && chat) {
      core.memory.set('token', token);
      core.memory.set('about', product);
      core.memory.set('for', purpose);
      core.memory.remove('seen');
      core.memory.remove('opened');
      core.memory.set('language', chat.locale);
      take(chat);
      return true;
    }
    const { code = 'INTERNAL', message = '' } = errors[0] ?? {};
    if (code === 'CHAT_CLOSED') update(core, { phase: 'closed', problem: { code, message } });
    else failed(message, code);
    if (code === 'TOO_MANY_REQUESTS' || code === 'SHOP_UNAVAILABLE' || code === 'INTERNAL') later();
    core.emitter.emit('error', { code, message });
    return false;
  }

  function take(chat: Conversation) {
    const { isOpen, product, connection } = core.store.get();
    const fresh = { ...INITIAL, phase: 'starting' as const, isOpen, product, connection };
    const seen = Number(core.memory.get('seen') ?? 0);
    const next = withConversation(
      { ...fresh, outbox: core.outbox.list(), about: about(core) },
      chat,
    );
    const first = core.memory.get('language');
    const isAnother = first !== null && languageOf(first) !== languageOf(chat.locale);
    core.store.set({ ...next, seen, spoken: isAnother ? chat.locale : null });
  }

  function failed(message: string, code: ChatProblem['code']) {
    update(core, { phase: 'failed', problem: { code, message } });
  }

  function later() {
    if (core.isOver) return;
    failures += 1;
    retry = setTimeout(() => void begin(), pauseAfter(failures, BACKOFF, core.environment.random));
  }

  return {
    begin,
    async beginAnew() {
      core.outbox.clear();
      await tried(() => alone(core.environment, 'agentpay-start', opened));
    },
    adopt() {
      const { phase, isOpen } = core.store.get();
      if (phase === 'idle' || phase === 'consent') return;
      core.store.set({ ...INITIAL, isOpen, product: core.store.get().product });
      if (tokenOf(core) || isOpen) void begin();
    },
    end: () => clearTimeout(retry),
  };
}

function input(core: Core) {
  const { channel, locale, visitorId, checkoutId } = core.options;
  const product = core.store.get().product;
  const { id, slug, sku } = product ?? {};
  const visitor = openMemory(core.environment.storage);
  return {
    channel,
    locale: core.locale ?? locale ?? 'en',
    product: product ? { id, slug, sku } : null,
    pageUrl: location.origin + location.pathname,
    visitorId: visitorIdOf(visitor, visitorId),
    checkoutId: core.checkoutId ?? checkoutId ?? null,
  };
}

// Whom and which cart a conversation was begun for; no token.
const begunFor = ({ customer, checkoutId, options }: Core) => ({
  customer: customer !== undefined,
  checkoutId: checkoutId ?? options.checkoutId ?? null,
});

/** What the page has said since the conversation was begun: that somebody logged in, and which cart is shared. */
export function saidSince(core: Core): { customer: boolean; checkoutId: string | null } {
  const now = begunFor(core);
  const then = parsed(core.memory.get('for')) as ReturnType<typeof begunFor> | null;
  return {
    customer: now.customer && then?.customer === false,
    checkoutId: then && now.checkoutId !== then.checkoutId ? now.checkoutId : null,
  };
}

/** Notes that the conversation has heard of the cart. */
export function noteCart(core: Core): void {
  const then = parsed(core.memory.get('for')) as ReturnType<typeof begunFor> | null;
  const { checkoutId } = begunFor(core);
  core.memory.set('for', JSON.stringify({ ...(then ?? begunFor(core)), checkoutId }));
}

const about = ({ memory }: Core) => parsed(memory.get('about')) as ProductRef | null;

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
