import { expect, test } from 'vitest';
import { EMPTY, merge } from '../../src/core/history.js';
import {
  INITIAL,
  unreadOf,
  withConversation,
  withEvent,
  withMessages,
} from '../../src/core/state.js';
import { makeMessage, makePayment } from '../server.js';

const sequences = (history: typeof EMPTY) => history.messages.map(({ sequence }) => sequence);

test('messages stand in order whatever order they come in', () => {
  const history = merge(EMPTY, [makeMessage(3), makeMessage(1), makeMessage(2)]);

  expect(sequences(history)).toEqual([1, 2, 3]);
});

test('a message that is known already changes nothing at all', () => {
  const history = merge(EMPTY, [makeMessage(1), makeMessage(2)]);

  expect(merge(history, [makeMessage(2), makeMessage(1)])).toBe(history);
});

test('what comes after a gap is held back until the gap is filled', () => {
  const gapped = merge(merge(EMPTY, [makeMessage(1)]), [makeMessage(3), makeMessage(4)]);
  expect(sequences(gapped)).toEqual([1]);
  expect(gapped.held.map(({ sequence }) => sequence)).toEqual([3, 4]);

  const whole = merge(gapped, [makeMessage(2), makeMessage(3)]);

  expect(sequences(whole)).toEqual([1, 2, 3, 4]);
  expect(whole.held).toEqual([]);
});

test('pieces of a reply are put together, and the finished message takes their place', () => {
  const delta = (index: number, text: string) =>
    ({ __typename: 'ChatDeltaEvent', replyId: 'r', index, text }) as const;
  let state = withEvent(withEvent(INITIAL, delta(0, 'Hel')), delta(1, 'lo'));
  expect(state.streaming?.text).toBe('Hello');

  state = withEvent(state, delta(3, 'never'));
  expect(state.streaming?.text).toBe('Hello');

  state = withEvent(state, {
    __typename: 'ChatMessageEvent',
    message: makeMessage(1, { text: 'Hello!' }),
  });

  expect(state.streaming).toBeNull();
  expect(state.history.messages[0]?.text).toBe('Hello!');
});

test('an answer that was overtaken does not take back a payment that has arrived', () => {
  const paid = { ...INITIAL, payment: makePayment({ state: 'PAID' }) };

  const next = withEvent(paid, {
    __typename: 'ChatPaymentEvent',
    payment: makePayment({ state: 'OPEN' }),
  });

  expect(next.payment?.state).toBe('PAID');
});

test('another payment takes the place of one that has arrived', () => {
  const paid = { ...INITIAL, payment: makePayment({ state: 'PAID' }) };
  const payment = makePayment({ chargeId: 'charge-2' });

  expect(withEvent(paid, { __typename: 'ChatPaymentEvent', payment }).payment).toEqual(payment);
});

test('an event of a newer server is left alone', () => {
  expect(withEvent(INITIAL, { __typename: 'ChatNewEvent' } as never)).toBe(INITIAL);
});

test('unread are the replies that came while the panel was closed', () => {
  const messages = [makeMessage(1), makeMessage(2, { author: 'SHOPPER' }), makeMessage(3)];
  const state = withMessages({ ...INITIAL, seen: 1 }, messages);

  expect(unreadOf(state)).toBe(1);
  expect(unreadOf({ ...state, isOpen: true })).toBe(0);
});

test('the whole view of the server counts: a payment that is gone is gone', () => {
  const state = withConversation({ ...INITIAL, payment: makePayment() }, {
    id: 'c',
    channel: 'x',
    locale: 'en',
    stage: 'BROWSING',
    lastSequence: 0,
    pending: true,
    messages: [],
    cart: null,
    payment: null,
  } as never);

  expect(state.payment).toBeNull();
  expect(state.isTyping).toBe(true);
});
