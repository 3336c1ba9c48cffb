// Makes both builds: dist/script/ (any page, Preact inside) and dist/package/ (React from outside, with types).
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const BROWSERS = ['chrome110', 'firefox115', 'safari16.4'];
const PREACT = [
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
  { find: /^react(-dom)?$/, replacement: 'preact/compat' },
];

await rm(`${root}/dist`, { recursive: true, force: true });
await buildScript();
await buildPackage();

async function buildScript() {
  const outDir = `${root}/dist/script`;
  await build({
    ...common(outDir),
    resolve: { alias: PREACT },
    build: {
      ...common(outDir).build,
      lib: { entry: `${root}/src/script/panel.tsx`, formats: ['es'] },
      rollupOptions: {
        output: {
          entryFileNames: 'panel-[hash].js',
          chunkFileNames: '[name]-[hash].js',
          minify: true, // Vite leaves ES libraries readable
          // Nearly all of it runs at the press: a browser that knows this compiles it while it fetches.
          postBanner: ({ isEntry }) => (isEntry ? '//# allFunctionsCalledOnLoad' : ''),
        },
      },
    },
  });
  const names = await readdir(outDir);
  const file = (start) => `./${names.find((name) => name.startsWith(`${start}-`))}`;
  const texts = { en: file('en'), es: file('es'), 'pt-BR': file('pt-BR') };
  // An immediately called function: nothing global but what it puts there.
  await build({
    ...common(outDir),
    define: {
      ...common(outDir).define,
      PANEL: JSON.stringify(file('panel')),
      TEXTS: JSON.stringify(texts),
    },
    build: {
      ...common(outDir).build,
      lib: {
        entry: `${root}/src/script/main.ts`,
        formats: ['iife'],
        name: 'agentpay',
        fileName: () => 'agentpay-widget.js',
      },
    },
  });
}

async function buildPackage() {
  const outDir = `${root}/dist/package`;
  await build({
    ...common(outDir),
    build: {
      ...common(outDir).build,
      minify: false,
      lib: { entry: `${root}/src/index.ts`, formats: ['es'], fileName: () => 'index.js' },
      rollupOptions: {
        external: [/^react(-dom)?($|\/)/],
        output: {
          banner: ({ isEntry }) => (isEntry ? "'use client';" : ''),
          chunkFileNames: '[name].js',
        },
      },
    },
  });
  execFileSync(
    process.execPath,
    [`${root}/node_modules/typescript/bin/tsc`, '-p', `${root}/tsconfig.package.json`],
    { stdio: 'inherit' },
  );
  await inlineWords(`${outDir}/core/texts.d.ts`);
}

// Types must not import JSON: whether a shop's compiler lets them depends on its settings.
async function inlineWords(file) {
  const english = JSON.parse(await readFile(`${root}/src/locales/en.json`, 'utf8'));
  const types = await readFile(file, 'utf8');
  const inlined = types.replace(
    /^import type english from .*;$/m,
    () => `declare const english: ${JSON.stringify(english)};`,
  );
  if (inlined === types) throw new Error(`${file}: imports no words`);
  await writeFile(file, inlined);
}

function common(outDir) {
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    json: { namedExports: false, stringify: false },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: false,
      target: BROWSERS,
      minify: true,
      reportCompressedSize: false,
    },
  };
}
