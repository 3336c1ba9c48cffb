// Contact and address, by the rules of the country.
import { type SyntheticEvent, useRef, useState } from 'react';
import { Button } from '../components/Button.js';
import { useIsBusy, useWidget } from '../components/context.js';
import { CheckIcon } from '../components/icons.js';
import { DetailsField } from './DetailsField.js';
import {
  type Entries,
  type FieldName,
  type Form,
  complaintAbout,
  detailsAction,
  fieldsOf,
} from './details.js';

interface Props {
  readonly part: Form;
  readonly isCurrent: boolean;
}

export function DetailsForm({ part, isCurrent }: Props) {
  const { texts } = useWidget();
  if (isCurrent) return <CurrentForm part={part} />;
  return (
    <article className="card details past">
      <header className="heading">
        <CheckIcon size={18} />
        <h3>{texts('saved')}</h3>
      </header>
    </article>
  );
}

function CurrentForm({ part }: { part: Form }) {
  const { act, drafts, texts } = useWidget();
  const isBusy = useIsBusy();
  const form = useRef<HTMLFormElement>(null);
  const names: FieldName[] = [...(part.needsEmail ? (['email'] as const) : []), ...fieldsOf(part)];
  const [entries, setEntries] = useState<Entries>(() => ({
    ...kept(drafts, names),
    country: part.country,
  }));
  const [problems, setProblems] = useState<Record<string, string>>(() =>
    Object.fromEntries(part.errors.map(({ field, message }) => [field, message])),
  );
  const strays = part.errors.filter(({ field }) => ![...names, 'country'].includes(field));

  function enter(name: FieldName, entry: string) {
    drafts.set(name, entry);
    setEntries((known) => ({ ...known, [name]: entry }));
    if (problems[name] && !complaintAbout(part, name, entry)) settle(name, '');
    if (name === 'country') act({ chooseCountry: { country: entry } });
  }

  const settle = (name: FieldName, words: string) =>
    setProblems((known) => ({ ...known, [name]: words }));

  function leave(name: FieldName) {
    const complaint = complaintAbout(part, name, entries[name]);
    // An empty field is complained about when the form is sent, not while it is filled in.
    if (complaint && complaint !== 'needed') settle(name, texts(complaint));
  }

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (isBusy) return;
    // A browser's autofill does not always tell: what stands in the fields counts.
    const told = { ...entries, ...standing(form.current) };
    const wrong = names.flatMap((name) => {
      const complaint = complaintAbout(part, name, told[name]);
      return complaint ? [[name, texts(complaint)] as const] : [];
    });
    setProblems(Object.fromEntries(wrong));
    const first = wrong[0]?.[0];
    if (first) form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    else act(detailsAction(part, told));
  }

  const count = Object.values(problems).filter(Boolean).length;
  const field = (name: FieldName) => (
    <DetailsField
      key={name}
      form={part}
      name={name}
      value={entries[name] ?? ''}
      problem={problems[name]}
      onEnter={(entry) => enter(name, entry)}
      onLeave={() => leave(name)}
    />
  );

  return (
    <form
      ref={form}
      className="card details"
      noValidate
      onSubmit={submit}
      aria-label={texts(part.needsShipping ? 'details' : 'billing')}
    >
      <h3>{texts(part.needsShipping ? 'details' : 'billing')}</h3>
      {strays.map(({ field: name, message }) => (
        <p key={name} className="problem" role="alert">
          {message}
        </p>
      ))}
      <div className="fields">
        {part.needsEmail && field('email')}
        {field('country')}
        {fieldsOf(part).map(field)}
      </div>
      <p className="problem" role="alert">
        {count > 0 && texts('fixErrors', { count })}
      </p>
      <Button type="submit" kind="primary" isWide>
        {texts('continue')}
      </Button>
    </form>
  );
}

const kept = (drafts: Map<string, string>, names: readonly FieldName[]): Entries =>
  Object.fromEntries(names.flatMap((name) => (drafts.has(name) ? [[name, drafts.get(name)]] : [])));

const standing = (form: HTMLFormElement | null): Entries =>
  form ? Object.fromEntries(new FormData(form)) : {};
