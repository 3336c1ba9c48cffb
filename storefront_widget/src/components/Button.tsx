// A button that can wait: it keeps the focus while it cannot be used, and says that it is at work.
import { type ReactNode, useState } from 'react';
import { useIsBusy } from './context.js';

interface Props {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly kind?: 'primary' | 'secondary' | 'plain' | 'chip' | 'icon';
  readonly label?: string | undefined;
  readonly isOff?: boolean;
  readonly isWide?: boolean;
  readonly type?: 'button' | 'submit';
  readonly testId?: string;
}

export function Button(props: Props) {
  const {
    children,
    onPress,
    kind = 'secondary',
    label,
    isOff,
    isWide,
    type = 'button',
    testId,
  } = props;
  const isBusy = useIsBusy();
  const [wasPressed, setWasPressed] = useState(false);
  const isWaiting = isBusy && wasPressed;
  const cannot = Boolean(isOff) || isBusy;
  return (
    <button
      type={type}
      className={`button ${kind}${isWide ? ' wide' : ''}`}
      aria-label={label}
      title={kind === 'icon' ? label : undefined}
      aria-disabled={cannot || undefined}
      aria-busy={isWaiting || undefined}
      data-testid={testId}
      onClick={(event) => {
        if (cannot) return event.preventDefault();
        setWasPressed(true);
        // A press that sent nothing is no reason to look busy at the next one.
        setTimeout(() => setWasPressed(false), 15_000);
        onPress?.();
      }}
    >
      {children}
    </button>
  );
}
