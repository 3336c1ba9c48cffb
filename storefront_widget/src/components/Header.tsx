// Who one talks to, and the ways out.
import { useRef, useState } from 'react';
import { useChatNow, useWidget } from './context.js';
import { ChatIcon, CloseIcon, RestartIcon } from './icons.js';
import { safeAddress } from './markdown.js';

export function Header({ titleId }: { titleId: string }) {
  const { chat, close, look, texts } = useWidget();
  const state = useChatNow();
  const [isAsking, setIsAsking] = useState(false);
  const restart = useRef<HTMLButtonElement>(null);
  const avatar = safeAddress(look.avatar && new URL(look.avatar, document.baseURI).href);
  const canRestart = state.phase === 'ready' && state.history.messages.length > 1;

  function answer(isYes: boolean) {
    setIsAsking(false);
    restart.current?.focus();
    if (isYes) chat.restart();
  }

  return (
    <header className="header">
      <div className="who">
        <span className="avatar" aria-hidden="true">
          {avatar ? <img src={avatar} alt="" /> : <ChatIcon size={22} />}
        </span>
        <div className="grow">
          <h2 id={titleId}>{texts('title')}</h2>
          <p className="quiet">{texts('subtitle')}</p>
        </div>
        {canRestart && (
          <button
            ref={restart}
            type="button"
            className="button icon"
            aria-label={texts('restart')}
            title={texts('restart')}
            aria-expanded={isAsking}
            onClick={() => setIsAsking(!isAsking)}
          >
            <RestartIcon />
          </button>
        )}
        <button
          type="button"
          className="button icon"
          aria-label={texts('close')}
          title={texts('close')}
          onClick={close}
        >
          <CloseIcon />
        </button>
      </div>
      {isAsking && (
        <div className="ask" role="group" aria-label={texts('restart')}>
          <p>{texts('restartAsk')}</p>
          <button type="button" className="button primary" onClick={() => answer(true)}>
            {texts('restartYes')}
          </button>
          <button type="button" className="button secondary" onClick={() => answer(false)}>
            {texts('restartNo')}
          </button>
        </div>
      )}
    </header>
  );
}
