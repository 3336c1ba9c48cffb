// Each language is a file of its own, fetched when it is spoken.
import { type TextOverrides, type Texts, createTexts, languageOf } from './texts.js';

const LANGUAGES = {
  en: () => import('../locales/en.json'),
  'pt-BR': () => import('../locales/pt-BR.json'),
  es: () => import('../locales/es.json'),
};

export async function loadTexts(locale: string, overrides?: TextOverrides): Promise<Texts> {
  const { default: table } = await LANGUAGES[languageOf(locale)]();
  return createTexts(locale, table, overrides);
}

/** The page's words, or those of the language that the shopper went over to; a shop's own words are in the page's. */
export function loadSpoken(
  spoken: string | null,
  locale: string,
  overrides?: TextOverrides,
): Promise<Texts> {
  const isPages = spoken === null || languageOf(spoken) === languageOf(locale);
  return isPages ? loadTexts(locale, overrides) : loadTexts(spoken);
}
