import { afterEach, expect, test, vi } from 'vitest';
import { act, cleanup, screen, within } from '@testing-library/react';
import type { Part, PartOf } from '../../src/core/types.js';
import { closeTabs } from '../chats.js';
import { makePayment, money } from '../server.js';
import { makeCart, makeLine, makeOrder, makeProduct, makeVariant } from './goods.js';
import { openPanel } from './panel.js';

afterEach(() => {
  cleanup();
  closeTabs();
  vi.restoreAllMocks();
});

const TEE = makeProduct([
  makeVariant('Blue', 'S', { available: 0 }),
  makeVariant('Blue', 'M'),
  makeVariant('Black', 'S', { available: 2 }),
  makeVariant('Black', 'M'),
]);
const method = (id: string, needsTaxId = false) =>
  ({ __typename: 'ChatPayMethod', id, needsTaxId }) as const;
const CARD = method('card');
const FREE_OF_TAX_ID = method('pix');
const picker = (variantIds: string[]): Part => ({
  __typename: 'ChatVariantPicker',
  product: TEE,
  variantIds,
  quantity: 2,
});
const cart = (given = {}): Part => ({ __typename: 'ChatCartSummary', cart: makeCart(given) });
const request = (given = {}): Part => ({
  __typename: 'ChatPaymentRequest',
  payment: makePayment(given),
});

test('a product with one variant is put into the cart at once', async () => {
  const product = makeProduct([
    makeVariant('Blue', 'M', { undiscountedPrice: money('30.00'), available: 3 }),
  ]);
  const { user, actions } = await openPanel([
    [{ __typename: 'ChatProductCard', product, variantId: null }],
  ]);
  expect(screen.getByText('$24.00')).toBeTruthy();
  expect(screen.getByText('$30.00')).toBeTruthy();
  expect(screen.getByText('Only 3 left')).toBeTruthy();

  await user.click(screen.getByRole('button', { name: 'Add to cart' }));

  expect(actions()).toEqual([{ chooseVariant: { variantId: 'Blue-M', quantity: 1 } }]);
});

test('a product that is sold out says so and offers no button', async () => {
  const product = makeProduct([makeVariant('Blue', 'M', { available: 0 })]);
  await openPanel([[{ __typename: 'ChatProductCard', product, variantId: null }]]);

  expect(screen.getByText('Sold out')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /cart|options/i })).toBeNull();
});

test('one of several products is looked at first', async () => {
  const card: Part = { __typename: 'ChatProductCard', product: TEE, variantId: null };
  const { user, actions } = await openPanel([[card, card]]);

  await user.click(screen.getAllByRole('button', { name: /See this one/ })[0]!);

  expect(actions()).toEqual([{ chooseProduct: { productId: 'tee' } }]);
});

test('a variant is chosen by its attributes; what is sold out is shown as such', async () => {
  const { user, actions } = await openPanel([[picker(['Blue-M', 'Black-S', 'Black-M'])]]);
  expect(screen.getByRole('group', { name: /Color/ })).toBeTruthy();

  await user.click(screen.getByRole('radio', { name: /Blue/ }));
  expect(screen.getByRole('radio', { name: /^S.*Sold out/ })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /Add to cart/ }));
  expect(screen.getByRole('alert').textContent).toBe('Please choose Size.');
  expect(actions()).toEqual([]);

  await user.click(screen.getByRole('radio', { name: 'M' }));
  await user.click(screen.getByRole('button', { name: 'One more' }));
  await user.click(screen.getByRole('button', { name: /Add to cart/ }));

  expect(actions()).toEqual([{ chooseVariant: { variantId: 'Blue-M', quantity: 3 } }]);
});

test('no more than there are can be chosen', async () => {
  const { user } = await openPanel([[picker(['Black-S'])]]);

  await user.click(screen.getByRole('button', { name: 'One more' }));

  expect(screen.getByText('2', { selector: 'output' })).toBeTruthy();
  expect(screen.getByText('Only 2 left')).toBeTruthy();
});

