// The chat stands beside the pages, so that it stays while they change.
import Link from 'next/link';
import { type ReactNode, Suspense } from 'react';
import { GOODS } from '../goods';
import { options } from '../options';
import { Chat } from './Chat';

async function ChatOfShop() {
  return <Chat {...await options()} />;
}

export default function ShopLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <nav>
        <Link href="/">Shop</Link>
        {GOODS.map(({ slug, name }) => (
          <Link key={slug} href={`/products/${slug}`}>
            {name}
          </Link>
        ))}
        <Link href="/bare">Bare</Link>
      </nav>
      {children}
      <Suspense>
        <ChatOfShop />
      </Suspense>
    </>
  );
}
