// Pauses between tries: each about twice the last, spread so that many pages do not come back at once.

export interface Backoff {
  readonly first: number;
  readonly longest: number;
}

/** Milliseconds before the try after `failures` failed ones; `random` is in [0, 1). */
export function pauseAfter(
  failures: number,
  { first, longest }: Backoff,
  random: () => number,
): number {
  const full = Math.min(longest, first * 2 ** Math.min(failures - 1, 20));
  return Math.round(full * (0.5 + random() / 2));
}
