// Codes that are applied, and a field for one more.
import { type SyntheticEvent, useId, useState } from 'react';
import { Button } from '../components/Button.js';
import { useIsBusy, useWidget } from '../components/context.js';
import { CloseIcon, TagIcon } from '../components/icons.js';
import type { Cart } from '../core/types.js';

export function PromoCodes({ cart }: { cart: Cart }) {
  const { act, texts } = useWidget();
  const isBusy = useIsBusy();
  const [isOpen, setIsOpen] = useState(false);
  const [code, setCode] = useState('');
  const id = useId();
  const applied = [cart.promoCode, ...cart.giftCardCodes].filter((one) => one !== null);

  function apply(event: SyntheticEvent) {
    event.preventDefault();
    if (!code.trim() || isBusy) return;
    act({ applyPromoCode: { code: code.trim() } });
    setCode('');
    setIsOpen(false);
  }

  return (
    <div className="codes">
      {applied.map((one) => (
        <span key={one} className="code">
          <TagIcon size={14} />
          <span dir="auto">{one}</span>
          <button
            type="button"
            aria-label={texts('removeCode', { code: one })}
            aria-disabled={isBusy || undefined}
            onClick={() => !isBusy && act({ removePromoCode: { code: one } })}
          >
            <CloseIcon size={14} />
          </button>
        </span>
      ))}
      {isOpen ? (
        <form onSubmit={apply}>
          <label htmlFor={id} className="unseen">
            {texts('promoCode')}
          </label>
          <input
            id={id}
            ref={(field) => field?.focus()}
            value={code}
            placeholder={texts('promoCode')}
            maxLength={100}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            onChange={({ target }) => setCode(target.value)}
          />
          <Button type="submit" kind="secondary">
            {texts('apply')}
          </Button>
        </form>
      ) : (
        <button type="button" className="link" onClick={() => setIsOpen(true)}>
          {texts('promoAdd')}
        </button>
      )}
    </div>
  );
}
