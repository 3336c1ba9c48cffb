// Prints what a page and a shopper pay, gzipped, and fails past the limits.
import { readFile, readdir } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const FOLDER = new URL('../dist/script/', import.meta.url);
const LIMITS = { loader: 5_000, panel: 50_000 };

const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.js')).sort();
const sizes = new Map();
for (const name of names) {
  sizes.set(name, gzipSync(await readFile(new URL(name, FOLDER)), { level: 9 }).length);
  console.log(`${String(sizes.get(name)).padStart(7)} bytes gzip  ${name}`);
}
const loader = sizes.get('agentpay-widget.js') ?? Infinity;
const panel = [...sizes.values()].reduce((sum, size) => sum + size, 0) - loader; // all languages, of which a shopper gets one
console.log(`loader ${loader} of ${LIMITS.loader}, everything else ${panel} of ${LIMITS.panel}`);
if (!(loader <= LIMITS.loader && panel <= LIMITS.panel)) {
  console.error('sizes: past the limit');
  process.exit(1);
}
