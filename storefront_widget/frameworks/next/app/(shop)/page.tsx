export default function Home() {
  return (
    <main>
      <h1>A shop in Next.js</h1>
    </main>
  );
}
