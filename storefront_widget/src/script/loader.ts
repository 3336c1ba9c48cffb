// The file that a page pays for: the button, the visit, and the way to everything else.
import { createEmitter } from '../core/events.js';
import { createHost } from '../core/host.js';
import { addStyles } from '../core/stylesheets.js';
import { countVisit } from '../core/visit.js';
import styles from '../styles/button.css?inline';
import type { AgentPayChat, Panel, PanelContext, ScriptOptions } from './api.js';
import { optionsOf } from './attributes.js';
import { drawButton } from './button.js';
import { wakes } from '../core/waking.js';

export type LoadPanel = (context: PanelContext) => Promise<Panel>;

type Wish = { [Name in keyof Panel]: [Name, ...Parameters<Panel[Name]>] }[keyof Panel];

export function createAgentPayChat(loadPanel: LoadPanel): AgentPayChat {
  const emitter = createEmitter();
  let instance: ReturnType<typeof start> | undefined;
  let visitorId: string | null = null;
  const wish = (...given: Wish) => instance?.wish(...given);

  function init(options: ScriptOptions) {
    instance?.end();
    instance = undefined;
    const visit = countVisit(options);
    visitorId = visit.visitorId;
    if (visit.arm !== 'holdout') instance = start({ ...options, visitorId }, emitter, loadPanel);
  }

  return {
    init,
    open: () => wish('open'),
    close: () => wish('close'),
    toggle: () => wish('toggle'),
    send: (text) => wish('send', text),
    setProduct: (product) => wish('setProduct', product),
    setLocale: (locale) => wish('setLocale', locale),
    identify: (token) => wish('identify', token),
    attachCheckout: (id) => wish('attachCheckout', id),
    reset: () => wish('reset'),
    destroy() {
      instance?.end();
      instance = undefined;
    },
    on: emitter.on,
    get visitorId() {
      return visitorId;
    },
  };
}

// Wishes that show something fetch the panel; the others wait until it is fetched.
const SHOWING: readonly string[] = ['open', 'toggle', 'send'];

function start(options: ScriptOptions, emitter: PanelContext['emitter'], loadPanel: LoadPanel) {
  const locale = options.locale ?? (document.documentElement.lang || 'en');
  const { host, root } = createHost(options);
  const button = drawButton(locale, options.texts?.['open']);
  addStyles(root, styles);
  root.append(button.element);

  let panel: Panel | undefined;
  let loading: Promise<void> | undefined;
  let wishes: Wish[] = [];
  let hasEnded = false;

  const context: PanelContext = {
    root,
    options,
    locale,
    emitter,
    button: { show: button.show, focus: () => button.element.focus() },
  };

  function load(): Promise<void> {
    loading ??= loadPanel(context).then(
      (loaded) => {
        if (hasEnded) return loaded.destroy();
        panel = loaded;
        button.setBusy(false);
        const waiting = wishes;
        wishes = [];
        waiting.forEach((one) => grant(...one));
      },
      (error: unknown) => {
        loading = undefined; // the next press tries again
        wishes = [];
        button.setBusy(false);
        emitter.emit('error', { code: 'UNREACHABLE', message: String(error) });
      },
    );
    return loading;
  }

  function grant(...[name, ...given]: Wish) {
    (panel?.[name] as ((...given: unknown[]) => void) | undefined)?.(...given);
  }

  function wish(...one: Wish) {
    if (panel) return grant(...one);
    wishes.push(one);
    if (!SHOWING.includes(one[0])) return;
    button.setBusy(true);
    void load();
  }

  // A finger or a pointer on its way to the button is interest enough.
  for (const sign of ['pointerenter', 'focus', 'touchstart']) {
    button.element.addEventListener(sign, () => void load(), { once: true, passive: true });
  }
  button.element.addEventListener('click', () => wish('toggle'));
  const woken = wakes();
  if (woken.opens || woken.loads) {
    const idle = globalThis.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 200));
    idle(() => (woken.opens ? wish('open') : void load()));
  }

  return {
    wish,
    end() {
      hasEnded = true;
      panel?.destroy();
      host.remove();
    },
  };
}

/** Puts `AgentPayChat` on the page, and begins if the tag or the page has said how. */
export function install(loadPanel: LoadPanel): void {
  const page = window as unknown as { AgentPayChat?: AgentPayChat & { options?: ScriptOptions } };
  const given = page.AgentPayChat?.options;
  const tag =
    document.currentScript ?? document.querySelector('script[data-api-url][data-channel]');
  const options = given ?? optionsOf((tag as HTMLElement | null)?.dataset ?? {});
  const chat = createAgentPayChat(loadPanel);
  page.AgentPayChat = chat;
  if (!options) return;
  if (document.body) chat.init(options);
  else addEventListener('DOMContentLoaded', () => chat.init(options), { once: true });
}
