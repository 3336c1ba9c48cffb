// A line of the cart whose quantity can be changed. Quick taps become one change.
import { useEffect, useRef, useState } from 'react';
import { useIsBusy, useWidget } from '../components/context.js';
import { TrashIcon } from '../components/icons.js';
import { Picture } from '../components/Picture.js';
import type { CartLine } from '../core/types.js';
import { nameOfLine } from './Lines.js';
import { Stepper } from './Stepper.js';

const PAUSE = 600;
const MOST = 999;

export function CartLineRow({ line }: { line: CartLine }) {
  const { act, texts } = useWidget();
  const isBusy = useIsBusy();
  const [quantity, setQuantity] = useState(line.quantity);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const item = nameOfLine(line);
  useEffect(() => setQuantity(line.quantity), [line.quantity]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function change(to: number, pause: number) {
    setQuantity(to);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (to !== line.quantity) act({ setQuantity: { variantId: line.variantId, quantity: to } });
    }, pause);
  }

  return (
    <li className="line">
      <Picture url={line.imageUrl} size="small" />
      <div className="grow">
        <span className="name" dir="auto">
          {line.productName}
        </span>
        {line.variantName && line.variantName !== line.productName && (
          <span className="quiet" dir="auto">
            {line.variantName}
          </span>
        )}
        <LineProblem line={line} />
        <div className="line-tools">
          <Stepper
            value={quantity}
            least={1}
            most={Math.max(line.quantity, Math.min(line.available ?? MOST, MOST))}
            item={item}
            onChange={(to) => change(to, PAUSE)}
          />
          <button
            type="button"
            className="button icon"
            aria-label={texts('removeItem', { item })}
            aria-disabled={isBusy || undefined}
            onClick={() => !isBusy && change(0, 0)}
          >
            <TrashIcon size={18} />
          </button>
        </div>
      </div>
      <span className="amount">
        {line.total.text}
        {line.quantity > 1 && (
          <span className="quiet">{texts('each', { price: line.unitPrice.text })}</span>
        )}
      </span>
    </li>
  );
}

function LineProblem({ line }: { line: CartLine }) {
  const { texts } = useWidget();
  if (!line.problem) return null;
  const words =
    line.problem === 'INSUFFICIENT_STOCK' && line.available
      ? texts('left', { count: line.available })
      : texts('notAvailable');
  return <span className="problem">{words}</span>;
}
