// A PIX code: to be scanned with another phone, or copied and pasted in the bank's app on this one.
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../components/Button.js';
import { useWidget } from '../components/context.js';
import { CheckIcon, CopyIcon } from '../components/icons.js';
import type { Payment } from '../core/types.js';

interface Props {
  readonly payment: Payment;
  readonly pix: NonNullable<Payment['pix']>;
  readonly onCopied: () => void;
}

const TELL_FOR = 4_000;

export function PixCode({ payment, pix, onCopied }: Props) {
  const { chat, texts } = useWidget();
  const [said, setSaid] = useState<'pixCopied' | 'pixCopyFailed' | null>(null);
  const code = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => {
    if (said !== 'pixCopied') return undefined;
    const timer = setTimeout(() => setSaid(null), TELL_FOR);
    return () => clearTimeout(timer);
  }, [said]);

  async function copy() {
    const isCopied = await copied(pix.code, code.current);
    setSaid(isCopied ? 'pixCopied' : 'pixCopyFailed');
    if (!isCopied) return;
    chat.paymentOpened(payment, 'copied');
    onCopied();
  }

  const { side, path } = pix.qr;
  return (
    <div className="pix">
      <svg
        className="qr"
        role="img"
        aria-label={texts('pixQr')}
        viewBox={`0 0 ${side} ${side}`}
        shapeRendering="crispEdges"
      >
        <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
        <path stroke="#000" d={path} />
      </svg>
      {pix.receiver && <p className="quiet">{texts('pixReceiver', { name: pix.receiver })}</p>}
      <ol className="how">
        <li>{texts('pixOpenApp')}</li>
        <li>{texts('pixScan')}</li>
        <li>{texts('pixConfirm')}</li>
      </ol>
      <p className="phone">{texts('pixPhone')}</p>
      <div className="field">
        <label htmlFor={id}>{texts('pixCode')}</label>
        <textarea
          id={id}
          ref={code}
          readOnly
          rows={1}
          wrap="off"
          dir="ltr"
          spellCheck={false}
          value={pix.code}
          onFocus={({ target }) => target.select()}
        />
      </div>
      <Button kind="primary" isWide testId="payment-button" onPress={() => void copy()}>
        {said === 'pixCopied' ? <CheckIcon size={18} /> : <CopyIcon size={18} />}
        <span>{texts(said === 'pixCopied' ? 'pixCopied' : 'pixCopy')}</span>
      </Button>
      <p className={said === 'pixCopyFailed' ? 'quiet' : 'unseen'} role="status">
        {said && texts(said)}
      </p>
    </div>
  );
}

// Where a page may not use the clipboard the selected text is copied in the old way, or left selected.
async function copied(text: string, field: HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field?.focus();
    field?.select();
    try {
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way on a page without TLS
      return document.execCommand('copy');
    } catch {
      return false;
    }
  }
}
