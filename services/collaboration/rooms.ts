import { setTimeout as delay } from 'node:timers/promises';
import { fileOfRoom, readClientMessage, roomName } from '@autograph/collab';
import { CodedError } from '@autograph/contracts';
import type { ShapeSchemas } from '@autograph/document';
import type { Kit } from '@autograph/service-kit';
import { Redis } from '@hocuspocus/extension-redis';
import { type Document, type Extension, Hocuspocus } from '@hocuspocus/server';
import * as Y from 'yjs';
import { putOutIfEnded, watchAccess, watchLapses, watchSessions, watchTitle } from './access-watch.ts';
import { noteEdit } from './activity.ts';
import { admit } from './admission.ts';
import type { Drafter } from './canvas.ts';
import { afterMessage, beforeSync } from './gate.ts';
import { type LiveRoom, openLiveRoom } from './live-room.ts';
import type { RoomContext } from './member.ts';
import { colorOf, signPresence, tell } from './presence.ts';
import { project, storeProjection } from './projection.ts';
import { compactAfter, compactDocument, loadDocument, storedVersion } from './stored-document.ts';

/** How long closing waits for rooms to be projected and left. */
const closeMilliseconds = 5_000;

export type RoomsKit = Pick<Kit, 'db' | 'pubsub' | 'redisUrl' | 'tokens' | 'config' | 'log' | 'kv' | 'call'>;

/** The live rooms of this instance. */
export interface Rooms {
  readonly hocuspocus: Hocuspocus<RoomContext>;
  /** Runs with a file's room open, loading it when nobody has it open. Throws `not_found`. */
  withRoom<T>(fileId: string, run: (room: LiveRoom) => Promise<T>): Promise<T>;
  /** The open document of a file, undefined when nobody has it open. */
  open(fileId: string): Document | undefined;
  close(): Promise<void>;
}

function relay(kit: RoomsKit): Extension[] {
  if (kit.redisUrl === null) return [];
  const url = new URL(kit.redisUrl);
  const redis = new Redis({
    host: url.hostname,
    port: Number(url.port || 6379),
    prefix: `${kit.config.REDIS_PREFIX}collab`,
    disconnectDelay: 200,
    options: {
      username: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      db: Number(url.pathname.slice(1) || 0),
      ...(/^(rediss|valkeys):$/.test(url.protocol) ? { tls: {} } : {}),
    },
  });
  for (const client of [redis.pub, redis.sub]) client.on('error', (error: Error) => kit.log.warn({ err: error }, 'Redis'));
  return [redis];
}

