// The one element that the widget puts into a page; everything else is in its shadow root.
import { brandProperties } from './colour.js';
import type { Look } from '../components/look.js';

export function createHost(look: Look): { host: HTMLElement; root: ShadowRoot } {
  const host = document.createElement('div');
  host.setAttribute('data-agentpay-chat', '');
  dress(host, look);
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
