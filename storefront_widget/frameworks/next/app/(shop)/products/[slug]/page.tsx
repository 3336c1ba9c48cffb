import { Suspense } from 'react';
import { GOODS } from '../../../goods';

interface Props {
  params: Promise<{ slug: string }>;
}

export function generateStaticParams() {
  return GOODS.map(({ slug }) => ({ slug }));
}

export default function Page({ params }: Props) {
  return (
    <Suspense>
      <Product params={params} />
    </Suspense>
  );
}

async function Product({ params }: Props) {
  const { slug } = await params;
  const name = GOODS.find((one) => one.slug === slug)?.name ?? slug;
  const told = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name,
    url: `/products/${slug}`,
  };
  return (
    <main>
      <script
        type="application/ld+json"
        dangerouslySetInnerHTML={{ __html: JSON.stringify(told).replaceAll('<', '\\u003c') }}
      />
      <h1>{name}</h1>
    </main>
  );
}
