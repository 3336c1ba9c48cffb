// Tells the page what happened, each thing once.
import type { Core } from './core.js';
import { newestPart, newestSequence } from './history.js';
import type { Cart } from './types.js';

const DONE = ['PAID', 'ORDERED'];

export function tellPage(core: Core): () => void {
  let told = newestSequence(core.store.get().history);
  let toldCart = '';
  let wasReady = false;

  return core.store.subscribe(() => {
    const { phase, history, payment, cart } = core.store.get();
    const newest = newestSequence(history);
    // What was there when the chat began, or began anew, is no news.
    if (phase !== 'ready' || !wasReady || newest < told) {
      wasReady = phase === 'ready';
      told = newest;
      toldCart = nameOf(cart);
    }
    for (const { author, text, sequence } of history.messages.slice(told)) {
      core.emitter.emit('message', { author, text, sequence });
    }
    told = newest;
    if (toldCart !== nameOf(cart)) {
      toldCart = nameOf(cart);
      const quantity = cart?.lines.reduce((sum, line) => sum + line.quantity, 0) ?? 0;
      core.emitter.emit('cart_changed', { checkoutId: cart?.id ?? null, quantity });
    }
    if (!payment || !DONE.includes(payment.state)) return;
    const { chargeId, amount } = payment;
    if (core.memory.get('told') === chargeId) return;
    core.memory.set('told', chargeId);
    const orderNumber = newestPart(history.messages, 'ChatReceipt')?.order.number ?? null;
    core.emitter.emit('payment_completed', { chargeId, amount, orderNumber });
  });
}

const nameOf = (cart: Cart | null): string => (cart ? `${cart.id} ${cart.version}` : '');
