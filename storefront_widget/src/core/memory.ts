// What the browser keeps. Where it keeps nothing, things are kept for as long as the page is open.
import { hash32, newId } from './ids.js';

export interface Memory {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): string[];
  /** Calls back with the key (null: all) that another tab changed. Returns how to stop. */
  onForeignChange(listener: (key: string | null) => void): () => void;
}

/** The memory of one API and channel, or (without them) of the visitor. */
export function openMemory(area: () => Storage, scope = ''): Memory {
  const prefix = scope ? `agentpay:${hash32(scope).toString(36)}:` : 'agentpay:';
  const spare = new Map<string, string>();
  const storage = usable(area);
  return {
    get: (key) => spare.get(prefix + key) ?? storage?.getItem(prefix + key) ?? null,
    set(key, value) {
      try {
        if (!storage) throw new Error('no storage');
        storage.setItem(prefix + key, value);
        spare.delete(prefix + key);
      } catch {
        spare.set(prefix + key, value); // full, or forbidden
      }
    },
    remove(key) {
      spare.delete(prefix + key);
      storage?.removeItem(prefix + key);
    },
    keys() {
      const kept = storage
        ? Array.from({ length: storage.length }, (_, at) => storage.key(at))
        : [];
      return [...new Set([...kept, ...spare.keys()])]
        .filter((key) => key !== null)
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length));
    },
    onForeignChange(listener) {
      const hear = ({ key, storageArea }: StorageEvent) => {
        if (storageArea && storageArea !== storage) return;
        if (key === null) listener(null);
        else if (key.startsWith(prefix)) listener(key.slice(prefix.length));
      };
      addEventListener('storage', hear);
      return () => removeEventListener('storage', hear);
    },
  };
}

/** The visitor's id: the storefront's own, or one that is made once. */
export function visitorIdOf(memory: Memory, given?: string): string {
  const known = given ?? memory.get('visitor');
  if (known) return known;
  const made = newId();
  memory.set('visitor', made);
  return made;
}

// Reading `localStorage` alone may throw.
function usable(area: () => Storage): Storage | undefined {
  try {
    const storage = area();
    storage.setItem('agentpay:try', '1');
    storage.removeItem('agentpay:try');
    return storage;
  } catch {
    return undefined;
  }
}
