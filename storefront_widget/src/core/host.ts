// The one element that the widget puts into a page; everything else is in its shadow root.
// It stands beside the body: a transform or a filter there would carry it off, and some shops replace the body at every click.
import { brandProperties } from './colour.js';
import type { Look } from '../components/look.js';

/** Makes it and puts it into the page. */
export function createHost(look: Look): { host: HTMLElement; root: ShadowRoot } {
  const host = document.createElement('div');
  host.setAttribute('data-agentpay-chat', '');
  dress(host, look);
  document.documentElement.append(host);
  return { host, root: host.attachShadow({ mode: 'open', delegatesFocus: false }) };
}

export function dress(
  host: HTMLElement,
  { color, scheme = 'auto', position = 'right' }: Look,
): void {
  host.dataset['scheme'] = scheme;
  host.dataset['position'] = position;
  for (const [name, value] of Object.entries(brandProperties(color))) {
    host.style.setProperty(name, value);
  }
}
