import { expect, test } from 'vitest';
import { armOf, hash32, newId } from '../../src/core/ids.js';
import { brandProperties, contrast, parseColour } from '../../src/core/colour.js';

test('the hash is the same in every browser and release: arms must not move', () => {
  expect([hash32('visitor-1'), hash32('visitor-2'), hash32('visitor-ç')]).toMatchSnapshot();
});

test('without a share there is no experiment', () => {
  expect(armOf('anyone', 0)).toBe('');
  expect(armOf('anyone', NaN)).toBe('');
});

test('a share of the visitors is held out, always the same ones', () => {
  const visitors = Array.from({ length: 20_000 }, (_, at) => `visitor-${at}`);
  const held = visitors.filter((visitor) => armOf(visitor, 0.2) === 'holdout');

  expect(held.length / visitors.length).toBeCloseTo(0.2, 1);
  expect(Math.abs(held.length - 4_000)).toBeLessThan(200);
  expect(held.every((visitor) => armOf(visitor, 0.2) === 'holdout')).toBe(true);
});

test('a larger share keeps whom a smaller one held out', () => {
  const visitors = Array.from({ length: 2_000 }, (_, at) => `visitor-${at}`);
  const few = visitors.filter((visitor) => armOf(visitor, 0.1) === 'holdout');

  expect(few.every((visitor) => armOf(visitor, 0.3) === 'holdout')).toBe(true);
});

test('everyone or no one can be held out', () => {
  expect(armOf('anyone', 1)).toBe('holdout');
  expect(armOf('visitor-1', 0.000_000_1)).toBe('chat');
});

test('ids do not repeat', () => {
  expect(new Set(Array.from({ length: 1_000 }, newId)).size).toBe(1_000);
  expect(newId()).toMatch(/^[0-9a-f]{32}$/);
});

test.each(['#ffcc00', '#000', '#fff', '#7f7f7f', '#e91e63', '#2f50d4', '#00aa88'])(
  'words on and in the colour %s can be read',
  (colour) => {
    const told = brandProperties(colour);
    const rgb = (name: string) => parseColour(told[`--agentpay-${name}`]!)!;

    expect(contrast(rgb('accent'), rgb('on-accent'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(rgb('accent-text-light'), parseColour('#f3f4f7')!)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(rgb('accent-text-dark'), parseColour('#22262e')!)).toBeGreaterThanOrEqual(4.5);
  },
);

test('what is no colour changes nothing', () => {
  expect(brandProperties('url(javascript:alert(1))')).toEqual({});
  expect(brandProperties(undefined)).toEqual({});
});
