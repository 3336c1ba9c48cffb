// Says finished messages to screen readers: not the tokens of one that is being written, and not the history.
import { useEffect, useRef, useState } from 'react';
import { newestSequence } from '../core/history.js';
import { useWidget } from './context.js';

export function Announcer() {
  const { state, texts } = useWidget();
  const { history, phase } = state;
  const newest = newestSequence(history);
  const told = useRef<number | null>(null);
  const [words, setWords] = useState<readonly string[]>([]);

  useEffect(() => {
    if (phase !== 'ready') return;
    const from = told.current;
    told.current = newest;
    // The greeting of a new conversation is news; the history of an old one is not.
    const isHistory = from === null && history.messages.some(({ author }) => author === 'SHOPPER');
    if (isHistory || from === newest) return;
    const came = history.messages.filter(
      ({ author, sequence }) => author === 'ASSISTANT' && sequence > (from ?? 0),
    );
    if (came.length) setWords(came.map(({ text }) => text));
  }, [history, newest, phase]);

  return (
    <div className="unseen" aria-live="polite" aria-atomic="true" data-testid="announcer">
      {words.map((text, at) => (
        <p key={at}>{`${texts('assistant')}: ${text}`}</p>
      ))}
    </div>
  );
}
