import { expect, test } from 'vitest';
import english from '../../src/locales/en.json';
import spanish from '../../src/locales/es.json';
import portuguese from '../../src/locales/pt-BR.json';
import { createTexts, languageOf } from '../../src/core/texts.js';
import { loadTexts } from '../../src/core/load-texts.js';

const TABLES = { es: spanish, 'pt-BR': portuguese };
const holes = (words: unknown) => (JSON.stringify(words).match(/\{\w+\}/g) ?? []).sort();

test.each(Object.entries(TABLES))(
  '%s says all that English says, with the same holes to fill',
  (_tag, table) => {
    expect(Object.keys(table)).toEqual(Object.keys(english));
    for (const [key, words] of Object.entries(english)) {
      const translated = table[key as keyof typeof table];
      expect([key, typeof translated, holes(translated)]).toEqual([
        key,
        typeof words,
        holes(words),
      ]);
    }
  },
);

test.each([
  ['pt', 'pt-BR'],
  ['pt_PT', 'pt-BR'],
  ['ES-mx', 'es'],
  ['de', 'en'],
  ['', 'en'],
])('%s is spoken as %s', (tag, language) => {
  expect(languageOf(tag)).toBe(language);
});

test('numbers choose the form of a word', () => {
  const texts = createTexts('en', english);

  expect(texts('items', { count: 1 })).toBe('1 item');
  expect(texts('items', { count: 3 })).toBe('3 items');
});

test("a shop's own words take the place of ours", () => {
  const texts = createTexts('en', english, { title: 'Ask Ada' });

  expect(texts('title')).toBe('Ask Ada');
  expect(texts('close')).toBe('Close the chat');
});

test('a tag that is none is English, and does not break dates', async () => {
  const texts = await loadTexts('not a tag');

  expect(texts.locale).toBe('en');
  expect(texts('send')).toBe('Send');
});

test('a language that is written from the right is laid out so', () => {
  expect(createTexts('ar-EG', english).isRightToLeft).toBe(true);
  expect(createTexts('pt-BR', english).isRightToLeft).toBe(false);
});

test('the words say which language they are in, also where another one was asked for', () => {
  expect(createTexts('pt', english).language).toBe('pt');
  expect(createTexts('en-GB', english).language).toBe('en-GB');
  expect(createTexts('de', english).language).toBe('en');
  expect(createTexts('de', english, { title: 'Beratung' }).language).toBe('de');
});