test('quick taps on a quantity become one change', async () => {
  const { user, actions } = await openPanel([[cart()]]);
  const more = screen.getByRole('button', { name: 'One more of Essential Tee, Blue / M' });

  await user.click(more);
  await user.click(more);
  await act(() => new Promise((done) => setTimeout(done, 700)));

  expect(actions()).toEqual([{ setQuantity: { variantId: 'Blue-M', quantity: 4 } }]);
});

test('a line is removed, a code applied and removed, and the way leads on', async () => {
  const { user, actions } = await openPanel([
    [cart({ promoCode: 'WELCOME10', discount: money('4.80') })],
  ]);
  expect(screen.getByText('−$4.80')).toBeTruthy();

  const tap = async (name: string) => {
    await user.click(screen.getByRole('button', { name }));
    await act(() => new Promise((done) => setTimeout(done, 20)));
  };
  await tap('Remove Essential Tee, Blue / M');
  await tap('Remove the code WELCOME10');
  await tap('Add a promo code or gift card');
  await user.type(
    screen.getByRole('textbox', { name: 'Promo code or gift card' }),
    ' GIFT {Enter}',
  );
  await act(() => new Promise((done) => setTimeout(done, 20)));
  await tap('Check out');

  expect(actions()).toEqual([
    { setQuantity: { variantId: 'Blue-M', quantity: 0 } },
    { removePromoCode: { code: 'WELCOME10' } },
    { applyPromoCode: { code: 'GIFT' } },
    { checkOut: true },
  ]);
});

test('a line tells what is wrong with it', async () => {
  const lines = [
    makeLine({ problem: 'INSUFFICIENT_STOCK', available: 1 }),
    makeLine({ id: '2', problem: 'NOT_AVAILABLE' }),
  ];
  await openPanel([[cart({ lines })]]);

  expect(screen.getByText('Only 1 left')).toBeTruthy();
  expect(screen.getByText('Not available any more')).toBeTruthy();
});

test('only the newest step can be used', async () => {
  await openPanel([[picker(['Blue-M'])], [cart()], [cart({ total: money('99.00') })]]);

  expect(screen.getAllByRole('button', { name: 'Check out' })).toHaveLength(1);
  expect(screen.queryByRole('radio')).toBeNull();
});

const FORM: PartOf<'ChatDetailsForm'> = {
  __typename: 'ChatDetailsForm',
  country: 'US',
  countryName: 'United States',
  countries: [
    { __typename: 'ChatChoice', value: 'US', label: 'United States' },
    { __typename: 'ChatChoice', value: 'PL', label: 'Poland' },
  ],
  allowedFields: [
    'firstName',
    'lastName',
    'streetAddress1',
    'city',
    'postalCode',
    'countryArea',
    'phone',
  ],
  requiredFields: ['streetAddress1', 'city', 'postalCode', 'countryArea'],
  countryAreas: [{ __typename: 'ChatChoice', value: 'TX', label: 'Texas' }],
  countryAreaLabel: 'State',
  postalCodeLabel: 'ZIP code',
  postalCodeExamples: ['95014'],
  needsEmail: true,
  needsShipping: true,
  errors: [],
};

test('the form asks by the rules of the country, and sends what was given', async () => {
  const { user, actions } = await openPanel([[FORM]]);
  expect(screen.queryByLabelText(/Company/)).toBeNull();
  expect(screen.getByLabelText('E-mail').getAttribute('autocomplete')).toBe('email');
  expect(screen.getByLabelText('City').getAttribute('autocomplete')).toBe(
    'shipping address-level2',
  );

  await user.type(screen.getByLabelText('E-mail'), 'ada@example.com');
  await user.type(screen.getByLabelText('Street and number'), '1 Main Street');
  await user.type(screen.getByLabelText('City'), 'Austin');
  await user.type(screen.getByLabelText('ZIP code'), '78701');
  await user.selectOptions(screen.getByLabelText('State'), 'TX');
  await user.click(screen.getByRole('button', { name: 'Continue' }));

  expect(actions()).toEqual([
    {
      giveDetails: {
        email: 'ada@example.com',
        shippingAddress: {
          firstName: '',
          lastName: '',
          streetAddress1: '1 Main Street',
          city: 'Austin',
          postalCode: '78701',
          countryArea: 'TX',
          phone: '',
          country: 'US',
        },
      },
    },
  ]);
});

