// Something that went wrong, or that one has to know.
import { AlertIcon, InfoIcon } from '../components/icons.js';
import type { PartOf } from '../core/types.js';

export function Notice({ part: { kind, noticeText } }: { part: PartOf<'ChatNotice'> }) {
  const isProblem = kind === 'PROBLEM';
  return (
    <div className={`notice${isProblem ? ' bad' : ''}`}>
      {isProblem ? <AlertIcon size={18} /> : <InfoIcon size={18} />}
      <p dir="auto">{noticeText}</p>
    </div>
  );
}
