import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';
import type { RoomStorage } from './room.ts';

/** Keeps a file's document in the browser's IndexedDB: it opens at once, and edits made without a network wait there. */
export function storeInBrowser(fileId: string, doc: Y.Doc): RoomStorage {
  const persistence = new IndexeddbPersistence(`autograph-file-${fileId}`, doc);
  // Another tab of the file may drop the copy of both: what is done here goes on, and reaches the server.
  const keep = (update: Uint8Array, origin: unknown) => {
    try {
      persistence._storeUpdate(update, origin);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
    }
  };
  doc.off('update', persistence._storeUpdate);
  doc.on('update', keep);
  return {
    loaded: persistence.whenSynced.then(() => undefined),
    clear: () => persistence.clearData(),
    close: () => {
      doc.off('update', keep);
      void persistence.destroy();
    },
  };
}
