import { blockSource, limits, openFile, recallBlock } from '@autograph/document';
import { HocuspocusProvider, HocuspocusProviderWebsocket, WebSocketStatus } from '@hocuspocus/provider';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { bindDocument } from './bind-document.ts';
import { notSavedReason, readServerMessage, roomName } from './messages.ts';
import { createPauses } from './pauses.ts';
import { type Participant, participants } from './presence.ts';
import { renewPresence } from './renew-presence.ts';
import type { Room, RoomOptions, RoomProblem, RoomStatus } from './room.ts';
import { trackSaving } from './save-state.ts';
import { sharePresence } from './share-presence.ts';
import { shareTyping } from './share-typing.ts';
import { storeRequests } from './store-request.ts';
import { createTypingUndo } from './typing.ts';

type Topic = Parameters<Parameters<Room['subscribe']>[0]>[0];

/** The WebSocket close code by which a server says that it restarts. */
const serviceRestartCode = 1012;

/** What a person is told when the server lets them into a room no longer, by its reason. */
const refusals: Readonly<Record<string, string>> = {
  forbidden: 'You have no access to this file any more. Its owner can share it with you.',
  not_found: 'This file is not there any more: it may be in its owner’s trash.',
  unauthenticated: 'You are signed out. Sign in again to go on.',
  origin_refused: 'This address is not one that the server knows as its own. Open AutoGraph at its usual address.',
};

/**
 * Opens a file's room: the editor's document becomes the shared one, edits flow both ways, and the connection heals itself
 * (attempts after 1, 2, 4 … 30 s). Never throws for the network's sake: look at `status` and `problem`.
 */
