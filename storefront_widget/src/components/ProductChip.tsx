// The shopper went to another product: offers to talk about that one.
import { useChatNow, useWidget } from './context.js';

export function ProductChip() {
  const { chat, texts } = useWidget();
  const state = useChatNow();
  const { product, about, phase } = state;
  if (phase !== 'ready' || !product?.name || isSame(product, about)) return null;
  return (
    <div className="suggestion">
      <button type="button" className="button chip" onClick={chat.askAboutProduct}>
        <span dir="auto">{texts('aboutProduct', { product: product.name })}</span>
      </button>
    </div>
  );
}

type Ref = { id?: string; slug?: string; sku?: string };

const isSame = (one: Ref, other: Ref | null) =>
  (['id', 'slug', 'sku'] as const).some(
    (key) => one[key] !== undefined && one[key] === other?.[key],
  );
