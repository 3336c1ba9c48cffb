// Says finished messages to screen readers: not the tokens of one that is being written, and not the history.
import { useEffect, useRef, useState } from 'react';
import { newestSequence } from '../core/history.js';
import type { Message } from '../core/types.js';
import { speakerOf } from './ChatBubble.js';
import { useChatNow, useWidget } from './context.js';

export function Announcer() {
  const { texts } = useWidget();
  const state = useChatNow();
  const { history, phase } = state;
  const newest = newestSequence(history);
  const told = useRef<number | null>(null);
  const [said, setSaid] = useState<readonly Message[]>([]);

  useEffect(() => {
    if (phase !== 'ready') return;
    const from = told.current;
    told.current = newest;
    // The greeting of a new conversation is news; the history of an old one is not.
    const isHistory = from === null && history.messages.some(({ author }) => author === 'SHOPPER');
    if (isHistory || from === newest) return;
    const came = history.messages.filter(
      ({ author, sequence }) => author !== 'SHOPPER' && sequence > (from ?? 0),
    );
    if (came.length) setSaid(came);
  }, [history, newest, phase]);

  // Said once: who reads on after the panel's end does not come upon it again.
  useEffect(() => {
    const timer = setTimeout(() => setSaid([]), 10_000);
    return () => clearTimeout(timer);
  }, [said]);

  return (
    <div className="unseen" aria-live="polite" aria-atomic="true" data-testid="announcer">
      {said.map((message) => (
        <p key={message.sequence}>{`${texts(speakerOf(message))}: ${spoken(message)}`}</p>
      ))}
    </div>
  );
}

// Nobody is helped by hearing a PIX code or an address, letter by letter: the card has a button for it.
function spoken({ text, parts }: Message): string {
  const unspeakable = parts.flatMap((part) =>
    part.__typename === 'ChatPaymentRequest' ? [part.payment.pix?.code, part.payment.pageUrl] : [],
  );
  return text
    .split('\n')
    .filter((line) => !unspeakable.some((one) => one && line.includes(one)))
    .join('\n');
}
