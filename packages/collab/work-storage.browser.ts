import { createStores, get, openDB, put, transact } from 'lib0/indexeddb';
import type { WorkStorage } from './keep-work.ts';

const store = 'work';

/** Keeps work in the browser's IndexedDB, apart from the files' documents. */
export function workInBrowser(): WorkStorage {
  const database = openDB('autograph-work', (db) => createStores(db, [[store]]));
  // Where there is none, every load and save says so.
  database.catch(() => undefined);
  let ready: IDBDatabase | undefined;
  void database.then(
    (db) => {
      ready = db;
    },
    () => undefined,
  );
  const open = (db: IDBDatabase, access: 'readonly' | 'readwrite') => {
    const [found] = transact(db, [store], access);
    if (!found) throw new Error('The browser keeps no work.');
    return found;
  };
  return {
    async load(key) {
      const text = await get(open(await database, 'readonly'), key);
      return typeof text === 'string' ? JSON.parse(text) : undefined;
    },
    async save(key, value) {
      // Nothing is waited for once there is a database: the page may be about to go, and only what has been committed outlives it.
      const kept = open(ready ?? (await database), 'readwrite');
      const written = put(kept, JSON.stringify(value), key);
      kept.transaction.commit();
      await written;
    },
  };
}
