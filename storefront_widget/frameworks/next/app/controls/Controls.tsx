'use client';

import {
  AgentPayWidget,
  type AgentPayWidgetHandle,
  type AgentPayWidgetProps,
} from '@agentpay/widget';
import { useEffect, useRef, useState } from 'react';

/** Everything that a storefront can tell the chat, and everything that it hears. */
export function Controls(props: AgentPayWidgetProps) {
  const chat = useRef<AgentPayWidgetHandle>(null);
  const [said, setSaid] = useState<Partial<AgentPayWidgetProps>>({});
  const [isThere, setIsThere] = useState(true);
  const [heard, setHeard] = useState<string[]>([]);
  const [visitor, setVisitor] = useState<string | null>(null);
  const hear = (name: string) => (event?: object) =>
    setHeard((before) => [...before, `${name} ${JSON.stringify(event ?? {})}`]);
  const say = (more: Partial<AgentPayWidgetProps>) => setSaid((before) => ({ ...before, ...more }));
  useEffect(() => setVisitor(chat.current?.visitorId ?? null), []);

  return (
    <main>
      <button onClick={() => chat.current?.open()}>open</button>
      <button onClick={() => chat.current?.close()}>close</button>
      <button onClick={() => chat.current?.toggle()}>toggle</button>
      <button onClick={() => chat.current?.send('Quiero comprar dos en azul M')}>send</button>
      <button onClick={() => chat.current?.reset()}>reset</button>
      <button onClick={() => say({ locale: 'es' })}>setLocale</button>
      <button onClick={() => say({ productSlug: 'essential-tee' })}>setProduct</button>
      <button onClick={() => say({ customerToken: 'a-customers-token' })}>identify</button>
      <button onClick={() => say({ checkoutId: 'Q2hlY2tvdXQ6MQ==' })}>attachCheckout</button>
      <button onClick={() => setIsThere((is) => !is)}>unmount</button>
      <output data-testid="visitor">{visitor}</output>
      <pre data-testid="heard">{heard.join('\n')}</pre>
      {isThere && (
        <AgentPayWidget
          {...props}
          {...said}
          ref={chat}
          onOpened={hear('opened')}
          onMessage={hear('message')}
          onCartChanged={hear('cart_changed')}
          onPaymentStarted={hear('payment_started')}
          onPaymentCompleted={hear('payment_completed')}
          onError={hear('error')}
        />
      )}
    </main>
  );
}
