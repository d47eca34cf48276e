import { createStores, get, openDB, transact } from 'lib0/indexeddb';
import type { WorkStorage } from './keep-work.ts';

const store = 'work';

export interface BrowserWork extends WorkStorage {
  /** Lets another window have this one's place. */
  leave(): void;
}

/**
 * Keeps a person's work on a file in the browser's IndexedDB, apart from the file's document. Each window that has the file open keeps
 * its own, and finds it again when it is loaded anew; one that is opened later takes over what a closed one has left.
 */
export function workInBrowser(key: string): BrowserWork {
  const database = openDB('autograph-work', (db) => createStores(db, [[store]]));
  const places = takePlace(key);
  let ready: { readonly db: IDBDatabase; readonly place: string } | undefined;
  const whole = Promise.all([database, places.taken]).then(([db, place]) => {
    ready = { db, place };
    return ready;
  });
  // Where there is none, every load and save says so.
  whole.catch(() => undefined);
  const open = (db: IDBDatabase, access: 'readonly' | 'readwrite') => {
    const [found] = transact(db, [store], access);
    if (!found) throw new Error('The browser keeps no work.');
    return found;
  };
  return {
    async load(what) {
      const { db, place } = await whole;
      return await get(open(db, 'readonly'), `${place}/${what}`);
    },
    async save(entries) {
      // Nothing is waited for once there is a database: the page may be about to go, and only what has been committed outlives it.
      const { db, place } = ready ?? (await whole);
      const kept = open(db, 'readwrite');
      for (const [what, value] of entries) {
        if (value === undefined) kept.delete(`${place}/${what}`);
        else kept.put(value, `${place}/${what}`);
      }
      await committed(kept.transaction);
    },
    leave: places.leave,
  };
}

function committed(transaction: IDBTransaction): Promise<void> {
  transaction.commit();
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

/** Windows of one browser that have one file open at once find a place each; those beyond share the last. */
const mostPlaces = 16;

/** ms that a window waits for the place that it had: long when it is loaded anew, and its last page may be slow to go. */
function patience(): number {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation instanceof PerformanceNavigationTiming && navigation.type === 'reload' ? 5_000 : 300;
}

/**
 * The first place that no open window has, this window's last one before all others: a lock holds it for as long as the window lives.
 * Where the browser has no locks (on a page that came without TLS) all windows share one.
 */
function takePlace(key: string): { readonly taken: Promise<string>; leave(): void } {
  const nameOf = (place: number) => (place === 0 ? key : `${key}/window-${place}`);
  let leave = () => {};
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  if (!isSecureContext) return { taken: Promise.resolve(nameOf(0)), leave };
  const remembered = `autograph-work-place/${key}`;

  /** Whether the place was free, or is so soon; it is this window's then. */
  const take = (place: number, options: LockOptions) =>
    new Promise<boolean>((resolve) => {
      navigator.locks
        .request(`autograph-work/${nameOf(place)}`, options, (lock) => {
          resolve(lock !== null);
          return lock === null ? undefined : left;
        })
        .catch(() => resolve(false));
    });

  async function find(): Promise<string> {
    const last = sessionStorage.getItem(remembered);
    // What this window had before it was loaded anew may be let go of only now; in a duplicate of a window it never is.
    if (last !== null && (await take(Number(last), { signal: AbortSignal.timeout(patience()) }))) return nameOf(Number(last));
    for (const place of Array(mostPlaces).keys()) {
      if (!(await take(place, { ifAvailable: true }))) continue;
      sessionStorage.setItem(remembered, String(place));
      return nameOf(place);
    }
    return nameOf(mostPlaces);
  }
  return { taken: find(), leave };
}
