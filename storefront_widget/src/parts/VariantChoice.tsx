// Chooses a variant: by its attributes where they tell the variants apart, else from a list.
import { type SyntheticEvent, useId, useState } from 'react';
import { Button } from '../components/Button.js';
import { useWidget } from '../components/context.js';
import { CartIcon } from '../components/icons.js';
import type { Variant } from '../core/types.js';
import { colourFor, isColourAxis } from './colours.js';
import { Stepper } from './Stepper.js';
import {
  type Axis,
  type Selection,
  axesOf,
  canHave,
  isForSale,
  priceOf,
  valueOf,
  variantFor,
} from './variants.js';

interface Props {
  readonly variants: readonly Variant[];
  readonly quantity: number;
}

export function VariantChoice({ variants, quantity }: Props) {
  const { act, texts } = useWidget();
  const axes = axesOf(variants);
  const [chosenId, setChosenId] = useState(() => onlyOne(variants)?.id);
  const [selection, setSelection] = useState<Selection>(() => settled(variants, axes));
  const [count, setCount] = useState(Math.max(1, quantity));
  const [complaint, setComplaint] = useState('');
  const id = useId();
  const chosen = axes.length
    ? variantFor(variants, axes, selection)
    : variants.find((one) => one.id === chosenId);
  const most = Math.max(1, Math.min(chosen?.available ?? 99, 99));
  const price = priceOf(chosen ? [chosen] : variants.filter(isForSale));

  function add(event: SyntheticEvent) {
    event.preventDefault();
    if (chosen && isForSale(chosen)) {
      act({ chooseVariant: { variantId: chosen.id, quantity: Math.min(count, most) } });
      return;
    }
    if (chosen) {
      setComplaint(texts('soldOut'));
      return;
    }
    const missing =
      axes.find(({ slug }) => !selection[slug])?.name ?? texts('option').toLowerCase();
    setComplaint(texts('chooseFirst', { attribute: missing }));
  }

  return (
    <form
      className="choice"
      onSubmit={add}
      aria-describedby={complaint ? `${id}-complaint` : undefined}
    >
      {axes.map((axis) => (
        <AxisChoice
          key={axis.slug}
          axis={axis}
          selected={selection[axis.slug]}
          can={(value) => canHave(variants, axes, selection, axis, value)}
          onSelect={(value) => {
            setSelection({ ...selection, [axis.slug]: value });
            setComplaint('');
          }}
        />
      ))}
      {!axes.length && (
        <ListChoice
          variants={variants}
          chosenId={chosenId}
          onChoose={(variantId) => {
            setChosenId(variantId);
            setComplaint('');
          }}
        />
      )}
      {complaint && (
        <p className="problem" role="alert" id={`${id}-complaint`}>
          {complaint}
        </p>
      )}
      <div className="choose-row">
        <Stepper value={Math.min(count, most)} least={1} most={most} onChange={setCount} />
        <Button type="submit" kind="primary" isWide>
          <CartIcon size={18} />
          <span>{texts('addToCart')}</span>
          {price && !price.isRange && <span className="in-button">{price.text}</span>}
        </Button>
      </div>
      {chosen && chosen.available > 0 && chosen.available <= 5 && (
        <p className="few">{texts('left', { count: chosen.available })}</p>
      )}
    </form>
  );
}

interface AxisProps {
  readonly axis: Axis;
  readonly selected: string | undefined;
  readonly can: (value: string) => boolean;
  readonly onSelect: (value: string) => void;
}

function AxisChoice({ axis, selected, can, onSelect }: AxisProps) {
  const { texts } = useWidget();
  const name = useId();
  const isColour = isColourAxis(axis.slug, axis.name);
  return (
    <fieldset>
      <legend>
        {axis.name}
        {selected && <span className="selected">{selected}</span>}
      </legend>
      <div className="values">
        {axis.values.map((value) => {
          const colour = isColour ? colourFor(value) : null;
          const isOut = !can(value);
          return (
            <label key={value} className={`value${isOut ? ' out' : ''}`} dir="auto">
              <input
                type="radio"
                name={name}
                value={value}
                checked={selected === value}
                onChange={() => onSelect(value)}
              />
              {colour && <i className="swatch" style={{ backgroundColor: colour }} />}
              <span>{value}</span>
              {isOut && <span className="unseen">, {texts('soldOut')}</span>}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

interface ListProps {
  readonly variants: readonly Variant[];
  readonly chosenId: string | undefined;
  readonly onChoose: (id: string) => void;
}

function ListChoice({ variants, chosenId, onChoose }: ListProps) {
  const { texts } = useWidget();
  const name = useId();
  return (
    <fieldset>
      <legend>{texts('option')}</legend>
      <div className="options">
        {variants.map((one) => (
          <label key={one.id} className={`option${isForSale(one) ? '' : ' out'}`}>
            <input
              type="radio"
              name={name}
              value={one.id}
              checked={chosenId === one.id}
              disabled={!isForSale(one)}
              onChange={() => onChoose(one.id)}
            />
            <span className="grow" dir="auto">
              {one.name}
            </span>
            <span className="quiet">{isForSale(one) ? one.price?.text : texts('soldOut')}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

// Where a single variant is left to be had, there is nothing to choose.
function onlyOne(variants: readonly Variant[]): Variant | undefined {
  const left = variants.filter(isForSale);
  return left.length === 1 ? left[0] : undefined;
}

function settled(variants: readonly Variant[], axes: readonly Axis[]): Selection {
  const only = onlyOne(variants);
  return only ? Object.fromEntries(axes.map(({ slug }) => [slug, valueOf(only, slug)])) : {};
}
