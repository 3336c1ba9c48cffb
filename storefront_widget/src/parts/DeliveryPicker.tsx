// Ways to get the goods, each with its price and time.
import { useId, useState } from 'react';
import { Button } from '../components/Button.js';
import { useChatNow, useIsBusy, useWidget } from '../components/context.js';
import { CheckIcon, StoreIcon, TruckIcon } from '../components/icons.js';
import type { Texts } from '../core/texts.js';
import type { DeliveryOption, PartOf } from '../core/types.js';
import { isNothing } from './Sums.js';

interface Props {
  readonly part: PartOf<'ChatDeliveryPicker'>;
  readonly isCurrent: boolean;
}

export function DeliveryPicker({ part: { options, chosenId }, isCurrent }: Props) {
  const { act, texts } = useWidget();
  const isBusy = useIsBusy();
  const state = useChatNow();
  const name = useId();
  const [wanted, setWanted] = useState(chosenId ?? options[0]?.id);
  if (!isCurrent) {
    const chosen = options.find(({ id }) => id === state.cart?.delivery?.id);
    return (
      <article className="card delivery past">
        <header className="heading">
          {chosen ? <CheckIcon size={18} /> : <TruckIcon size={18} />}
          <h3>{texts('delivery')}</h3>
          <span className="quiet">{chosen?.name}</span>
        </header>
      </article>
    );
  }
  return (
    <form
      className="card delivery"
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted && !isBusy) act({ chooseDelivery: { optionId: wanted } });
      }}
    >
      <fieldset>
        <legend>{texts('deliveryTitle')}</legend>
        <div className="options">
          {options.map((option) => (
            <label key={option.id} className="option">
              <input
                type="radio"
                name={name}
                value={option.id}
                checked={wanted === option.id}
                onChange={() => setWanted(option.id)}
              />
              {option.kind === 'COLLECTION' ? <StoreIcon /> : <TruckIcon />}
              <span className="grow" dir="auto">
                <span className="name">{option.name}</span>
                <span className="quiet">{wordsFor(option, texts)}</span>
              </span>
              <span className="amount">
                {isNothing(option.price) ? texts('free') : option.price.text}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <Button type="submit" kind="primary" isWide>
        {texts('continue')}
      </Button>
    </form>
  );
}

function wordsFor(option: DeliveryOption, texts: Texts): string {
  const { kind, minimumDays: least, maximumDays: most, description } = option;
  const days =
    least === null || most === null
      ? ''
      : least === most
        ? texts('daysExact', { count: most })
        : texts('days', { least, most, count: most });
  return [kind === 'COLLECTION' ? texts('collect') : days, description].filter(Boolean).join(' · ');
}
