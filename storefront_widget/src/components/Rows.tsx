// The rows of a history, in lists of so many. Of a long one a browser leaves out the lists that are out of sight.
import { memo } from 'react';
import type { currentStep } from '../parts/current.js';
import type { Message } from '../core/types.js';
import { ChatBubble } from './ChatBubble.js';
import { useWidget } from './context.js';
import { dayWords, isSameDay, isSameRun } from './times.js';

export const BLOCK = 40;
// So many of the newest are talked about now.
const NEWEST = 30;

// Which blocks hold the messages from `first` on; a block begins at a multiple of its size.
export function blocks(first: number, length: number): number[] {
  const found = [];
  for (let block = Math.floor(first / BLOCK); block * BLOCK < length; block += 1) found.push(block);
  return found;
}

// All of it has been drawn before, so that the browser knows its height; and it is not what is talked about now.
export const isSettled = (block: number, first: number, length: number): boolean =>
  (block - 1) * BLOCK >= first && (block + 1) * BLOCK <= length - NEWEST;

interface RowsProps {
  readonly messages: readonly Message[];
  /** The rows' indices, without `to`. */
  readonly from: number;
  readonly to: number;
  readonly step: ReturnType<typeof currentStep>;
  readonly replaced: readonly string[];
  /** The newest message's sequence number, unless something newer is on its way. */
  readonly newest: number | null;
  readonly isSettled: boolean;
}

// A list of its own for every so many: what is drawn above costs them nothing, and a browser leaves out whole ones.
export const Rows = memo(function Rows({
  messages,
  from,
  to,
  step,
  replaced,
  newest,
  ...list
}: RowsProps) {
  return (
    <ol className={list.isSettled ? 'messages settled' : 'messages'}>
      {messages.slice(from, to).map((message, at) => (
        <Row
          key={message.sequence}
          message={message}
          before={messages[from + at - 1]}
          after={messages[from + at + 1]}
          current={step?.sequence === message.sequence ? step.name : null}
          replaced={replaced[from + at] ?? ''}
          isNewest={message.sequence === newest}
        />
      ))}
    </ol>
  );
});

interface RowProps extends Omit<React.ComponentProps<typeof ChatBubble>, 'showsTime'> {
  readonly before: Message | undefined;
  readonly after: Message | undefined;
}

const Row = memo(function Row({ before, after, ...bubble }: RowProps) {
  const { texts } = useWidget();
  const { message } = bubble;
  return (
    <>
      {!isSameDay(before, message) && (
        <li className="day">
          <span>{dayWords(message.createdAt, texts)}</span>
        </li>
      )}
      <ChatBubble {...bubble} showsTime={!isSameRun(message, after)} />
    </>
  );
});
