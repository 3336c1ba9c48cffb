// The lines of a cart or an order, to be read only.
import { Picture } from '../components/Picture.js';
import type { CartLine } from '../core/types.js';

export const nameOfLine = ({ productName, variantName }: CartLine): string =>
  variantName && variantName !== productName ? `${productName}, ${variantName}` : productName;

export function Lines({ lines }: { lines: readonly CartLine[] }) {
  return (
    <ul className="lines">
      {lines.map((line) => (
        <li key={line.id} className="line">
          <Picture url={line.imageUrl} size="small" />
          <span className="grow">
            <span className="name" dir="auto">
              {line.productName}
            </span>
            <span className="quiet" dir="auto">
              {[line.variantName !== line.productName && line.variantName, `× ${line.quantity}`]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          <span className="amount">{line.total.text}</span>
        </li>
      ))}
    </ul>
  );
}
