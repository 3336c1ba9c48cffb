'use client';

import { AgentPayWidget, type AgentPayWidgetProps, type ChatEvents } from '@agentpay/widget';
import { useCallback, useState } from 'react';

export function Chat(props: AgentPayWidgetProps) {
  const [order, setOrder] = useState<string | null>(null);
  const paid = useCallback(
    ({ amount, orderNumber }: ChatEvents['payment_completed']) =>
      setOrder(`${amount.text} ${orderNumber ?? ''}`.trim()),
    [],
  );
  return (
    <>
      <AgentPayWidget {...props} onPaymentCompleted={paid} />
      {order && <output data-testid="paid">{order}</output>}
    </>
  );
}
