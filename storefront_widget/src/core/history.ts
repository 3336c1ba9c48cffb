// The messages in order. What comes after a gap is held back until the gap is filled.
import type { Message, Part, PartName, PartOf } from './types.js';

export interface History {
  /** Sequence 1, 2, 3, … without gaps. */
  readonly messages: readonly Message[];
  readonly held: readonly Message[];
}

export const EMPTY: History = { messages: [], held: [] };

export const newestSequence = ({ messages }: History): number => messages.at(-1)?.sequence ?? 0;

/** Whether what was sent with the id is in the conversation. */
export const isIn = ({ messages }: History, clientId: string): boolean =>
  messages.some((message) => message.clientId === clientId);

/** Returns the very same history when nothing in `incoming` is new. */
export function merge(history: History, incoming: readonly Message[]): History {
  const last = newestSequence(history);
  const waiting = new Map(history.held.map((message) => [message.sequence, message]));
  const before = waiting.size;
  for (const message of incoming) {
    if (message.sequence > last && !waiting.has(message.sequence)) {
      waiting.set(message.sequence, message);
    }
  }
  if (waiting.size === before) return history;
  const next: Message[] = [];
  for (let at = last + 1; waiting.has(at); at += 1) {
    next.push(waiting.get(at)!);
    waiting.delete(at);
  }
  const held = [...waiting.values()].sort((a, b) => a.sequence - b.sequence);
  return { messages: next.length ? [...history.messages, ...next] : history.messages, held };
}

/** The newest part of a kind, if there is one. */
export function newestPart<Name extends PartName>(
  messages: readonly Message[],
  name: Name,
): PartOf<Name> | undefined {
  return messages
    .flatMap(({ parts }): Part[] => parts)
    .findLast((part): part is PartOf<Name> => part.__typename === name);
}
