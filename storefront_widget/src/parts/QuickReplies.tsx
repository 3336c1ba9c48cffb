// Suggestions under the newest reply.
import { Button } from '../components/Button.js';
import { useChatNow, useWidget } from '../components/context.js';
import { newestPart } from '../core/history.js';
import type { Action, PartOf, QuickReply } from '../core/types.js';

export function QuickReplies({ part: { replies } }: { part: PartOf<'ChatQuickReplies'> }) {
  const { act, chat } = useWidget();
  const state = useChatNow();

  function tap(reply: QuickReply) {
    const action = actionOf(reply, newestPart(state.history.messages, 'ChatQuote')?.version);
    if (action) act(action);
    else chat.send(reply.argument ?? reply.label);
  }

  if (!replies.length) return null;
  return (
    <div className="replies">
      {replies.map((reply) => (
        <Button key={reply.label} kind="chip" onPress={() => tap(reply)}>
          <span dir="auto">{reply.label}</span>
        </Button>
      ))}
    </div>
  );
}

/** What a tap does; null: its words are sent. */
export function actionOf(
  { tap, argument }: QuickReply,
  quoteVersion: string | undefined,
): Action | null {
  switch (tap) {
    case 'CHECK_OUT':
      return { checkOut: true };
    case 'SHOW_CART':
      return { showCart: true };
    case 'PAY':
      return argument && quoteVersion ? { pay: { method: argument, quoteVersion } } : null;
    case 'CHECK_PAYMENT':
      return { checkPayment: true };
    case 'CANCEL_PAYMENT':
      return { cancelPayment: true };
    case 'ASK_PERSON':
      return { askPerson: true };
    default:
      return null;
  }
}
