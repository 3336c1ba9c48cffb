// What is wrong with the connection or with the last tap, and what can be done. Nothing, when all is well.
import { useEffect, useState } from 'react';
import { useChatNow, useWidget } from './context.js';
import { AlertIcon, CloseIcon } from './icons.js';

export function StatusBar() {
  const { chat, texts } = useWidget();
  const state = useChatNow();
  const { phase, problem } = state;
  const isOffline = useLasting(phase === 'ready' && state.connection === 'offline', 800);

  if (phase === 'failed' || (phase === 'starting' && problem)) {
    return (
      <Bar
        words={
          problem?.message && problem.code !== 'UNREACHABLE'
            ? problem.message
            : texts('startFailed')
        }
        action={[texts('tryNow'), chat.hurry]}
      />
    );
  }
  if (phase === 'closed') return null;
  if (isOffline) return <Bar words={texts('offline')} action={[texts('tryNow'), chat.hurry]} />;
  if (problem?.message) return <Bar words={problem.message} onDismiss={chat.dismissProblem} />;
  return null;
}

interface BarProps {
  readonly words: string;
  readonly action?: readonly [string, () => void];
  readonly onDismiss?: () => void;
}

function Bar({ words, action, onDismiss }: BarProps) {
  const { texts } = useWidget();
  return (
    <div className="status" role="status">
      <AlertIcon size={16} />
      <p>{words}</p>
      {action && (
        <button type="button" className="link" onClick={action[1]}>
          {action[0]}
        </button>
      )}
      {onDismiss && (
        <button
          type="button"
          className="button icon"
          aria-label={texts('dismiss')}
          onClick={onDismiss}
        >
          <CloseIcon size={16} />
        </button>
      )}
    </div>
  );
}

// A hiccup is not worth a word.
function useLasting(isNow: boolean, after: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!isNow) {
      setLasts(false);
      return undefined;
    }
    const timer = setTimeout(() => setLasts(true), after);
    return () => clearTimeout(timer);
  }, [isNow, after]);
  return lasts && isNow;
}
