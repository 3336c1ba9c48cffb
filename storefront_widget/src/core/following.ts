// Hears what happens in the conversation: by socket where there is one, else by asking.
import { CallFailed } from './api.js';
import { pauseAfter } from './backoff.js';
import { type Core, tokenOf, update } from './core.js';
import { newestSequence } from './history.js';
import { type Socket, openSocket } from './socket.js';
import { type ChatState, withConversation, withEvent } from './state.js';
import type { LiveEvent } from './types.js';
import * as documents from '../contract/documents.js';
import type { ChatQuery } from '../contract/types.js';

export interface Following {
  begin(): void;
  /** Asks now. */
  refresh(): Promise<void>;
  end(): void;
}

const BACKOFF = { first: 2_000, longest: 30_000 };
const AWAITED = ['OPEN', 'PROCESSING', 'PAID', 'UNKNOWN'];

/** Milliseconds until the chat asks again, or null when a wake-up will do. */
export function pollPause(state: ChatState, isVisible: boolean): number | null {
  const isPaying = AWAITED.includes(state.payment?.state ?? '');
  if (state.connection === 'live') return null;
  if (!isVisible) return isPaying ? 15_000 : null;
  if (state.isTyping) return 1_200;
  if (isPaying) return 3_000;
  return state.isOpen ? 6_000 : 30_000;
}

export function createFollowing(core: Core, onGone: () => void): Following {
  let socket: Socket | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: Promise<void> | undefined;
  let failures = 0;
  let isOn = false;
  let planned: number | null = null;

  function begin() {
    end();
    isOn = true;
    failures = 0;
    connect();
    addEventListener('online', wake);
    addEventListener('offline', sleep);
    addEventListener('pageshow', wake);
    document.addEventListener('visibilitychange', wake);
    plan();
  }

  function connect() {
    const { socketUrl } = core.options;
    const { WebSocket, random } = core.environment;
    if (!socketUrl || !WebSocket) {
      update(core, { connection: 'polling' });
      return;
    }
    socket = openSocket({
      url: socketUrl,
      WebSocket,
      query: documents.chatEvents,
      variables: () => ({ token: tokenOf(core), after: newestSequence(core.store.get().history) }),
      onData: (data) => hear(data['chatEvents'] as LiveEvent),
      onState(state) {
        const known = core.store.get().connection;
        if (state === 'live') update(core, { connection: 'live' });
        else if (state === 'down' && known !== 'offline') update(core, { connection: 'polling' });
        plan();
      },
      onGone,
      random,
    });
  }

  function hear(event: LiveEvent) {
    core.store.set(withEvent(core.store.get(), event));
    if (core.store.get().history.held.length) void refresh(); // something was missed
  }

  function refresh(): Promise<void> {
    asking ??= ask().finally(() => {
      asking = undefined;
      planned = null;
      plan();
    });
    return asking;
  }

  async function ask() {
    const token = tokenOf(core);
    if (!token) return;
    const after = newestSequence(core.store.get().history);
    try {
      const { chat } = await core.call<ChatQuery>(documents.chat, { token, after });
      if (token !== tokenOf(core) || !isOn) return;
      failures = 0;
      if (!chat) return onGone();
      const { connection } = core.store.get();
      const now = connection === 'live' ? 'live' : 'polling';
      core.store.set({ ...withConversation(core.store.get(), chat), connection: now });
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      failures += 1;
      if (core.store.get().connection !== 'live') update(core, { connection: 'offline' });
    }
  }

  // A shorter pause than the one under way counts at once.
  function plan() {
    const wanted = isOn ? pause() : null;
    if (wanted === planned && timer) return;
    clearTimeout(timer);
    timer = undefined;
    planned = wanted;
    if (wanted !== null) timer = setTimeout(() => void refresh(), wanted);
  }

  function pause(): number | null {
    if (failures) return pauseAfter(failures, BACKOFF, () => 1);
    return pollPause(core.store.get(), document.visibilityState !== 'hidden');
  }

  function wake() {
    if (document.visibilityState === 'hidden') return;
    socket?.hurry();
    void refresh();
  }

  function sleep() {
    update(core, { connection: 'offline' });
  }

  function end() {
    isOn = false;
    clearTimeout(timer);
    timer = undefined;
    planned = null;
    socket?.close();
    socket = undefined;
    removeEventListener('online', wake);
    removeEventListener('offline', sleep);
    removeEventListener('pageshow', wake);
    document.removeEventListener('visibilitychange', wake);
  }

  core.store.subscribe(() => isOn && plan());
  return { begin, refresh, end };
}
