// Until when a payment is open: the time of day, and in the last hour how much is left.
import { useEffect, useState } from 'react';
import { useWidget } from '../components/context.js';

const HOUR = 3_600_000;

export function TimeLeft({ until }: { until: string | null }) {
  const { texts } = useWidget();
  const [now, setNow] = useState(() => Date.now());
  const end = until ? Date.parse(until) : NaN;
  const left = end - now;
  useEffect(() => {
    if (Number.isNaN(end)) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [end]);
  if (Number.isNaN(left) || left <= 0) return null;
  const seconds = Math.floor(left / 1_000);
  const words =
    left < HOUR
      ? texts('payLeft', {
          time: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`,
        })
      : texts('payUntil', { time: clock(end, now, texts.locale) });
  // The counting is not read out: it would never end.
  return (
    <p className="quiet left" aria-live="off" role="timer">
      {words}
    </p>
  );
}

function clock(end: number, now: number, locale: string): string {
  const isToday = new Date(end).toDateString() === new Date(now).toDateString();
  const style = isToday
    ? ({ timeStyle: 'short' } as const)
    : ({ dateStyle: 'medium', timeStyle: 'short' } as const);
  return new Intl.DateTimeFormat(locale, style).format(end);
}
