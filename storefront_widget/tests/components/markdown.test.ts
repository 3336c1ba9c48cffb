import { expect, test } from 'vitest';
import {
  type Inline,
  parseInline,
  parseMarkdown,
  safeAddress,
} from '../../src/components/markdown.js';

const words = (nodes: readonly Inline[]): string =>
  nodes
    .map((node) => ('children' in node ? words(node.children) : 'text' in node ? node.text : '\n'))
    .join('');

test('paragraphs, lists, and what stands in them', () => {
  expect(parseMarkdown('One\ntwo\n\n- a **b**\n- c\n1. d')).toEqual([
    {
      kind: 'paragraph',
      children: [{ kind: 'text', text: 'One' }, { kind: 'break' }, { kind: 'text', text: 'two' }],
    },
    {
      kind: 'list',
      isOrdered: false,
      items: [
        [
          { kind: 'text', text: 'a ' },
          { kind: 'strong', children: [{ kind: 'text', text: 'b' }] },
        ],
        [{ kind: 'text', text: 'c' }],
      ],
    },
    { kind: 'list', isOrdered: true, items: [[{ kind: 'text', text: 'd' }]] },
  ]);
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>',
  'vbscript:x',
  '/relative',
  '\u0001javascript:alert(1)',
])('%s is no address to send a shopper to', (address) => {
  expect(safeAddress(address)).toBeNull();
  expect(JSON.stringify(parseInline(`[click](${address})`))).not.toContain('"link"');
});

test('links open where they say', () => {
  expect(parseInline('[shop](https://shop.example/a)')).toEqual([
    { kind: 'link', href: 'https://shop.example/a', children: [{ kind: 'text', text: 'shop' }] },
  ]);
  expect(parseInline('see https://shop.example/a?b=1.')[1]).toMatchObject({ kind: 'link' });
});

test('HTML is words', () => {
  const text = '<img src=x onerror=alert(1)> & <b>bold</b>';

  expect(parseInline(text)).toEqual([{ kind: 'text', text }]);
});

test('snake_case, 2 * 3 * 4 and $5 stay as they are', () => {
  const text = 'a snake_case_word, 2 * 3 * 4, $5';

  expect(words(parseInline(text))).toBe(text);
  expect(parseInline(text)).toHaveLength(1);
});

test.each([
  '*'.repeat(20_000),
  '['.repeat(20_000),
  '`'.repeat(20_001),
  '**a'.repeat(5_000),
  '_a '.repeat(5_000),
])('no text takes long (%#)', (text) => {
  const start = performance.now();
  parseMarkdown(text);
  expect(performance.now() - start).toBeLessThan(1_000);
});
