// The script build's first file. The names of the others are put in by the build.
import { type Language, languageOf } from '../core/texts.js';
import type { Panel, PanelContext } from './api.js';
import { install } from './loader.js';

declare const PANEL: string;
declare const TEXTS: Record<Language, string>;

install(async (context) => {
  // The panel asks for its words itself; here they come at the same time as it does.
  import(/* @vite-ignore */ TEXTS[languageOf(context.locale)]).catch(() => undefined);
  // Relative to this very file, wherever a shop serves it from.
  const { mount } = (await import(/* @vite-ignore */ PANEL)) as {
    mount: (context: PanelContext) => Promise<Panel>;
  };
  return mount(context);
});
