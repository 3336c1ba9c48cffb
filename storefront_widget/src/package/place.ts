// Where the component stands in the page, and the words it speaks there.
import { useEffect, useState } from 'react';
import type { Look } from '../components/look.js';
import { createHost, dress } from '../core/host.js';
import { loadSpoken } from '../core/load-texts.js';
import { addStyles } from '../core/stylesheets.js';
import type { TextOverrides, Texts } from '../core/texts.js';
import button from '../styles/button.css?inline';
import cards from '../styles/cards.css?inline';
import messages from '../styles/messages.css?inline';
import panel from '../styles/panel.css?inline';
import theme from '../styles/theme.css?inline';

export function useShadowRoot(look: Look): ShadowRoot | null {
  const [root, setRoot] = useState<ShadowRoot | null>(null);
  useEffect(() => {
    const made = createHost({});
    addStyles(made.root, button, theme, panel, messages, cards);
    setRoot(made.root);
    return () => made.host.remove();
  }, []);
  const { color, scheme, position } = look;
  useEffect(() => {
    if (root) dress(root.host as HTMLElement, { color, scheme, position });
  }, [root, color, scheme, position]);
  return root;
}

interface Spoken {
  readonly locale?: string | undefined;
  readonly texts?: TextOverrides | undefined;
}

/** The words in the page's language; in the one that the shopper went over to (`spoken`), if they did. */
export function useTexts(
  { locale, texts: overrides }: Spoken,
  spoken: string | null,
): Texts | null {
  const [texts, setTexts] = useState<Texts | null>(null);
  const words = JSON.stringify(overrides ?? {});
  useEffect(() => {
    let isCurrent = true;
    const tag = locale ?? (document.documentElement.lang || 'en');
    void loadSpoken(spoken, tag, JSON.parse(words) as TextOverrides).then((loaded) => {
      if (isCurrent) setTexts(() => loaded);
    });
    return () => {
      isCurrent = false;
    };
  }, [locale, words, spoken]);
  return texts;
}
