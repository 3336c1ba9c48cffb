// Colours by the names that shops give them, to paint a swatch with. No name, no swatch: the words are always there.

const KNOWN: Record<string, string> = {
  amarelo: 'gold',
  amarillo: 'gold',
  areia: '#d8c3a5',
  azul: '#2456c9',
  bege: 'beige',
  branco: 'white',
  blanco: 'white',
  charcoal: '#36454f',
  cinza: 'gray',
  cream: '#fff4d6',
  dourado: '#c9a227',
  gris: 'gray',
  laranja: 'darkorange',
  marrom: 'saddlebrown',
  marrón: 'saddlebrown',
  morado: 'purple',
  mustard: '#d6a419',
  naranja: 'darkorange',
  natural: '#e6d8bd',
  negro: 'black',
  preto: 'black',
  rojo: 'crimson',
  rosa: 'hotpink',
  roxo: 'purple',
  sand: '#d8c3a5',
  verde: '#2c7a4b',
  vermelho: 'crimson',
  blue: '#2456c9',
  green: '#2c7a4b',
  red: 'crimson',
  yellow: 'gold',
};

const COLOUR_SLUG = /colou?r|farbe|cor\b|couleur/i;

export const isColourAxis = (slug: string, name: string): boolean =>
  COLOUR_SLUG.test(`${slug} ${name}`);

/** A CSS colour for a name, or null. */
export function colourFor(name: string): string | null {
  const plain = name.trim().toLowerCase();
  const known = KNOWN[plain] ?? plain.replace(/[\s-]/g, '');
  if (!/^#?[a-z0-9]+$/.test(known) || ['inherit', 'initial', 'unset', 'revert'].includes(known))
    return null;
  return typeof CSS !== 'undefined' && CSS.supports?.('color', known) ? known : null;
}
