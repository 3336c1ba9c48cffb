// Where an order is.
import { useWidget } from '../components/context.js';
import { safeAddress } from '../components/markdown.js';
import type { TextKey, Texts } from '../core/texts.js';
import type { PartOf } from '../core/types.js';
import { Lines } from './Lines.js';

const GOOD = ['FULFILLED', 'PARTIALLY_FULFILLED'];
const KNOWN = [
  'UNCONFIRMED',
  'UNFULFILLED',
  'PARTIALLY_FULFILLED',
  'FULFILLED',
  'PARTIALLY_RETURNED',
  'RETURNED',
  'CANCELED',
];

export function OrderStatus({ part: { order } }: { part: PartOf<'ChatOrderStatus'> }) {
  const { texts } = useWidget();
  return (
    <article className="card order">
      <header className="heading">
        <h3>{texts('order', { number: order.number })}</h3>
        <span className={`badge${GOOD.includes(order.status) ? ' good' : ''}`}>
          {statusWords(order.status, texts)}
        </span>
      </header>
      <Lines lines={order.lines} />
      <dl className="sums">
        {order.deliveryName && (
          <div>
            <dt>{texts('delivery')}</dt>
            <dd dir="auto">{order.deliveryName}</dd>
          </div>
        )}
        {order.tracking.length > 0 && (
          <div>
            <dt>{texts('tracking')}</dt>
            <dd>{order.tracking.map(tracking)}</dd>
          </div>
        )}
        <div className="total">
          <dt>{texts('total')}</dt>
          <dd>{order.total.text}</dd>
        </div>
      </dl>
    </article>
  );
}

function tracking(one: string) {
  const address = safeAddress(one);
  if (!address) return <code key={one}>{one}</code>;
  return (
    <a key={one} href={address} target="_blank" rel="noopener noreferrer">
      {new URL(address).hostname}
    </a>
  );
}

// A status of a newer Saleor is said as it comes.
const statusWords = (status: string, texts: Texts) =>
  KNOWN.includes(status)
    ? texts(`order_${status}` as TextKey)
    : status.toLowerCase().replace(/_/g, ' ');
