// Before the first message: what happens to the data; and the question, where the merchant asks for consent.
import { useChatNow, useWidget } from './context.js';
import { ChatIcon, LockIcon } from './icons.js';
import { safeAddress } from './markdown.js';

export function PrivacyLine() {
  const { texts } = useWidget();
  const state = useChatNow();
  // A tap leaves no message of the shopper's, only its reply.
  const hasBegun = state.outbox.length > 0 || state.history.messages.length > 1;
  if (hasBegun) return null;
  return (
    <p className="privacy">
      {texts('privacy')} <PolicyLink />
    </p>
  );
}

export function Consent() {
  const { chat, close, texts } = useWidget();
  return (
    <div className="middle consent">
      <div className="card">
        <span className="seal quiet-seal">
          <LockIcon size={22} />
        </span>
        <h3>{texts('consentTitle')}</h3>
        <p>
          {texts('consentText')} <PolicyLink />
        </p>
        <button type="button" className="button primary wide" onClick={chat.agree}>
          {texts('consentYes')}
        </button>
        <button type="button" className="button plain wide" onClick={close}>
          {texts('consentNo')}
        </button>
      </div>
    </div>
  );
}

/** The shop has no chat now. */
export function Closed() {
  const { texts } = useWidget();
  const { problem } = useChatNow();
  return (
    <div className="middle consent">
      <div className="card" role="status">
        <span className="seal quiet-seal">
          <ChatIcon size={24} />
        </span>
        <p>{problem?.message || texts('closed')}</p>
      </div>
    </div>
  );
}

function PolicyLink() {
  const { look, texts } = useWidget();
  const address = safeAddress(look.privacyUrl && new URL(look.privacyUrl, document.baseURI).href);
  if (!address) return null;
  return (
    <a href={address} target="_blank" rel="noopener">
      {texts('privacyLink')}
    </a>
  );
}