export function openRoom(options: RoomOptions): Room {
  const { editor, fileId, user } = options;
  const doc = new Y.Doc();
  const file = openFile(doc);
  const awareness = new Awareness(doc);
  const storage = options.storage?.(fileId, doc);
  const listeners = new Set<(what: Topic) => void>();
  let status: RoomStatus = 'connecting';
  let problem: RoomProblem | null = null;
  let title: string | null = null;
  let color = '#808080';
  let canEdit = !editor.readOnly;
  let others: readonly Participant[] = [];

  function tell(what: Topic): void {
    for (const listener of [...listeners]) listener(what);
  }

  function setStatus(next: RoomStatus): void {
    if (next === status) return;
    status = next;
    tell('status');
  }

  function setAccess(edit: boolean): void {
    editor.readOnly = !edit;
    if (edit === canEdit) return;
    canEdit = edit;
    tell('access');
  }

  function fail(next: RoomProblem): void {
    problem = next;
    // What is refused is for the person to mend, who may be the only one to have it.
    if (next.kind === 'denied') setAccess(false);
    socket.disconnect();
    setStatus('offline');
    tell('problem');
  }

  awareness.setLocalState({ user: { ...user, color } });
  // First the typing's entry in the history, then the change of the store: what follows from it joins that entry.
  const typing = createTypingUndo(doc, editor.history);
  const adding = { source: 'addition' };
  typing.manager.addTrackedOrigin(adding);
  const unbind = bindDocument(doc, editor.document, options.schemas);
  const stopCapture = editor.document.subscribe((change) => {
    if (change.origin === 'local') typing.manager.stopCapturing();
  });

  const socket = new HocuspocusProviderWebsocket({
    // The file's id lets a gateway bring everyone in the room to one server.
    url: `${options.url}?file=${encodeURIComponent(fileId)}`,
    jitter: false,
    ...(options.WebSocket === undefined ? {} : { WebSocketPolyfill: options.WebSocket }),
  });
  const provider = new HocuspocusProvider({
    name: roomName(fileId),
    document: doc,
    awareness,
    websocketProvider: socket,
    ...(options.token === undefined ? {} : { token: options.token }),
  });
  const saving = trackSaving(provider, doc, () => {
    if (saving.state() === 'saved') pauses.reset();
    tell('saved');
  });
  const storing = storeRequests(provider, () => tell('saved'));

  provider.on('synced', ({ state }: { state: boolean }) => {
    if (!state) return;
    // A server that lets in, but keeps nothing, is asked at ever longer intervals.
    if (saving.state() === 'saved') pauses.reset();
    setStatus('live');
  });
  provider.on('disconnect', ({ event }: { event: { code: number } }) => {
    // A line given up without its goodbye is not told to the provider, which would then believe itself in step for ever.
    provider.onClose();
    setStatus(status === 'live' ? 'reconnecting' : 'offline');
    // A server that restarts says so when another is there already: nobody has to wait for the usual pause.
    if (event.code === serviceRestartCode) void Promise.resolve().then(() => problem === null && socket.connect());
  });
  provider.on('close', ({ event }: { event: { code: number; reason: string } }) => {
    // A room that the server closed on a living socket (restart, access change) must be entered again.
    if (event.code !== 1000 || problem !== null) return;
    if (event.reason === notSavedReason) pauseBefore(reconnect);
    else reconnect();
  });
  provider.on('authenticationFailed', ({ reason }: { reason: string }) => {
    const message = refusals[reason];
    if (message !== undefined) {
      fail({ kind: 'denied', code: reason, message });
      return;
    }
    // Not a word about this person: the server has trouble of its own, such as a database that is away.
    socket.disconnect();
    pauseBefore(reconnect);
  });
  provider.on('stateless', ({ payload }: { payload: string }) => {
    const message = readServerMessage(payload);
    if (message?.type === 'welcome') {
      color = message.color;
      awareness.setLocalStateField('user', { ...user, color });
      setAccess(message.can_edit);
    } else if (message?.type === 'access') setAccess(message.can_edit);
    else if (message?.type === 'stored') storing.answer(message);
    else if (message?.type === 'title') {
      title = message.title;
      tell('title');
    } else if (message?.type === 'refused' && message.code !== 'read_only') {
      fail({ kind: 'refused', code: message.code, message: message.message, ...(message.path ? { path: message.path } : {}) });
    }
  });
  const pauses = createPauses();
  const stopRenewing = renewPresence(socket, awareness);
  const onAwareness = () => {
    others = participants(awareness.getStates(), doc.clientID);
    tell('presence');
  };
  awareness.on('change', onAwareness);
  provider.attach();
  const shared = sharePresence(awareness, editor);
  const stopTyping = shareTyping(editor);

  function pauseBefore(attempt: () => void): void {
    setStatus(status === 'live' ? 'reconnecting' : 'offline');
    pauses.next(attempt);
  }

  function reconnect(): void {
    problem = null;
    setStatus('connecting');
    if (socket.status === WebSocketStatus.Connected) {
      // Its close handler connects again; `connect` itself does nothing while the old socket is still closing.
      socket.shouldConnect = true;
      socket.webSocket?.close();
    } else void socket.connect();
  }

  function wake(): void {
    if (problem !== null) return;
    const silent = Date.now() - socket.lastMessageReceived > socket.configuration.messageReconnectTimeout;
    // A line that died during sleep says goodbye only after a minute: it is given up at once.
    if (socket.status === WebSocketStatus.Connected && silent) socket.onClose({ event: { code: 4408, reason: 'silent' } });
    if (socket.status !== WebSocketStatus.Connected) void socket.connect();
  }

  return {
    doc,
    note: file.note,
    typing: typing.manager,
    typingKeeper: typing.keeper,
    awareness,
    addToNote(text) {
      const { note } = file;
      const added = note.length === 0 ? text : `\n\n${text}`;
      if (!canEdit || note.length + added.length > limits.note) return false;
      typing.manager.stopCapturing();
      doc.transact(() => note.insert(note.length, added), adding);
      typing.manager.stopCapturing();
      return true;
    },
    blockText(blockId) {
      if (canEdit) doc.transact(() => recallBlock(file, blockId));
      return blockSource(file.blocks.get(blockId));
    },
    get status() {
      return status;
    },
    get saved() {
      return storing.open ? 'saving' : saving.state();
    },
    get canEdit() {
      return canEdit;
    },
    get problem() {
      return problem;
    },
    get title() {
      return title;
    },
    get color() {
      return color;
    },
    get presence() {
      return others;
    },
    setCursor: shared.setCursor,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reconnect,
    wake,
    save: () => (status === 'live' ? storing.send() : Promise.reject(new Error('There is no connection.'))),
    discard: async () => storage?.clear(),
    close() {
      listeners.clear();
      pauses.reset();
      shared.stop();
      stopTyping();
      saving.stop();
      storing.stop();
      stopCapture();
      stopRenewing();
      unbind();
      typing.destroy();
      awareness.off('change', onAwareness);
      provider.destroy();
      socket.destroy();
      storage?.close();
      doc.destroy();
    },
  };
}
