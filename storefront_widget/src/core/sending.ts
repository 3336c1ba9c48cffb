// Sends what is in the outbox: one after the other, each until the server has it.
import { CallFailed } from './api.js';
import { pauseAfter } from './backoff.js';
import { type Core, tokenOf, update } from './core.js';
import { alone } from './environment.js';
import { isIn } from './history.js';
import { newId } from './ids.js';
import type { Entry } from './outbox.js';
import { withSent } from './state.js';
import type { Action, ErrorCode } from './types.js';
import * as documents from '../contract/documents.js';
import type { ChatActionSubmitMutation, ChatMessageSendMutation } from '../contract/types.js';

export interface Sending {
  send(text: string): void;
  act(action: Action): void;
  /** Sends now what waits, and what was refused. */
  retry(clientId: string): void;
  discard(clientId: string): void;
  flush(): Promise<void>;
  end(): void;
}

export interface SendingHooks {
  /** The conversation is gone; what was not sent waits for the next one. */
  readonly onGone: () => void;
  readonly onAnswered: () => void;
  /** The server could not be reached, or did not know what to say. */
  readonly onFailed: () => void;
}

const BACKOFF = { first: 1_000, longest: 30_000 };
const FLOOD = { first: 10_000, longest: 30_000 };
const TIMEOUT = 35_000; // a send may do its whole turn

type Outcome = 'done' | 'stop' | { tryAfter: number };
type Refusal = { code: ErrorCode; message: string };

export function createSending(core: Core, { onGone, onAnswered, onFailed }: SendingHooks): Sending {
  let isSending = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const relist = () => update(core, { outbox: core.outbox.list() });

  function add(content: { text: string } | { action: Action }) {
    core.outbox.add(content);
    relist();
    void flush();
  }

  async function flush() {
    if (isSending || core.isOver || core.store.get().phase !== 'ready') return;
    clearTimeout(timer);
    isSending = true;
    try {
      const pause = await alone(core.environment, 'agentpay-outbox', sendAll);
      if (pause && !core.isOver) timer = setTimeout(() => void flush(), pause);
    } finally {
      isSending = false;
    }
  }

  /** Returns the pause after which to go on, if something is left. */
  async function sendAll(): Promise<number | undefined> {
    for (;;) {
      const entry = core.outbox.list().find(({ refusal }) => refusal === undefined);
      if (!entry || core.isOver) return undefined;
      const outcome = await deliver(entry);
      if (outcome === 'stop') return undefined;
      if (outcome !== 'done') return outcome.tryAfter;
    }
  }

  async function deliver(entry: Entry): Promise<Outcome> {
    const token = tokenOf(core);
    if (!token) return 'stop';
    try {
      const { errors, ...sent } = await submit(entry, token);
      if (token !== tokenOf(core)) return 'stop';
      if (errors[0]) return refused(entry, errors[0]);
      core.outbox.remove(entry.clientId);
      const state = { ...core.store.get(), outbox: core.outbox.list(), problem: null };
      core.store.set(withSent(state, sent));
      onAnswered();
      return 'done';
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      if (error.isLasting) return refused(entry, { code: 'INVALID', message: '' });
      onFailed();
      return again(entry, BACKOFF);
    }
  }

  async function submit({ clientId, text, action }: Entry, token: string) {
    const settings = { timeout: TIMEOUT };
    const answer =
      text === undefined
        ? (
            await core.call<ChatActionSubmitMutation>(
              documents.chatActionSubmit,
              { token, action, clientId },
              settings,
            )
          ).chatActionSubmit
        : (
            await core.call<ChatMessageSendMutation>(
              documents.chatMessageSend,
              { token, text, clientId },
              settings,
            )
          ).chatMessageSend;
    if (!answer) throw new CallFailed('server', 'no answer');
    return answer;
  }

  function refused(entry: Entry, { code, message }: Refusal): Outcome {
    switch (code) {
      case 'INTERNAL':
      case 'SHOP_UNAVAILABLE':
        return again(entry, BACKOFF);
      case 'TOO_MANY_REQUESTS':
        update(core, { problem: { code, message } });
        return again(entry, FLOOD);
      case 'CLIENT_ID_REUSED':
        core.outbox.remove(entry.clientId);
        core.outbox.put({ ...entry, clientId: newId() });
        return 'done';
      case 'NOT_FOUND':
        onGone();
        return 'stop';
      default:
        settle(entry, { code, message });
        return 'done';
    }
  }

  // Words stay on the screen to be mended; a tap is made again by tapping.
  function settle(entry: Entry, problem: Refusal) {
    if (entry.text === undefined) core.outbox.remove(entry.clientId);
    else core.outbox.put({ ...entry, refusal: problem.message });
    update(core, { outbox: core.outbox.list(), problem: entry.action ? problem : null });
    core.emitter.emit('error', problem);
  }

  // What is there in the conversation has been taken, also when the answer to its send was lost.
  const unwatch = core.store.subscribe(() => {
    const { outbox, history } = core.store.get();
    const tried = outbox.filter(({ tries }) => tries > 0);
    if (!tried.length) return;
    const arrived = tried.filter(({ clientId }) => isIn(history, clientId));
    arrived.forEach(({ clientId }) => core.outbox.remove(clientId));
    if (arrived.length) relist();
  });

  function again(entry: Entry, backoff: typeof BACKOFF): Outcome {
    if (isIn(core.store.get().history, entry.clientId)) return 'done';
    const tries = entry.tries + 1;
    core.outbox.put({ ...entry, tries });
    relist();
    return { tryAfter: pauseAfter(tries, backoff, core.environment.random) };
  }

  return {
    send: (text) => add({ text }),
    act: (action) => add({ action }),
    retry(clientId) {
      const entry = core.outbox.list().find((one) => one.clientId === clientId);
      if (!entry) return;
      const { refusal, ...fresh } = entry;
      const at = refusal === undefined ? entry.at : core.environment.now();
      core.outbox.put({ ...fresh, at });
      relist();
      void flush();
    },
    discard(clientId) {
      core.outbox.remove(clientId);
      relist();
    },
    flush,
    end() {
      clearTimeout(timer);
      unwatch();
    },
  };
}
