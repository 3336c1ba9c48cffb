// What the shopper wrote, until the server has it.
import type { Entry } from '../core/outbox.js';
import { useWidget } from './context.js';

export function Outgoing({ entry }: { entry: Entry }) {
  const { chat, texts } = useWidget();
  const { clientId, text, tries, refusal } = entry;
  const isRefused = refusal !== undefined;
  return (
    <li className={`message shopper${isRefused ? ' refused' : ' going'}`} tabIndex={-1}>
      <span className="unseen">{texts('you')}: </span>
      <div className="bubble" dir="auto">
        <p>{text}</p>
      </div>
      <p className="fate" role={isRefused || tries > 0 ? 'status' : undefined}>
        <span>
          {isRefused ? `${texts('notSent')}. ${refusal}` : texts(tries ? 'notYetSent' : 'sending')}
        </span>
        {(isRefused || tries > 0) && (
          <>
            <button type="button" className="link" onClick={() => chat.retry(clientId)}>
              {texts('retry')}
            </button>
            <button type="button" className="link" onClick={() => chat.discard(clientId)}>
              {texts('discard')}
            </button>
          </>
        )}
      </p>
    </li>
  );
}
