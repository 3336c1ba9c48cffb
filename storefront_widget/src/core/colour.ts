// Makes sure that what stands on or in the brand's colour can be read (WCAG 2.2, 4.5 : 1).

type Rgb = readonly [number, number, number];

export function parseColour(text: string): Rgb | null {
  const digits = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(text.trim())?.[1];
  if (!digits) return null;
  const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const number = parseInt(full, 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}

const linear = (channel: number) =>
  channel <= 10 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4;

const luminance = ([r, g, b]: Rgb) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);

export function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [17, 19, 24];
const hex = (colour: Rgb) =>
  `#${colour.map((c) => Math.round(c).toString(16).padStart(2, '0')).join('')}`;

/** What to write with on the colour. One of the two can always be read. */
export const readableOn = (colour: Rgb): string =>
  contrast(colour, WHITE) >= 4.5 ? '#ffffff' : '#000000';

// White looks better on a strong colour than black: one that lacks little is made a little darker.
function ground(colour: Rgb): Rgb {
  const lacks = contrast(colour, WHITE);
  if (lacks >= 4.5 || lacks < 3.5) return colour;
  return parseColour(readableAs(colour, WHITE)) ?? colour;
}

/** The colour, moved towards black or white until it can be read as text on the ground. */
export function readableAs(colour: Rgb, ground: Rgb): string {
  const towards = luminance(ground) > 0.4 ? BLACK : WHITE;
  for (let share = 0; share <= 1; share += 0.05) {
    const mixed = colour.map((c, at) => c + (towards[at]! - c) * share) as unknown as Rgb;
    if (contrast(mixed, ground) >= 4.6) return hex(mixed);
  }
  return hex(towards);
}

const LIGHT_GROUND: Rgb = [243, 244, 247];
const DARK_GROUND: Rgb = [38, 41, 48];

/** The custom properties that a brand's colour makes; none for what is no colour. */
export function brandProperties(text: string | undefined): Record<string, string> {
  const colour = text ? parseColour(text) : null;
  if (!colour) return {};
  return {
    '--agentpay-accent': hex(ground(colour)),
    '--agentpay-on-accent': readableOn(ground(colour)),
    '--agentpay-accent-text-light': readableAs(colour, LIGHT_GROUND),
    '--agentpay-accent-text-dark': readableAs(colour, DARK_GROUND),
  };
}
