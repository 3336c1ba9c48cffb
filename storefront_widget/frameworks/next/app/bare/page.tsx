import Link from 'next/link';

export default function Bare() {
  return (
    <main>
      <h1>No chat here</h1>
      <Link href="/">Shop</Link>
    </main>
  );
}
