// A reply is being made; when that takes long, it says so.
import { useEffect, useState } from 'react';
import { useWidget } from './context.js';

const LONG = 8_000;

export function TypingIndicator() {
  const { texts } = useWidget();
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), LONG);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="message assistant typing">
      <div className="bubble" role="status">
        <span className="unseen">{texts('typing')}</span>
        <span className="dots" aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
        {isLong && <span className="slow">{texts('slow')}</span>}
      </div>
    </div>
  );
}
