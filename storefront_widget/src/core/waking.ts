// Whether a page that is loaded has to show the panel by itself: it was open in this tab, or a payment is awaited.
import type { Payment } from './types.js';

const OPEN = 'agentpay:open';
const AWAITED = 'agentpay:awaited';

/** True while news of the payment are on their way. */
export const isAwaiting = (payment: Payment | null): boolean =>
  ['OPEN', 'PROCESSING', 'PAID'].includes(payment?.state ?? '');

export function remember(isOpen: boolean, isPaying: boolean): void {
  put(() => sessionStorage, OPEN, isOpen);
  put(() => localStorage, AWAITED, isPaying);
}

export function wakes(): { opens: boolean; loads: boolean } {
  const wasOpen = has(() => sessionStorage, OPEN);
  const isPaying = has(() => localStorage, AWAITED);
  // On a phone the panel would lie over every page that is visited.
  const isWide = matchMedia('(min-width: 561px) and (min-height: 481px)').matches;
  return { opens: wasOpen && (isWide || isPaying), loads: isPaying };
}

function put(area: () => Storage, key: string, is: boolean) {
  try {
    if (is) area().setItem(key, '1');
    else area().removeItem(key);
  } catch {
    // A browser that keeps nothing opens nothing by itself.
  }
}

function has(area: () => Storage, key: string): boolean {
  try {
    return area().getItem(key) !== null;
  } catch {
    return false;
  }
}
