// A message: its words in a bubble, its cards below.
import { memo } from 'react';
import { isKnown, withoutDoubles } from '../parts/current.js';
import { PartView } from '../parts/PartView.js';
import type { Message, PartName } from '../core/types.js';
import { useWidget } from './context.js';
import { clockWords } from './times.js';
import { Words } from './Words.js';

interface Props {
  readonly message: Message;
  /** The kind of its card that can be used now, if it has it. */
  readonly current: PartName | null;
  /** Kinds of its cards of which a newer one took the place, in one word. */
  readonly replaced: string;
  readonly isNewest: boolean;
  readonly showsTime: boolean;
}

export const ChatBubble = memo(function ChatBubble(props: Props) {
  const { message, showsTime } = props;
  const { texts } = useWidget();
  const isShopper = message.author === 'SHOPPER';
  const isPerson = message.author === 'PERSON';
  return (
    <li
      className={`message ${isShopper ? 'shopper' : 'assistant'}`}
      tabIndex={-1}
      data-sequence={message.sequence}
    >
      <span className={isPerson ? 'by' : 'unseen'}>{texts(speakerOf(message))}: </span>
      {isShopper ? (
        <div className="bubble" dir="auto">
          <p>{message.text}</p>
        </div>
      ) : (
        <Reply {...props} />
      )}
      {showsTime && <Time at={message.createdAt} />}
    </li>
  );
});

export function speakerOf({ author }: Message): 'you' | 'assistant' | 'person' {
  if (author === 'PERSON') return 'person';
  return author === 'SHOPPER' ? 'you' : 'assistant';
}

function Reply({ message, current, replaced, isNewest }: Props) {
  const known = message.parts.filter(isKnown);
  // What this widget does not know is at least said.
  if (!known.length || known.length < message.parts.length) return <Bubble text={message.text} />;
  const parts = withoutDoubles(known).filter(
    ({ __typename }) =>
      (isNewest || __typename !== 'ChatQuickReplies') && !replaced.includes(__typename),
  );
  const products = parts.filter(({ __typename }) => __typename === 'ChatProductCard').length;
  return (
    <>
      {parts.map((part, at) => {
        if (part.__typename === 'ChatTextPart') {
          const follows = parts[at - 1]?.__typename === 'ChatTextPart';
          // Neighbouring words are one bubble.
          return follows ? null : <Bubble key={at} text={wordsFrom(parts, at)} />;
        }
        return (
          <PartView
            key={at}
            part={part}
            isCurrent={part.__typename === current}
            isOneOfMany={products > 1}
          />
        );
      })}
    </>
  );
}

function wordsFrom(parts: Message['parts'], start: number): string {
  const words: string[] = [];
  for (const part of parts.slice(start)) {
    if (part.__typename !== 'ChatTextPart') break;
    words.push(part.text);
  }
  return words.join('\n\n');
}

export function Bubble({ text }: { text: string }) {
  return (
    <div className="bubble" dir="auto">
      <Words text={text} />
    </div>
  );
}

function Time({ at }: { at: string }) {
  const { texts } = useWidget();
  const words = clockWords(at, texts.locale);
  return words ? <time dateTime={at}>{words}</time> : null;
}
