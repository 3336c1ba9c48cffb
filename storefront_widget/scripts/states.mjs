// Prints every recorded state in every language as JSON, for tests that are not written in TypeScript.
//   node scripts/states.mjs <origin of the pictures>
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const { module } = await runnerImport(`${root}/dev/states.ts`, { root, configFile: false });
const states = {};
for (const language of ['en', 'pt-BR', 'es']) {
  const whole = JSON.parse(await readFile(`${root}/dev/recorded/${language}.json`, 'utf8'));
  states[language] = Object.fromEntries(
    Object.keys(module.STATES).map((name) => [
      name,
      module.recordedState(name, whole, process.argv[2]),
    ]),
  );
}
process.stdout.write(JSON.stringify(states));
