// The widget's own words, in the page's language.
import type english from '../locales/en.json';

type Table = typeof english;
export type TextKey = keyof Table;
export type Values = Record<string, string | number>;
/** A shop's own words for some of the texts, by their keys in `locales/en.json`. */
export type TextOverrides = Readonly<Record<string, string>>;

export interface Texts {
  /** `count` among the values chooses the plural form. */
  (key: TextKey, values?: Values): string;
  readonly locale: string;
  /** What the words are in: the locale's own language, or the one that stands in for it. */
  readonly language: string;
  readonly isRightToLeft: boolean;
}

export type Language = 'en' | 'pt-BR' | 'es';

const RIGHT_TO_LEFT = ['ar', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi'];

const primaryOf = (locale: string) => locale.toLowerCase().split(/[-_]/)[0] ?? '';

/** The language spoken for a BCP 47 tag. */
export function languageOf(locale: string): Language {
  const primary = primaryOf(locale);
  if (primary === 'pt') return 'pt-BR';
  return primary === 'es' ? 'es' : 'en';
}

export function createTexts(locale: string, table: Table, overrides: TextOverrides = {}): Texts {
  const tag = valid(locale);
  const plurals = new Intl.PluralRules(languageOf(tag));
  const say = (key: TextKey, values: Values = {}) => {
    const words: string | Record<string, string> = overrides[key] ?? table[key];
    const text = typeof words === 'string' ? words : plural(words, Number(values['count']));
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  };
  const plural = (forms: Record<string, string>, count: number) =>
    forms[plurals.select(count)] ?? forms['other'] ?? '';
  const isRightToLeft = RIGHT_TO_LEFT.includes(primaryOf(tag));
  const isSpoken = languageOf(tag).slice(0, 2) === primaryOf(tag);
  // A shop that gives its own words gives them in its language.
  const language = isSpoken || Object.keys(overrides).length ? tag : languageOf(tag);
  return Object.assign(say, { locale: tag, language, isRightToLeft });
}

/** The tag as browsers want it, or English for what is no tag. */
export function valid(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replace('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}
