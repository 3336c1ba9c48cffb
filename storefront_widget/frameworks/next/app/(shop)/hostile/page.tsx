export default function Hostile() {
  return (
    <main>
      <style>{'* { all: unset !important } html { font-size: 40px !important }'}</style>
      <h1>A page that unsets everything</h1>
    </main>
  );
}
