import { createStores, get, openDB, put, transact } from 'lib0/indexeddb';
import type { WorkStorage } from './keep-work.ts';

const store = 'work';

/** Keeps work in the browser's IndexedDB, apart from the files' documents. */
export function workInBrowser(): WorkStorage {
  const database = openDB('autograph-work', (db) => createStores(db, [[store]]));
  // Where there is none, every load and save says so.
  database.catch(() => undefined);
  const open = async (access: 'readonly' | 'readwrite') => {
    const [found] = transact(await database, [store], access);
    if (!found) throw new Error('The browser keeps no work.');
    return found;
  };
  return {
    async load(key) {
      const text = await get(await open('readonly'), key);
      return typeof text === 'string' ? JSON.parse(text) : undefined;
    },
    async save(key, value) {
      await put(await open('readwrite'), JSON.stringify(value), key);
    },
  };
}
