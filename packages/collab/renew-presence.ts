import type { Awareness } from 'y-protocols/awareness';

/** What hears each message of the server. */
interface MessageSource {
  on(event: 'message', hear: () => void): unknown;
  off(event: 'message', hear: () => void): unknown;
}

/** How old this person's sign of presence may grow, ms: after 30 s the others take them for gone. */
const freshMilliseconds = 15_000;

/** Keeps a person present whose tab is hidden: the browser holds back its timers, by which presence is renewed, but not what the server sends. */
export function renewPresence(socket: MessageSource, awareness: Awareness): () => void {
  function renew(): void {
    const renewed = awareness.meta.get(awareness.clientID)?.lastUpdated ?? 0;
    if (Date.now() - renewed >= freshMilliseconds) awareness.setLocalState(awareness.getLocalState());
  }
  socket.on('message', renew);
  return () => {
    socket.off('message', renew);
  };
}
