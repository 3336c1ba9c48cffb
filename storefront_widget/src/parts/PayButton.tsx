// One way to pay a quote. A method that must name who pays asks for their CPF or CNPJ before it is sent.
import { type SyntheticEvent, useId, useRef, useState } from 'react';
import { Button } from '../components/Button.js';
import { useIsBusy, useWidget } from '../components/context.js';
import { LockIcon } from '../components/icons.js';
import type { TextKey } from '../core/texts.js';
import type { PartOf } from '../core/types.js';
import { isTaxId } from './tax-id.js';

type Quote = PartOf<'ChatQuote'>;

interface Props {
  readonly quote: Quote;
  readonly method: Quote['methods'][number];
  readonly isFirst: boolean;
}

const WORDS: Record<string, TextKey> = { card: 'pay_card', pix: 'pay_pix', free: 'pay_free' };

export function PayButton({ quote, method, isFirst }: Props) {
  const { act, texts } = useWidget();
  const isBusy = useIsBusy();
  const [isAsking, setIsAsking] = useState(false);
  const [taxId, setTaxId] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const pay = { method: method.id, quoteVersion: quote.version };

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (isBusy) return;
    if (!isTaxId(taxId)) {
      setIsWrong(true);
      field.current?.focus();
      return;
    }
    act({ pay: { ...pay, taxId } });
    setTaxId('');
    setIsAsking(false);
  }

  const button = (
    <Button
      key="pay"
      kind={isFirst || isAsking ? 'primary' : 'secondary'}
      isWide
      testId="pay-button"
      type={isAsking ? 'submit' : 'button'}
      {...(isAsking
        ? {}
        : { onPress: () => (method.needsTaxId ? setIsAsking(true) : act({ pay })) })}
    >
      {method.id !== 'free' && <LockIcon size={18} />}
      <span>
        {texts(WORDS[method.id] ?? 'pay_other', {
          total: quote.cart.total.text,
          method: method.id,
        })}
      </span>
    </Button>
  );
  if (!isAsking) return button;
  return (
    <form className="pay-form" noValidate onSubmit={submit}>
      <div className="field">
        <label htmlFor={id}>{texts('taxId')}</label>
        {/* No keyboard of figures alone: a CNPJ may hold letters. */}
        <input
          id={id}
          ref={(input) => {
            if (input && !field.current) input.focus();
            field.current = input;
          }}
          value={taxId}
          maxLength={40}
          required
          inputMode="text"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-invalid={isWrong || undefined}
          aria-describedby={`${id}-${isWrong ? 'problem' : 'why'}`}
          onChange={({ target }) => {
            setTaxId(target.value);
            setIsWrong(false);
          }}
        />
        {isWrong ? (
          <p className="problem" id={`${id}-problem`} role="alert">
            {texts('taxIdWrong')}
          </p>
        ) : (
          <p className="quiet" id={`${id}-why`}>
            {texts('taxIdWhy')}
          </p>
        )}
      </div>
      {button}
    </form>
  );
}
