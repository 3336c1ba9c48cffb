// One less, how many, one more.
import { useWidget } from '../components/context.js';
import { MinusIcon, PlusIcon } from '../components/icons.js';

interface Props {
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** Of what; left out where it is plain from what is around. */
  readonly item?: string;
  readonly onChange: (value: number) => void;
}

export function Stepper({ value, least, most, item, onChange }: Props) {
  const { texts } = useWidget();
  const fewer = item ? texts('fewerOf', { item }) : texts('fewer');
  const more = item ? texts('moreOf', { item }) : texts('more');
  const step = (to: number) => to >= least && to <= most && onChange(to);
  return (
    <div
      className="stepper"
      role="group"
      aria-label={item ? `${texts('quantity')}: ${item}` : texts('quantity')}
    >
      <button
        type="button"
        aria-label={fewer}
        aria-disabled={value <= least || undefined}
        onClick={() => step(value - 1)}
      >
        <MinusIcon size={16} />
      </button>
      <output aria-live="polite">{value}</output>
      <button
        type="button"
        aria-label={more}
        aria-disabled={value >= most || undefined}
        onClick={() => step(value + 1)}
      >
        <PlusIcon size={16} />
      </button>
    </div>
  );
}
