// The details form's rules. Pure.
import type { Action, PartOf } from '../core/types.js';

export type Form = PartOf<'ChatDetailsForm'>;

/** Fields of an address in the order in which people fill them in, with what a browser fills them from. */
export const AUTOFILL = {
  firstName: 'given-name',
  lastName: 'family-name',
  companyName: 'organization',
  streetAddress1: 'address-line1',
  streetAddress2: 'address-line2',
  postalCode: 'postal-code',
  city: 'address-level2',
  cityArea: 'address-level3',
  countryArea: 'address-level1',
  phone: 'tel',
} as const;

export type AddressField = keyof typeof AUTOFILL;
export type FieldName = AddressField | 'email' | 'country';
export type Entries = Partial<Record<FieldName, string>>;

const ORDER = Object.keys(AUTOFILL) as AddressField[];

export const fieldsOf = ({ allowedFields }: Form): AddressField[] =>
  ORDER.filter((name) => allowedFields.includes(name));

export const isRequired = (form: Form, name: FieldName): boolean =>
  name === 'email' || name === 'country' || form.requiredFields.includes(name);

export type Complaint = 'needed' | 'wrongEmail';

export function complaintAbout(form: Form, name: FieldName, entry = ''): Complaint | null {
  const text = entry.trim();
  if (!text) return isRequired(form, name) ? 'needed' : null;
  // The server has the last word; this catches what is plainly no address.
  return name === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(text) ? 'wrongEmail' : null;
}

export function detailsAction(form: Form, entries: Entries): Action {
  const text = (name: FieldName) => (entries[name] ?? '').trim();
  const fields = Object.fromEntries(fieldsOf(form).map((name) => [name, text(name)]));
  const address = {
    firstName: '',
    lastName: '',
    streetAddress1: '',
    ...fields,
    country: form.country,
  };
  const addresses = form.needsShipping ? { shippingAddress: address } : { billingAddress: address };
  return { giveDetails: form.needsEmail ? { email: text('email'), ...addresses } : addresses };
}