test('what is missing or wrong is said at its field, and the first one gets the focus', async () => {
  const { user, actions } = await openPanel([[FORM]]);
  const email = screen.getByLabelText('E-mail');
  await user.type(email, 'ada@example');
  await user.click(screen.getByRole('button', { name: 'Continue' }));

  const told = email.getAttribute('aria-describedby')!;
  expect(document.getElementById(told)?.textContent).toContain('name@example.com');
  expect(email.getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(email);
  expect(screen.getByText('Please check 5 fields.')).toBeTruthy();
  expect(actions()).toEqual([]);

  await user.type(email, '.com');
  expect(email.getAttribute('aria-invalid')).toBeNull();
});

test('errors of the server stand at their fields', async () => {
  const errors = [
    { __typename: 'ChatFieldError', field: 'city', message: 'No such city.' } as const,
  ];
  await openPanel([[{ ...FORM, errors }]]);

  const city = screen.getByLabelText('City');
  expect(document.getElementById(city.getAttribute('aria-describedby')!)?.textContent).toBe(
    'No such city.',
  );
});

test('another country keeps what was typed', async () => {
  const { user, actions, server, chat } = await openPanel([[FORM]]);
  await user.type(screen.getByLabelText('City'), 'Austin');
  server.say('new form', [
    { ...FORM, country: 'PL', countryAreas: [], allowedFields: ['city', 'postalCode'] },
  ]);

  await user.selectOptions(screen.getByLabelText('Country'), 'PL');
  await act(async () => {
    chat.hurry();
    await new Promise((done) => setTimeout(done, 20));
  });

  expect(actions()).toEqual([{ chooseCountry: { country: 'PL' } }]);
  expect(screen.getByLabelText<HTMLInputElement>('City').value).toBe('Austin');
  expect(screen.queryByLabelText('State')).toBeNull();
});

test('a delivery is chosen', async () => {
  const option = {
    __typename: 'ChatDeliveryOption',
    kind: 'SHIPPING',
    description: '',
    minimumDays: 3,
    maximumDays: 5,
  } as const;
  const options = [
    { ...option, id: 'a', name: 'Standard', price: money('5.00') },
    { ...option, id: 'b', name: 'Store', kind: 'COLLECTION' as const, price: money('0.00') },
  ];
  const { user, actions } = await openPanel([
    [{ __typename: 'ChatDeliveryPicker', options, chosenId: null }],
  ]);
  expect(screen.getByText('3–5 days')).toBeTruthy();
  expect(screen.getByText('Free')).toBeTruthy();

  await user.click(screen.getByRole('radio', { name: /Store/ }));
  await user.click(screen.getByRole('button', { name: 'Continue' }));

  expect(actions()).toEqual([{ chooseDelivery: { optionId: 'b' } }]);
});

test('a quote is confirmed by its version, and its quick reply is not there twice', async () => {
  const quote: Part = {
    __typename: 'ChatQuote',
    version: 'v7',
    cart: makeCart(),
    methods: [CARD, FREE_OF_TAX_ID],
  };
  const replies: Part = {
    __typename: 'ChatQuickReplies',
    replies: [
      { __typename: 'ChatQuickReply', label: 'Pay $48.00 by card', tap: 'PAY', argument: 'card' },
    ],
  };
  const { user, actions } = await openPanel([[quote, replies]]);
  expect(screen.getByRole('button', { name: 'Pay $48.00 with Pix' })).toBeTruthy();

  await user.click(screen.getByRole('button', { name: 'Pay $48.00 by card' }));

  expect(actions()).toEqual([{ pay: { method: 'card', quoteVersion: 'v7' } }]);
});

test('the payment page opens in a new tab that cannot reach back, and is counted', async () => {
  const tab = { opener: window } as unknown as Window;
  const open = vi.spyOn(window, 'open').mockReturnValue(tab);
  const { user, server, chat } = await openPanel([[request()]]);
  const started: unknown[] = [];
  chat.on('payment_started', (event) => started.push(event));

  await user.click(screen.getByTestId('payment-button'));

  expect(open).toHaveBeenCalledWith('https://pay.example/1', '_blank');
  expect(tab.opener).toBeNull();
  expect(started).toEqual([{ chargeId: 'charge-1', amount: money('48.20') }]);
  const { variables } = server.calls.findLast(({ name }) => name === 'chatEventTrack')!;
  expect(variables).toMatchObject({
    name: 'payment_link_clicked',
    properties: '{"chargeId":"charge-1","how":"new tab"}',
  });
  expect(screen.getByText(/Waiting for your payment/)).toBeTruthy();
});

test('where no new tab may open the payment page opens in this one', async () => {
  vi.spyOn(window, 'open').mockReturnValue(null);
  const assign = vi.spyOn(window.location, 'assign').mockImplementation(() => undefined);
  const { user } = await openPanel([[request()]]);

  await user.click(screen.getByTestId('payment-button'));

  expect(assign).toHaveBeenCalledWith('https://pay.example/1');
});

test('an address that is none of a payment page makes no link', async () => {
  await openPanel([[request({ pageUrl: 'javascript:alert(1)' })]]);

  expect(screen.queryByTestId('payment-button')).toBeNull();
});

test.each([
  ['PROCESSING', 'Payment on its way'],
  ['ORDERED', 'Paid'],
  ['EXPIRED', 'Expired, nothing was charged'],
  ['REFUSED', 'Not accepted, nothing was charged'],
  ['HELD', 'Being checked by the shop, your money is safe'],
] as const)('a payment that is %s says so and cannot be opened', async (state, words) => {
  await openPanel([[request({ state })]]);

  expect(screen.getByText(words)).toBeTruthy();
  expect(screen.queryByTestId('payment-button')).toBeNull();
});

test.each([
  ['PAID', 'Reserved on your card, your order is being made'],
  ['ORDERED', 'Reserved on your card'],
] as const)('a payment that is %s and only reserved does not say paid', async (state, words) => {
  await openPanel([[request({ state, reserved: money('48.20') })]]);

  expect(screen.getByText(words)).toBeTruthy();
  expect(screen.queryByText(/^Paid/)).toBeNull();
});

test('a receipt of what is only reserved does not say paid', async () => {
  const [paid, reserved] = [money('48.00'), money('48.00')];
  await openPanel([[{ __typename: 'ChatReceipt', order: makeOrder(), paid, reserved }]]);

  const receipt = within(screen.getByTestId('receipt'));
  expect(receipt.getByText('Reserved on your card')).toBeTruthy();
  expect(receipt.queryByText('Paid')).toBeNull();
});

test('an older payment is closed by a newer one', async () => {
  await openPanel([[request()], [request({ chargeId: 'charge-2' })]]);

  expect(screen.getAllByTestId('payment-button')).toHaveLength(1);
  expect(screen.getByText('Closed')).toBeTruthy();
});

test('receipt and order status tell number, lines and state', async () => {
  await openPanel([
    [{ __typename: 'ChatReceipt', order: makeOrder(), paid: money('48.00'), reserved: null }],
    [
      {
        __typename: 'ChatOrderStatus',
        order: makeOrder({ tracking: ['https://track.example/1', 'AB-1', 'javascript:x'] }),
      },
    ],
  ]);

  expect(within(screen.getByTestId('receipt')).getByText('Order 42')).toBeTruthy();
  expect(screen.getByText('Being prepared')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'track.example' })).toBeTruthy();
  expect(screen.getByText('javascript:x').tagName).toBe('CODE');
});

test('quick replies stand under the newest reply only, and send their words', async () => {
  const replies = (label: string): Part => ({
    __typename: 'ChatQuickReplies',
    replies: [{ __typename: 'ChatQuickReply', label, tap: 'TEXT', argument: null }],
  });
  const { user, server } = await openPanel([[replies('Old')], [replies('I would like to buy it')]]);
  expect(screen.queryByRole('button', { name: 'Old' })).toBeNull();

  await user.click(screen.getByRole('button', { name: 'I would like to buy it' }));

  expect(server.messages.find(({ author }) => author === 'SHOPPER')?.text).toBe(
    'I would like to buy it',
  );
});

test('a part that is not known is told in words', async () => {
  await openPanel([[{ __typename: 'ChatHologram' } as unknown as Part]]);

  expect(screen.getByText('words of the card')).toBeTruthy();
});
