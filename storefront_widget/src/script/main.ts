// The script build's first file. The names of the others are put in by the build.
import { type Language, languageOf } from '../core/texts.js';
import type { Panel, PanelContext } from './api.js';
import { install } from './loader.js';

declare const PANEL: string;
declare const TEXTS: Record<Language, string>;

// Beside this very file, wherever a shop serves it from. Said in full: in a script of another origin a browser
// resolves what `import` names against nothing.
const own = (document.currentScript as HTMLScriptElement | null)?.src;
const beside = (name: string) => (own ? new URL(name, own).href : name);

install(async (context) => {
  // The panel asks for its words itself; here they come at the same time as it does.
  import(/* @vite-ignore */ beside(TEXTS[languageOf(context.locale)])).catch(() => undefined);
  const { mount } = (await import(/* @vite-ignore */ beside(PANEL))) as {
    mount: (context: PanelContext) => Promise<Panel>;
  };
  return mount(context);
});
