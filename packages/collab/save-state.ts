import type { HocuspocusProvider } from '@hocuspocus/provider';
import type * as Y from 'yjs';

/** Whether everything done here has been acknowledged, which the server does only after it is in the database. */
export type SaveState = 'saving' | 'saved';

/**
 * Follows what the server has acknowledged. The provider counts one acknowledgement a message, but while it is not let in it
 * queues messages whose acknowledgements it miscounts after reconnecting; so until then its sending is switched off: the
 * handshake carries everything made meanwhile as one update, acknowledged like any other.
 */
export function trackSaving(provider: HocuspocusProvider, doc: Y.Doc, changed: () => void): { state(): SaveState; stop(): void } {
  const send = provider.boundDocumentUpdateHandler;
  let sending = false;
  let dirty = true;
  let last: SaveState = 'saving';

  function settle(): void {
    if (sending && provider.synced && provider.unsyncedChanges === 0) dirty = false;
    else if (sending && provider.unsyncedChanges > 0) dirty = true;
    const next: SaveState = dirty ? 'saving' : 'saved';
    if (next === last) return;
    last = next;
    changed();
  }

  function pause(): void {
    sending = false;
    doc.off('update', send);
  }

  function resume(): void {
    pause();
    sending = true;
    doc.on('update', send);
  }

  function onUpdate(_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void {
    if (sending || !transaction.local) return;
    dirty = true;
    settle();
  }

  pause();
  doc.on('update', onUpdate);
  provider.on('authenticated', resume);
  provider.on('close', pause);
  provider.on('disconnect', pause);
  provider.on('unsyncedChanges', settle);
  provider.on('synced', settle);

  return {
    state: () => last,
    stop() {
      pause();
      doc.off('update', onUpdate);
      provider.off('authenticated', resume);
      provider.off('close', pause);
      provider.off('disconnect', pause);
      provider.off('unsyncedChanges', settle);
      provider.off('synced', settle);
    },
  };
}
