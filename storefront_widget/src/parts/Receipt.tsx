// The order stands, and is paid.
import { useWidget } from '../components/context.js';
import { CheckIcon } from '../components/icons.js';
import type { PartOf } from '../core/types.js';
import { Lines } from './Lines.js';

export function Receipt({ part: { order, paid, reserved } }: { part: PartOf<'ChatReceipt'> }) {
  const { texts } = useWidget();
  return (
    <article className="card receipt" data-testid="receipt">
      <div className="thanks">
        <span className="seal">
          <CheckIcon size={26} />
        </span>
        <h3>{texts('receiptTitle')}</h3>
        <p className="quiet">{texts('order', { number: order.number })}</p>
      </div>
      <Lines lines={order.lines} />
      <dl className="sums">
        {order.deliveryName && (
          <div>
            <dt>{texts('delivery')}</dt>
            <dd dir="auto">{order.deliveryName}</dd>
          </div>
        )}
        <div className="total">
          <dt>{texts(reserved ? 'reserved' : 'paid')}</dt>
          <dd>{paid.text}</dd>
        </div>
      </dl>
    </article>
  );
}
