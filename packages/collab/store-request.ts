import type { HocuspocusProvider } from '@hocuspocus/provider';
import type { ClientMessage } from './messages.ts';

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (reason: Error) => void;
}

/**
 * Asks the server to refresh at once, instead of a moment later, what those outside the room see of the file. Edits made before
 * the request are in what it writes: one connection's messages are handled in order.
 */
export function storeRequests(provider: HocuspocusProvider, changed: () => void) {
  const waiting = new Map<number, Waiting>();
  let last = 0;

  function end(request: number): Waiting | undefined {
    const found = waiting.get(request);
    waiting.delete(request);
    if (found) changed();
    return found;
  }

  function lose(): void {
    for (const request of [...waiting.keys()]) end(request)?.reject(new Error('The connection was lost.'));
  }

  provider.on('disconnect', lose);
  provider.on('close', lose);
  return {
    /** Whether an answer is awaited. */
    get open() {
      return waiting.size > 0;
    },
    /** Resolves when the server has written; rejects when it could not, or the connection was lost. */
    send(): Promise<void> {
      last += 1;
      const message: ClientMessage = { type: 'store', request: last };
      return new Promise((resolve, reject) => {
        waiting.set(last, { resolve, reject });
        changed();
        provider.sendStateless(JSON.stringify(message));
      });
    },
    answer({ request, ok }: { readonly request: number; readonly ok: boolean }): void {
      const found = end(request);
      if (ok) found?.resolve();
      else found?.reject(new Error('The server could not store the file.'));
    },
    stop(): void {
      lose();
      provider.off('disconnect', lose);
      provider.off('close', lose);
    },
  };
}
