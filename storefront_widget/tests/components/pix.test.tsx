import { afterEach, expect, test, vi } from 'vitest';
import { act, cleanup, screen, within } from '@testing-library/react';
import type { Part, Payment } from '../../src/core/types.js';
import { isTaxId } from '../../src/parts/tax-id.js';
import { callsOf, closeTabs } from '../chats.js';
import { fakeServer, makePayment, money } from '../server.js';
import { makeCart } from './goods.js';
import { openPanel } from './panel.js';

afterEach(() => {
  cleanup();
  closeTabs();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const CODE = '00020101021226…6304ABCD';
const PIX: Payment['pix'] = {
  __typename: 'ChatPix',
  code: CODE,
  qr: { __typename: 'ChatQrCode', side: 29, path: 'M4 4.5h7' },
  receiver: 'Loja Exemplo',
};
const payment = (given: Partial<Payment> = {}): Payment =>
  makePayment({ method: 'pix', pageUrl: null, pix: PIX, ...given });
const request = (given: Partial<Payment> = {}): Part => ({
  __typename: 'ChatPaymentRequest',
  payment: payment(given),
});
const QUOTE: Part = {
  __typename: 'ChatQuote',
  version: 'v7',
  cart: makeCart(),
  methods: [
    { __typename: 'ChatPayMethod', id: 'pix', needsTaxId: true },
    { __typename: 'ChatPayMethod', id: 'card', needsTaxId: false },
  ],
};

test.each([
  ['529.982.247-25', true],
  ['52998224725', true],
  ['529.982.247\u201325', true],
  ['123.456.789-09', true],
  ['11.222.333/0001-81', true],
  ['12.abc.345/01de-35', true],
  ['529.982.247-26', false],
  ['12.ABC.345/01DE-36', false],
  ['111.111.111-11', false],
  ['5299822472', false],
  ['', false],
])('the digits of %j are right: %j', (written, isRight) => {
  expect(isTaxId(written)).toBe(isRight);
});

test('the quote offers the methods in order, and asks for a tax id only by the one that needs it', async () => {
  const { user, actions } = await openPanel([[QUOTE]]);
  const names = screen.getAllByTestId('pay-button').map(({ textContent }) => textContent);
  expect(names).toEqual(['Pay $48.00 with Pix', 'Pay $48.00 by card']);
  expect(screen.queryByLabelText(/CPF/)).toBeNull();

  await user.click(screen.getByRole('button', { name: 'Pay $48.00 with Pix' }));

  const field = screen.getByLabelText('CPF or CNPJ of who pays');
  expect(document.activeElement).toBe(field);
  expect(field.getAttribute('autocomplete')).toBe('off');
  expect(actions()).toEqual([]);

  await user.type(field, '529.982.247-26{Enter}');
  const problem = screen.getByText(/These digits do not check out/);
  expect(field.getAttribute('aria-describedby')).toBe(problem.id);
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(actions()).toEqual([]);

  await user.clear(field);
  await user.type(field, '529.982.247-25');
  await user.click(screen.getByRole('button', { name: 'Pay $48.00 with Pix' }));
  expect(actions()).toEqual([
    { pay: { method: 'pix', quoteVersion: 'v7', taxId: '529.982.247-25' } },
  ]);
  expect(screen.queryByDisplayValue(/529/)).toBeNull();
});

test('a tax id is not remembered once it was sent', async () => {
  const { user } = await openPanel([[QUOTE]]);
  await user.click(screen.getByRole('button', { name: 'Pay $48.00 with Pix' }));
  await user.type(screen.getByLabelText(/CPF/), '52998224725{Enter}');
  await act(async () => new Promise((done) => setTimeout(done)));

  const kept = [localStorage, sessionStorage]
    .flatMap((store) =>
      Array.from({ length: store.length }, (_, at) => store.getItem(store.key(at)!)),
    )
    .join();
  expect(kept).not.toContain('52998224725');
});

test('the code is a white square with black lines, its text, the receiver and what to do', async () => {
  await openPanel([[request()]]);
  const image = screen.getByRole('img', { name: 'QR code of the Pix payment' });
  const [ground, dark] = image.querySelectorAll('path');

  expect(image.getAttribute('viewBox')).toBe('0 0 29 29');
  expect([ground!.getAttribute('fill'), ground!.getAttribute('d')]).toEqual([
    '#fff',
    'M0 0h29v29H0z',
  ]);
  expect([dark!.getAttribute('stroke'), dark!.getAttribute('d')]).toEqual(['#000', 'M4 4.5h7']);
  expect(screen.getByLabelText<HTMLTextAreaElement>('Pix copia e cola').value).toBe(CODE);
  expect(screen.getByText('Receiver: Loja Exemplo')).toBeTruthy();
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toContain(
    "Open your bank's app and choose Pix.",
  );
  expect(screen.getByText(/Waiting for your payment/)).toBeTruthy();
});

test('copying says so, and is counted as the payment that began', async () => {
  const { user, server, chat } = await openPanel([[request()]]);
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const started: unknown[] = [];
  chat.on('payment_started', (event) => started.push(event));

  await user.click(screen.getByRole('button', { name: 'Copy the code' }));

  expect(write).toHaveBeenCalledWith(CODE);
  expect(within(screen.getByRole('button', { name: 'Code copied' })).getByText('Code copied'));
  expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain(
    'Code copied',
  );
  expect(started).toEqual([{ chargeId: 'charge-1', amount: money('48.20') }]);
  expect(server.calls.findLast(({ name }) => name === 'chatEventTrack')!.variables).toMatchObject({
    name: 'payment_link_clicked',
    properties: '{"chargeId":"charge-1","how":"copied"}',
  });
});

test('where the clipboard is closed the code is selected, and that is said', async () => {
  const { user, server } = await openPanel([[request()]]);
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
  Object.assign(document, { execCommand: () => false });

  await user.click(screen.getByRole('button', { name: 'Copy the code' }));

  expect(await screen.findByText(/It could not be copied/)).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('Pix copia e cola'));
  const tracked = callsOf(server, 'chatEventTrack').map(({ variables }) => variables['name']);
  expect(tracked).not.toContain('payment_link_clicked');
});

test('neither a code nor an address is read aloud, what to do with it is', async () => {
  const server = fakeServer();
  const page = payment({ pix: null, pageUrl: 'https://pay.example/1' });
  server.say(`Your PIX is ready.\n$48.20 by PIX, to paste in your bank's app: ${CODE}`, [
    request(),
  ]);
  server.say('Your page is ready.\n$48.20: https://pay.example/1', [
    { __typename: 'ChatPaymentRequest', payment: page },
  ]);

  await openPanel([], {}, {}, server);

  const said = within(screen.getByTestId('announcer')).getAllByText(/./);
  expect(said.map(({ textContent }) => textContent)).toEqual([
    'Assistant: Your PIX is ready.',
    'Assistant: Your page is ready.',
    'Assistant: Hello!',
  ]);
});

test('a code that was paid or has expired is shown no more', async () => {
  await openPanel([[request({ state: 'PAID' })]]);
  expect(screen.queryByRole('img', { name: /QR/ })).toBeNull();
  expect(screen.getByText('Paid, your order is being made')).toBeTruthy();
});

test('an older payment that came to nothing is folded into a line, and the quote leads on', async () => {
  await openPanel([[request({ state: 'EXPIRED' })], [QUOTE]]);

  const line = screen.getByRole('article', { name: 'Payment' });
  expect(line.className).toContain('past');
  expect(within(line).getByText('Closed')).toBeTruthy();
  expect(within(line).queryAllByRole('button')).toEqual([]);
  expect(screen.getAllByTestId('pay-button')).toHaveLength(2);
});
