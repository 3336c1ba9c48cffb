// Ids made here, and the hash that the experiment's arm is taken from.

/** A random id of 32 hexadecimal digits; works on plain http pages, too. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** An evenly spread unsigned 32-bit hash of a text (FNV-1a, then murmur3's finish). */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

export type Arm = '' | 'chat' | 'holdout';

/** The arm of the experiment a visitor is in: always the same for a visitor and a share (0 to 1). */
export function armOf(visitorId: string, share: number): Arm {
  if (!(share > 0)) return '';
  return hash32(`${visitorId}:agentpay-holdout`) / 2 ** 32 < share ? 'holdout' : 'chat';
}
