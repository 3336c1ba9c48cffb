// One labelled field, with its error tied to it.
import { useId } from 'react';
import { useWidget } from '../components/context.js';
import type { Texts } from '../core/texts.js';
import { AUTOFILL, type FieldName, type Form, isRequired } from './details.js';

interface Props {
  readonly form: Form;
  readonly name: FieldName;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onEnter: (value: string) => void;
  readonly onLeave: () => void;
}

const HALVES: readonly FieldName[] = ['firstName', 'lastName', 'postalCode', 'city'];

export function DetailsField({ form, name, value, problem, onEnter, onLeave }: Props) {
  const { texts } = useWidget();
  const id = useId();
  const needed = isRequired(form, name);
  const example = name === 'postalCode' ? form.postalCodeExamples[0] : undefined;
  const choices =
    name === 'country' ? form.countries : name === 'countryArea' ? form.countryAreas : [];
  const common = {
    id,
    name,
    value,
    required: needed,
    autoComplete: autofill(form, name),
    'aria-invalid': problem ? true : undefined,
    'aria-describedby':
      [problem && `${id}-problem`, example && `${id}-example`].filter(Boolean).join(' ') ||
      undefined,
    onBlur: onLeave,
  };
  return (
    <div className={`field${HALVES.includes(name) ? ' half' : ''}`}>
      <label htmlFor={id}>
        {labelOf(form, name, texts)}
        {!needed && <span className="quiet"> ({texts('optional')})</span>}
      </label>
      {choices.length ? (
        <select {...common} onChange={({ target }) => onEnter(target.value)}>
          {name !== 'country' && <option value="">{texts('pleaseChoose')}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          type={name === 'email' ? 'email' : name === 'phone' ? 'tel' : 'text'}
          maxLength={250}
          dir="auto"
          autoCapitalize={name === 'email' ? 'none' : undefined}
          spellCheck={false}
          onChange={({ target }) => onEnter(target.value)}
        />
      )}
      {problem && (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {example && !problem && (
        <p className="quiet" id={`${id}-example`}>
          {texts('example', { example })}
        </p>
      )}
    </div>
  );
}

function autofill({ needsShipping }: Form, name: FieldName): string {
  if (name === 'email') return 'email';
  const part = name === 'country' ? 'country' : AUTOFILL[name];
  return `${needsShipping ? 'shipping' : 'billing'} ${part}`;
}

// The country's own word, where it has one.
function labelOf(form: Form, name: FieldName, texts: Texts): string {
  if (name === 'countryArea' && form.countryAreaLabel) return form.countryAreaLabel;
  if (name === 'postalCode' && form.postalCodeLabel) return form.postalCodeLabel;
  return texts(name);
}
