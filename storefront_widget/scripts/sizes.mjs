// Prints what a page and a shopper pay, gzipped, and fails past the limits. `--json`: for `make bench`.
import { readFile, readdir } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const FOLDER = new URL('../dist/script/', import.meta.url);
const LIMITS = { loader: 5_000, panel: 50_000 };

const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.js')).sort();
const sizes = {};
for (const name of names) {
  sizes[name] = gzipSync(await readFile(new URL(name, FOLDER)), { level: 9 }).length;
}
const loader = sizes['agentpay-widget.js'] ?? Infinity;
const panel = Object.values(sizes).reduce((sum, size) => sum + size, 0) - loader; // all languages, of which a shopper gets one
if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ files: sizes, loader, panel, limits: LIMITS }));
} else {
  for (const [name, size] of Object.entries(sizes)) {
    console.log(`${String(size).padStart(7)} bytes gzip  ${name}`);
  }
  console.log(`loader ${loader} of ${LIMITS.loader}, everything else ${panel} of ${LIMITS.panel}`);
}
if (!(loader <= LIMITS.loader && panel <= LIMITS.panel)) {
  console.error('sizes: past the limit');
  process.exit(1);
}
