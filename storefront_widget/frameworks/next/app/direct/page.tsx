// The package names itself a client module: a server component may use it as it is.
import { AgentPayWidget } from '@agentpay/widget';
import { Suspense } from 'react';
import { options } from '../options';

async function ChatOfShop() {
  return <AgentPayWidget {...await options()} productSlug="camp-mug" color="#0b6e4f" />;
}

export default function Direct() {
  return (
    <main>
      <h1>Straight from the server</h1>
      <Suspense>
        <ChatOfShop />
      </Suspense>
    </main>
  );
}
