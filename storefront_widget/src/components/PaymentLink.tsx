// Opens the provider's page: in a new tab, and in this one where a browser lets no new one open.
import type { MouseEvent } from 'react';
import { useWidget } from './context.js';
import { OutIcon } from './icons.js';
import { safeAddress } from './markdown.js';
import type { Payment } from '../core/types.js';

interface Props {
  readonly payment: Payment;
  readonly wasOpened: boolean;
  readonly onOpened: () => void;
}

export function PaymentLink({ payment, wasOpened, onOpened }: Props) {
  const { chat, texts } = useWidget();
  const address = safeAddress(payment.pageUrl);
  if (!address) return null;

  function open(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      chat.paymentOpened(payment, 'new tab'); // the browser opens it as the shopper wishes
      onOpened();
      return;
    }
    event.preventDefault();
    const page = window.open(address!, '_blank');
    if (page) page.opener = null;
    chat.paymentOpened(payment, page ? 'new tab' : 'same tab');
    onOpened();
    if (!page) location.assign(address!);
  }

  return (
    <a
      className={`button ${wasOpened ? 'secondary' : 'primary'} wide`}
      href={address}
      target="_blank"
      rel="noopener"
      data-testid="payment-button"
      onClick={open}
    >
      <span>{texts(wasOpened ? 'payAgain' : 'payNow')}</span>
      <OutIcon size={16} />
      <span className="unseen">({texts('newTab')})</span>
    </a>
  );
}
