// The round button without React: all that a page shows before anyone is interested.
import { languageOf } from '../core/texts.js';

const SHAPES = {
  chat: [
    'M20 11.5a7.5 7.5 0 0 1-7.5 7.5H5l-1.5 2V11.5A7.5 7.5 0 0 1 11 4h1.5a7.5 7.5 0 0 1 7.5 7.5Z',
    'M8.5 11.5h.01M12 11.5h.01M15.5 11.5h.01',
  ],
  close: ['M6 6l12 12M18 6 6 18'],
};

// The one text that is needed before the language's file is there.
const OPEN = { en: 'Chat with us', 'pt-BR': 'Fale conosco', es: 'Chatea con nosotros' };

export interface Button {
  readonly element: HTMLButtonElement;
  show(state: { isOpen: boolean; unread: number; label: string }): void;
  setBusy(isBusy: boolean): void;
}

export function drawButton(locale: string, words?: string): Button {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'launcher';
  element.setAttribute('aria-haspopup', 'dialog');
  element.dataset['testid'] = 'chat-button';
  const show: Button['show'] = ({ isOpen, unread, label }) => {
    element.setAttribute('aria-expanded', String(isOpen));
    element.setAttribute('aria-label', label);
    element.replaceChildren(icon(isOpen ? 'close' : 'chat'));
    if (unread) element.append(badge(unread));
  };
  show({ isOpen: false, unread: 0, label: words ?? OPEN[languageOf(locale)] });
  return {
    element,
    show,
    setBusy: (isBusy) => element.setAttribute('aria-busy', String(isBusy)),
  };
}

const SVG = 'http://www.w3.org/2000/svg';

function icon(name: keyof typeof SHAPES): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const facts = {
    'aria-hidden': 'true',
    width: '28',
    height: '28',
    viewBox: '0 0 24 24',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '1.8',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  };
  for (const [key, value] of Object.entries(facts)) svg.setAttribute(key, value);
  for (const [at, shape] of SHAPES[name].entries()) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', shape);
    if (at) path.setAttribute('stroke-width', '2.4');
    svg.append(path);
  }
  return svg;
}

function badge(unread: number): HTMLElement {
  const element = document.createElement('span');
  element.className = 'unread';
  element.setAttribute('aria-hidden', 'true');
  element.textContent = unread > 9 ? '9+' : String(unread);
  return element;
}
