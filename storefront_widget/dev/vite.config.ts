// `npm run dev`: recorded conversations in every state, and a live one against a server (AGENTPAY_URL, the demo's by default).
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const server = process.env['AGENTPAY_URL'] ?? 'http://127.0.0.1:8000';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  resolve: {
    alias: [
      { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
      { find: /^react\/jsx-(dev-)?runtime$/, replacement: 'preact/jsx-runtime' },
      { find: /^react(-dom)?$/, replacement: 'preact/compat' },
    ],
  },
  server: {
    host: '127.0.0.1',
    port: 5180,
    strictPort: true,
    fs: { allow: ['..'] },
    proxy: {
      '/graphql/': { target: server, changeOrigin: true, ws: true },
      '/media/': { target: server, changeOrigin: true },
    },
  },
});
