// What the shopper said or tapped, kept until the server has it: one item of storage for each, so that tabs never overwrite each other.
import type { Memory } from './memory.js';
import { newId } from './ids.js';
import type { Action } from './types.js';

export interface Entry {
  readonly clientId: string;
  /** Milliseconds since 1970; entries go in this order. */
  readonly at: number;
  readonly text?: string;
  readonly action?: Action;
  /** Times that it was tried in vain. */
  readonly tries: number;
  /** Why the server will not take it; it is not sent again by itself. */
  readonly refusal?: string;
}

export interface Outbox {
  list(): Entry[];
  add(content: { text: string } | { action: Action }): Entry;
  put(entry: Entry): void;
  remove(clientId: string): void;
  clear(): void;
}

const PREFIX = 'out:';
/** What waited for longer is not sent without being asked: the shopper has moved on. */
export const STALE_AFTER = 24 * 3_600_000;

export function openOutbox(memory: Memory, now: () => number): Outbox {
  let newest = 0;

  const put = (entry: Entry) => memory.set(PREFIX + entry.clientId, JSON.stringify(entry));
  const remove = (clientId: string) => memory.remove(PREFIX + clientId);

  function read(key: string): Entry[] {
    try {
      const entry = JSON.parse(memory.get(key) ?? '') as Entry;
      if (now() - entry.at < STALE_AFTER || entry.refusal !== undefined) return [entry];
      // A tap of yesterday is about a card of yesterday.
      if (entry.action) remove(entry.clientId);
      return entry.action ? [] : [{ ...entry, refusal: '' }];
    } catch {
      memory.remove(key);
      return [];
    }
  }

  const list = () =>
    memory
      .keys()
      .filter((key) => key.startsWith(PREFIX))
      .flatMap(read)
      .sort((a, b) => a.at - b.at || (a.clientId < b.clientId ? -1 : 1));

  return {
    list,
    add(content) {
      newest = Math.max(now(), newest + 1);
      const entry = { clientId: newId(), at: newest, tries: 0, ...content };
      put(entry);
      return entry;
    },
    put,
    remove,
    clear: () => list().forEach(({ clientId }) => remove(clientId)),
  };
}
