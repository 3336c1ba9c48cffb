// Days and runs of messages.
import type { Texts } from '../core/texts.js';
import type { Message } from '../core/types.js';

const RUN = 5 * 60_000;

export const isSameDay = (one: Message | undefined, other: Message): boolean =>
  one !== undefined &&
  new Date(one.createdAt).toDateString() === new Date(other.createdAt).toDateString();

// To make one costs as much as to draw a message.
const clocks = new Map<string, Intl.DateTimeFormat>();

/** The time of day; nothing for what is no time. */
export function clockWords(at: string, locale: string): string {
  const clock = clocks.get(locale) ?? new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  clocks.set(locale, clock);
  const when = new Date(at);
  return Number.isNaN(when.getTime()) ? '' : clock.format(when);
}

/** Messages of one author within a few minutes need one time. */
export const isSameRun = (one: Message, next: Message | undefined): boolean =>
  next !== undefined &&
  next.author === one.author &&
  Date.parse(next.createdAt) - Date.parse(one.createdAt) < RUN;

export function dayWords(at: string, texts: Texts, now = new Date()): string {
  const day = new Date(at);
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (day.toDateString() === now.toDateString()) return texts('today');
  if (day.toDateString() === yesterday.toDateString()) return texts('yesterday');
  const isThisYear = day.getFullYear() === now.getFullYear();
  return new Intl.DateTimeFormat(texts.locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' as const }),
  }).format(day);
}
