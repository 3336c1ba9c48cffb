// Counts the page view, and says which arm of the experiment it is in. Both before anything is shown.
import { createCall } from './api.js';
import { type Arm, armOf } from './ids.js';
import { openMemory, visitorIdOf } from './memory.js';
import type { ChatOptions } from './options.js';
import { chatVisit } from '../contract/documents.js';

export interface Visit {
  readonly visitorId: string;
  readonly arm: Arm;
}

export interface VisitOptions extends Pick<ChatOptions, 'apiUrl' | 'channel' | 'visitorId'> {
  /** Share of the visitors, 0 to 1, who are shown no chat, to compare with. */
  readonly experimentShare?: number | undefined;
}

// What is on its way: a component may be mounted twice before the first answer is there.
const telling = new Set<string>();

/** Told once per visitor, channel, arm and day (UTC): more would not count. */
export function countVisit(options: VisitOptions, fetcher: typeof fetch = fetch): Visit {
  const memory = openMemory(() => localStorage);
  const visitorId = visitorIdOf(memory, options.visitorId);
  const arm = armOf(visitorId, options.experimentShare ?? 0);
  const day = `${new Date().toISOString().slice(0, 10)} ${options.channel} ${arm} ${visitorId}`;
  if (memory.get('visit') !== day && !telling.has(day)) {
    telling.add(day);
    const variables = { visitorId, channel: options.channel, arm };
    createCall(options.apiUrl, fetcher)(chatVisit, variables, { keepalive: true })
      .then(
        () => memory.set('visit', day),
        () => undefined, // counted at the next view
      )
      .finally(() => telling.delete(day));
  }
  return { visitorId, arm };
}