/** Opens the rooms: documents load from the database, and every edit passes the gate. */
export async function openRooms(kit: RoomsKit, drafter: Drafter, schemas: ShapeSchemas): Promise<Rooms> {
  const live = new WeakMap<Y.Doc, LiveRoom>();

  function roomOf(document: Y.Doc): LiveRoom {
    const room = live.get(document);
    if (room === undefined) throw new Error('this document is no room');
    return room;
  }

  async function compactIfLong(room: LiveRoom): Promise<void> {
    if (room.logged < compactAfter) return;
    room.compacted();
    await compactDocument(kit.db, room.fileId);
  }

  async function store(document: Document): Promise<void> {
    const room = roomOf(document);
    await storeProjection(kit.db, room.fileId, await project(document, drafter), room.editedAt);
    await compactIfLong(room);
  }

  /** Those who ask while a store waits for the one before it share it. */
  const waiting = new WeakMap<Document, Promise<void>>();
  function storeNow(document: Document): Promise<void> {
    const shared = waiting.get(document);
    if (shared) return shared;
    const next = document.saveMutex.runExclusive(() => {
      waiting.delete(document);
      return store(document);
    });
    waiting.set(document, next);
    return next;
  }

  const hocuspocus = new Hocuspocus<RoomContext>({
    quiet: true,
    debounce: 1_000,
    maxDebounce: 10_000,
    extensions: relay(kit),

    async onAuthenticate({ documentName, token, requestHeaders, connectionConfig, context }) {
      const admission = await admit(kit, { room: documentName, token, headers: requestHeaders });
      if ('reason' in admission) throw admission;
      context.admitted?.();
      connectionConfig.readOnly = !admission.canEdit;
      return {
        member: {
          identity: admission.identity,
          expiresAt: admission.expiresAt,
          canEdit: admission.canEdit,
          color: null,
          owedAcknowledgements: 0,
          holding: false,
        },
      };
    },

    async onLoadDocument({ documentName, document }) {
      const fileId = fileOfRoom(documentName);
      if (fileId === null) throw new Error('not a room');
      const stored = await loadDocument(kit.db, fileId);
      Y.applyUpdate(document, stored.state);
      const room = openLiveRoom({ db: kit.db, fileId, doc: document, logged: stored.updates, schemas });
      live.set(document, room);
      const watches = await Promise.all([watchAccess(kit, fileId, document), watchTitle(kit.pubsub, fileId, document)]);
      document.on('destroy', () => {
        Promise.all(watches.map((stop) => stop())).catch((error: unknown) =>
          kit.log.warn({ err: error, file_id: fileId }, 'leaving a channel'),
        );
      });
    },

    async connected({ connection, context, documentName }) {
      const document = hocuspocus.documents.get(documentName);
      if (context.member === undefined || document === undefined) return;
      tell(connection, { type: 'welcome', color: colorOf(document, context.member), can_edit: context.member.canEdit });
      await putOutIfEnded(kit.kv, connection, context.member);
    },

    beforeSync: ({ connection, document, type, payload }) => beforeSync(roomOf(document), connection, type, payload, kit.log),

    // Somebody who edits is at work, also when they ask for nothing over HTTP.
    async onChange({ context }) {
      if (context?.member !== undefined) await noteEdit(kit, context.member);
    },

    afterHandleMessage: async ({ connection }) => afterMessage(connection),

    async beforeHandleAwareness({ states, document, context }) {
      if (context?.member !== undefined) signPresence(states, document, context.member);
    },

    async onStateless({ connection, document, payload }) {
      const message = readClientMessage(payload);
      const member: unknown = connection.context.member;
      if (message === undefined || member === undefined || connection.readOnly) return;
      const ok = await storeNow(document).then(
        () => true,
        (error: unknown) => {
          kit.log.error({ err: error, file_id: roomOf(document).fileId }, 'a file could not be stored at once');
          return false;
        },
      );
      tell(connection, { type: 'stored', request: message.request, ok });
    },

    onStoreDocument: ({ document }) => store(document),

    // Rejecting keeps the document in memory: it is tried again once the edit is in.
    async beforeUnloadDocument({ document }) {
      if (roomOf(document).busy) throw null;
    },
  });

  const stopWatchingSessions = await watchSessions(kit.pubsub, hocuspocus.documents);
  const stopWatchingLapses = watchLapses(kit, hocuspocus.documents);

  return {
    hocuspocus,
    open: (fileId) => hocuspocus.documents.get(roomName(fileId)),
    async withRoom(fileId, run) {
      await storedVersion(kit.db, fileId);
      const connection = await hocuspocus.openDirectConnection(roomName(fileId), {});
      try {
        if (connection.document === null) throw new CodedError('service_unavailable');
        return await run(roomOf(connection.document));
      } finally {
        await connection.disconnect({ unloadImmediately: false });
      }
    },
    async close() {
      stopWatchingLapses();
      await stopWatchingSessions();
      hocuspocus.closeConnections();
      hocuspocus.flushPendingStores();
      const deadline = Date.now() + closeMilliseconds;
      while (hocuspocus.documents.size + hocuspocus.unloadingDocuments.size > 0 && Date.now() < deadline) {
        for (const document of hocuspocus.documents.values()) void hocuspocus.unloadDocument(document);
        await delay(10);
      }
      await hocuspocus.hooks('onDestroy', { instance: hocuspocus });
    },
  };
}
