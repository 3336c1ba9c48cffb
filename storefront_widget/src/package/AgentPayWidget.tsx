// The widget as a React component, for React 18 and 19. On a server it draws nothing.
import { forwardRef, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { ChatWidget } from '../components/ChatWidget.js';
import { FloatingButton } from '../components/FloatingButton.js';
import type { Look } from '../components/look.js';
import type { ChatEvents } from '../core/events.js';
import { createHost, dress } from '../core/host.js';
import { loadTexts } from '../core/load-texts.js';
import type { ChatOptions } from '../core/options.js';
import { unreadOf } from '../core/state.js';
import { addStyles } from '../core/stylesheets.js';
import type { Texts } from '../core/texts.js';
import type { ProductRef } from '../core/types.js';
import { countVisit } from '../core/visit.js';
import { useChat } from '../hooks/useChat.js';
import { useProductContext } from '../hooks/useProductContext.js';
import button from '../styles/button.css?inline';
import cards from '../styles/cards.css?inline';
import messages from '../styles/messages.css?inline';
import panel from '../styles/panel.css?inline';
import theme from '../styles/theme.css?inline';

export interface AgentPayWidgetProps extends ChatOptions, Look {
  /** Share of the visitors, 0 to 1, who are shown no chat, to compare with. */
  readonly experimentShare?: number | undefined;
  /** A logged-in customer's Saleor token. */
  readonly customerToken?: string | null | undefined;
  readonly onOpened?: () => void;
  readonly onMessage?: (event: ChatEvents['message']) => void;
  readonly onPaymentStarted?: (event: ChatEvents['payment_started']) => void;
  readonly onPaymentCompleted?: (event: ChatEvents['payment_completed']) => void;
  readonly onError?: (event: ChatEvents['error']) => void;
}

export interface AgentPayWidgetHandle {
  open(): void;
  close(): void;
  toggle(): void;
  send(text: string): void;
  reset(): void;
}

export const AgentPayWidget = forwardRef<AgentPayWidgetHandle, AgentPayWidgetProps>(
  function AgentPayWidget(props, ref) {
    const isShown = useVisit(props);
    return isShown ? <Shown {...props} handle={ref} /> : null;
  },
);

type ShownProps = AgentPayWidgetProps & { handle: React.ForwardedRef<AgentPayWidgetHandle> };

function Shown({ handle, ...props }: ShownProps) {
  const root = useShadowRoot(props);
  const texts = useTexts(props);
  const { chat, state } = useChat(props);
  const product = useProductContext(props);
  const launcher = useRef<HTMLButtonElement>(null);
  useEvents(chat, props);
  useWords(chat, props, product);

  const controls = useMemo<AgentPayWidgetHandle>(() => {
    const close = () => {
      chat?.close();
      launcher.current?.focus();
    };
    return {
      open: () => chat?.open(),
      close,
      toggle: () => (chat?.getState().isOpen ? close() : chat?.open()),
      send(text) {
        chat?.open();
        chat?.send(text);
      },
      reset: () => chat?.restart(),
    };
  }, [chat]);
  useImperativeHandle(handle, () => controls, [controls]);

  if (!root || !texts || !chat) return null;
  return createPortal(
    <>
      <FloatingButton
        ref={launcher}
        texts={texts}
        isOpen={state.isOpen}
        unread={unreadOf(state)}
        onPress={controls.toggle}
      />
      <ChatWidget chat={chat} texts={texts} look={props} onClose={controls.close} />
    </>,
    root,
  );
}

// False on the server, before the visit was counted, and in the arm that is shown no chat.
function useVisit(props: AgentPayWidgetProps): boolean {
  const [isShown, setIsShown] = useState(false);
  const { apiUrl, channel, visitorId, experimentShare } = props;
  useEffect(() => {
    const { arm } = countVisit({ apiUrl, channel, visitorId, experimentShare });
    setIsShown(arm !== 'holdout');
  }, [apiUrl, channel, visitorId, experimentShare]);
  return isShown;
}

function useShadowRoot(look: Look): ShadowRoot | null {
  const [root, setRoot] = useState<ShadowRoot | null>(null);
  useEffect(() => {
    const made = createHost({});
    addStyles(made.root, button, theme, panel, messages, cards);
    setRoot(made.root);
    return () => made.host.remove();
  }, []);
  const { color, scheme, position } = look;
  useEffect(() => {
    if (root) dress(root.host as HTMLElement, { color, scheme, position });
  }, [root, color, scheme, position]);
  return root;
}

function useTexts({ locale, texts: overrides }: AgentPayWidgetProps): Texts | null {
  const [texts, setTexts] = useState<Texts | null>(null);
  const words = JSON.stringify(overrides ?? {});
  useEffect(() => {
    let isCurrent = true;
    const tag = locale ?? (document.documentElement.lang || 'en');
    void loadTexts(tag, JSON.parse(words) as Record<string, string>).then((loaded) => {
      if (isCurrent) setTexts(() => loaded);
    });
    return () => {
      isCurrent = false;
    };
  }, [locale, words]);
  return texts;
}

function useEvents(chat: ReturnType<typeof useChat>['chat'], props: AgentPayWidgetProps) {
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    if (!chat) return undefined;
    const ends = [
      chat.on('opened', () => latest.current.onOpened?.()),
      chat.on('message', (event) => latest.current.onMessage?.(event)),
      chat.on('payment_started', (event) => latest.current.onPaymentStarted?.(event)),
      chat.on('payment_completed', (event) => latest.current.onPaymentCompleted?.(event)),
      chat.on('error', (event) => latest.current.onError?.(event)),
    ];
    return () => ends.forEach((end) => end());
  }, [chat]);
}

// What the page says later than at the beginning.
function useWords(
  chat: ReturnType<typeof useChat>['chat'],
  { locale, checkoutId, customerToken }: AgentPayWidgetProps,
  product: ProductRef | null,
) {
  useEffect(() => chat?.setProduct(product), [chat, product]);
  useEffect(() => {
    chat?.setLocale(locale ?? (document.documentElement.lang || 'en'));
  }, [chat, locale]);
  useEffect(() => {
    if (checkoutId) chat?.attachCheckout(checkoutId);
  }, [chat, checkoutId]);
  useEffect(() => chat?.identify(customerToken ?? null), [chat, customerToken]);
}
