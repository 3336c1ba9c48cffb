// A product's picture. Without one, or when it does not load, a quiet place is kept for it.
import { useState } from 'react';
import { safeAddress } from './markdown.js';

export function Picture({ url, size }: { url: string | null; size: 'small' | 'large' }) {
  const [isBroken, setIsBroken] = useState(false);
  const address = safeAddress(url);
  return (
    <span className={`picture ${size}`} aria-hidden="true">
      {address && !isBroken && (
        <img
          src={address}
          alt=""
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          onError={() => setIsBroken(true)}
        />
      )}
    </span>
  );
}
