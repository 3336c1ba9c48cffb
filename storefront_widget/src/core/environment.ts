// What of the browser the chat uses, so that tests can give their own.

export interface Environment {
  readonly fetch: typeof fetch;
  readonly WebSocket: typeof WebSocket | undefined;
  readonly storage: () => Storage;
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
  readonly locks: LockManager | undefined;
}

export function browserEnvironment(): Environment {
  return {
    fetch: (...given) => fetch(...given),
    WebSocket: globalThis.WebSocket,
    storage: () => localStorage,
    now: () => Date.now(),
    random: () => Math.random(),
    locks: navigator.locks, // not on plain http
  };
}

const LOCK_WITHIN = 5_000;

/**
 * Runs `work` while no other tab runs its own. At once where browsers have no locks, and after a while when a tab
 * that sleeps holds it: this saves calls, what keeps things right are the ids that go with them.
 */
export async function alone<Result>(
  { locks }: Environment,
  name: string,
  work: () => Promise<Result>,
): Promise<Result> {
  if (!locks) return work();
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), LOCK_WITHIN);
  let isBegun = false;
  try {
    return await locks.request(name, { signal: patience.signal }, () => {
      isBegun = true;
      clearTimeout(timer);
      return work();
    });
  } catch (error) {
    if (isBegun || !patience.signal.aborted) throw error;
    return work();
  }
}
