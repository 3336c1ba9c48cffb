import { AgentPayWidget, useProductContext } from '@agentpay/widget';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

const asked = new URLSearchParams(location.search);

function Shop() {
  const [isThere, setIsThere] = useState(true);
  const [slug, setSlug] = useState('essential-tee');
  const product = useProductContext();
  function go(to: string) {
    history.pushState(null, '', `/products/${to}${location.search}`);
    setSlug(to);
  }
  return (
    <main data-product-slug={slug}>
      <h1>{slug}</h1>
      <button onClick={() => go('camp-mug')}>mug</button>
      <button onClick={() => setIsThere((is) => !is)}>unmount</button>
      <output data-testid="product">{product?.slug}</output>
      {isThere && (
        <AgentPayWidget
          apiUrl={asked.get('api') ?? '/graphql/'}
          socketUrl={asked.get('socket') ?? undefined}
          channel="default-channel"
        />
      )}
    </main>
  );
}

createRoot(document.querySelector('#shop')!).render(
  <StrictMode>
    <Shop />
  </StrictMode>,
);
