// Where the shopper writes. Enter sends, Shift and Enter make a new line.
import {
  type SyntheticEvent,
  type KeyboardEvent,
  type RefObject,
  useId,
  useLayoutEffect,
  useState,
} from 'react';
import { canStop } from '../core/state.js';
import { useChatNow, useWidget } from './context.js';
import { SendIcon, StopIcon } from './icons.js';

const MOST = 2_000;
const TELL_FROM = 1_800;
const HIGHEST = 132;

export function ChatInput({ field }: { field: RefObject<HTMLTextAreaElement | null> }) {
  const { chat, drafts, texts } = useWidget();
  const state = useChatNow();
  const [text, setText] = useState(drafts.get('message') ?? '');
  const id = useId();
  const left = MOST - text.length;
  const hasWords = text.trim() !== '';

  // Where a browser cannot fit a field to its text by itself.
  useLayoutEffect(() => {
    const element = field.current;
    if (!element || typeof CSS === 'undefined' || CSS.supports('field-sizing', 'content')) return;
    element.style.height = '';
    if (text) element.style.height = `${Math.min(element.scrollHeight, HIGHEST)}px`;
  }, [field, text]);

  function write(words: string) {
    drafts.set('message', words);
    setText(words);
  }

  function submit(event: SyntheticEvent | KeyboardEvent) {
    event.preventDefault();
    if (!hasWords) return;
    chat.send(text);
    write('');
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    // Enter that ends the entry of a Japanese or Chinese word sends nothing.
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) submit(event);
  }

  // Without words it stands in the place of Send and is the same element, which keeps the focus. Its first click
  // counts: the second one of a double click on Send is not meant for it.
  const stop = canStop(state) && (
    <button
      type="button"
      className="send"
      aria-label={texts('stop')}
      onClick={({ detail }) => detail < 2 && chat.stop()}
    >
      <StopIcon />
    </button>
  );

  return (
    <form className="composer" onSubmit={submit}>
      <div className="entry">
        <label htmlFor={id} className="unseen">
          {texts('placeholder')}
        </label>
        <textarea
          ref={field}
          id={id}
          rows={1}
          value={text}
          maxLength={MOST}
          placeholder={texts('placeholder')}
          dir="auto"
          enterKeyHint="send"
          autoComplete="off"
          aria-describedby={text.length > TELL_FROM ? `${id}-left` : undefined}
          data-testid="chat-input"
          onChange={({ target }) => write(target.value)}
          onKeyDown={onKeyDown}
        />
        {hasWords && stop}
        {stop && !hasWords ? (
          stop
        ) : (
          <button
            type="submit"
            className="send"
            aria-label={texts('send')}
            aria-disabled={!hasWords || undefined}
            data-testid="chat-send"
          >
            <SendIcon />
          </button>
        )}
      </div>
      {text.length > TELL_FROM && (
        <p className="quiet count" id={`${id}-left`}>
          {texts('lettersLeft', { count: left })}
        </p>
      )}
    </form>
  );
}
