// The round button in the corner. The script build draws the same one without React: src/script/button.ts.
import { forwardRef } from 'react';
import { ChatIcon, CloseIcon } from './icons.js';
import type { Texts } from '../core/texts.js';

interface Props {
  readonly texts: Texts;
  readonly isOpen: boolean;
  readonly unread: number;
  readonly onPress: () => void;
  readonly onInterest?: () => void;
}

export const FloatingButton = forwardRef<HTMLButtonElement, Props>(
  function FloatingButton(props, ref) {
    const { texts, isOpen, unread, onPress, onInterest } = props;
    const label = unread ? texts('openUnread', { count: unread }) : texts('open');
    return (
      <button
        ref={ref}
        type="button"
        className="launcher"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={isOpen ? texts('close') : label}
        data-testid="chat-button"
        onClick={onPress}
        onPointerEnter={onInterest}
        onFocus={onInterest}
      >
        {isOpen ? <CloseIcon size={26} /> : <ChatIcon size={28} />}
        {unread > 0 && (
          <span className="unread" aria-hidden="true">
            {unread > 9 ? '9+' : unread}
          </span>
        )}
      </button>
    );
  },
);
