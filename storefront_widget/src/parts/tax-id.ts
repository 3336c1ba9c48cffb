// Whether the digits of a CPF or CNPJ check out, so that a slip is told before it is sent. Pure.

export function isTaxId(written: string): boolean {
  // Telephones and documents write other dashes than the keyboard's.
  const bare = written.replace(/[\s./\-\u2010-\u2015\u2212]/g, '').toUpperCase();
  if (/^(.)\1*$/.test(bare)) return false;
  if (/^\d{11}$/.test(bare)) return endsRight(bare, 11);
  return /^[0-9A-Z]{12}\d{2}$/.test(bare) && endsRight(bare, 9);
}

// Weights count from 2 at the right up to `most` and begin again; a letter counts as its place after "0".
function endsRight(bare: string, most: number): boolean {
  const values = Array.from(bare, (character) => character.charCodeAt(0) - 48);
  return [values.length - 2, values.length - 1].every((at) => {
    const sum = values
      .slice(0, at)
      .reduce((all, value, place) => all + value * (2 + ((at - 1 - place) % (most - 1))), 0);
    return values[at] === (sum % 11 < 2 ? 0 : 11 - (sum % 11));
  });
}
