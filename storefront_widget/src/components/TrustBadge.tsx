// Says how paying is kept safe.
import { useWidget } from './context.js';
import { LockIcon } from './icons.js';

export function TrustBadge() {
  const { texts } = useWidget();
  return (
    <p className="trust">
      <LockIcon size={16} />
      <span>{texts('trust')}</span>
    </p>
  );
}
