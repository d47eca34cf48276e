import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';
import type { RoomStorage } from './room.ts';

/** Keeps a file's document in the browser's IndexedDB: it opens at once, and edits made without a network wait there. */
export function storeInBrowser(fileId: string, doc: Y.Doc): RoomStorage {
  const persistence = new IndexeddbPersistence(`autograph-file-${fileId}`, doc);
  return {
    loaded: persistence.whenSynced.then(() => undefined),
    clear: () => persistence.clearData(),
    close: () => {
      void persistence.destroy();
    },
  };
}
