import { GOODS } from '../../../goods';

export function generateStaticParams() {
  return GOODS.map(({ slug }) => ({ slug }));
}

export default async function Product({ params }: { params: Promise<{ slug: string }> }) {
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
