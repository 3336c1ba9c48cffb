// Tests run in a light browser; the builds have configurations of their own in scripts/build.mjs.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { environment: 'happy-dom', include: ['tests/**/*.test.{ts,tsx}'], css: true },
});
