// The widget as a React component, for React 18 and 19. On a server it draws nothing.
import { forwardRef, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { ChatWidget } from '../components/ChatWidget.js';
import { FloatingButton } from '../components/FloatingButton.js';
import type { Look } from '../components/look.js';
import type { ChatEvents } from '../core/events.js';
import type { ChatOptions } from '../core/options.js';
import { unreadOf } from '../core/state.js';
import type { ProductRef } from '../core/types.js';
import { type Visit, countVisit } from '../core/visit.js';
import { isAwaiting, remember, wakes } from '../core/waking.js';
import { useChat } from '../hooks/useChat.js';
import { useProductContext } from '../hooks/useProductContext.js';
import { type Controls, type WidgetHandle, useHandle } from './handle.js';
import { useShadowRoot, useTexts } from './place.js';

export interface AgentPayWidgetProps extends Omit<ChatOptions, 'checkoutId'>, Look {
  /** Share of the visitors, 0 to 1, who are shown no chat, to compare with. */
  readonly experimentShare?: number | undefined;
  /** The storefront's own checkout, so that the shopper keeps one cart; also when it is made later. */
  readonly checkoutId?: string | null | undefined;
  /** A logged-in customer's Saleor token; null after they logged out; left out while that is not known. */
  readonly customerToken?: string | null | undefined;
  readonly onOpened?: (() => void) | undefined;
  readonly onMessage?: ((event: ChatEvents['message']) => void) | undefined;
  readonly onCartChanged?: ((event: ChatEvents['cart_changed']) => void) | undefined;
  readonly onPaymentStarted?: ((event: ChatEvents['payment_started']) => void) | undefined;
  readonly onPaymentCompleted?: ((event: ChatEvents['payment_completed']) => void) | undefined;
  readonly onError?: ((event: ChatEvents['error']) => void) | undefined;
}

export type AgentPayWidgetHandle = WidgetHandle;

export const AgentPayWidget = forwardRef<AgentPayWidgetHandle, AgentPayWidgetProps>(
  function AgentPayWidget(props, ref) {
    const visit = useVisit(props);
    const { handle, onReady } = useHandle(visit.latest);
    useImperativeHandle(ref, () => handle, [handle]);

    if (!visit.counted || visit.counted.arm === 'holdout') return null;
    const { checkoutId, ...options } = props;
    return (
      <Shown
        {...options}
        checkoutId={checkoutId ?? undefined}
        visitorId={visit.counted.visitorId}
        onReady={onReady}
      />
    );
  },
);

type ShownProps = AgentPayWidgetProps &
  ChatOptions & { onReady: (controls: Controls) => () => void };

function Shown({ onReady, ...props }: ShownProps) {
  const root = useShadowRoot(props);
  const { chat, state } = useChat(props);
  const texts = useTexts(props, state.spoken);
  const product = useProductContext(props);
  const launcher = useRef<HTMLButtonElement>(null);
  useEvents(chat, props);
  useWords(chat, props, product);

  const controls = useMemo<Controls | null>(() => {
    if (!chat) return null;
    const close = () => {
      if (!chat.getState().isOpen) return;
      chat.close();
      launcher.current?.focus();
    };
    return {
      open: chat.open,
      close,
      toggle: () => (chat.getState().isOpen ? close() : chat.open()),
      send(text) {
        chat.open();
        chat.send(text);
      },
      reset: chat.restart,
    };
  }, [chat]);

  useEffect(() => {
    if (!chat) return;
    const { opens, loads } = wakes();
    if (opens) chat.open();
    else if (loads) chat.hurry();
  }, [chat]);
  const isPaying = isAwaiting(state.payment);
  useEffect(() => {
    if (chat) remember(state.isOpen, isPaying);
  }, [chat, state.isOpen, isPaying]);
  useEffect(() => (controls ? onReady(controls) : undefined), [controls, onReady]);

  if (!root || !texts || !chat || !controls) return null;
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

// Not counted on the server, and at the first drawing.
function useVisit(props: AgentPayWidgetProps) {
  const [counted, setCounted] = useState<Visit | null>(null);
  const latest = useRef<Visit | null>(null);
  const { apiUrl, channel, visitorId, experimentShare } = props;
  useEffect(() => {
    // Also where the browser keeps nothing the visitor is one and the same.
    const given = visitorId ?? latest.current?.visitorId;
    latest.current = countVisit({ apiUrl, channel, visitorId: given, experimentShare });
    setCounted(latest.current);
  }, [apiUrl, channel, visitorId, experimentShare]);
  return { counted, latest };
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
      chat.on('cart_changed', (event) => latest.current.onCartChanged?.(event)),
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
  useEffect(() => {
    if (customerToken !== undefined) chat?.identify(customerToken);
  }, [chat, customerToken]);
}
