import { roomName } from '@autograph/collab';
import { CodedError, duplicateRoom, listMembers, readRoom, seedRoom, writeRoom as writeRoomRoute } from '@autograph/contracts';
import { snapshot } from '@autograph/document';
import { implement } from '@autograph/service-kit';
import { schemaOf } from '@autograph/shapes';
import type { FastifyInstance } from 'fastify';
import * as Y from 'yjs';
import { writeCanvas, writeNote } from './canvas-writes.ts';
import type { LiveRoom } from './live-room.ts';
import { membersOf } from './presence.ts';
import { project } from './projection.ts';
import type { Rooms } from './rooms.ts';
import { loadDocument } from './stored-document.ts';
import { publish, type Workshop, writeRoom } from './write-room.ts';

function requireEmpty(room: LiveRoom): void {
  const { shapes, blocks, note } = snapshot(room.doc, schemaOf);
  if (shapes.length > 0 || blocks.length > 0 || note !== '') {
    throw new CodedError('version_conflict', { message: 'The file has content already.' });
  }
}

/** Serves the routes by which other services read and write live rooms. */
export function serveRooms(app: FastifyInstance, rooms: Rooms, workshop: Workshop): void {
  /** Runs on a file's document as it is now: the open one, or a copy from the database. */
  async function reading<T>(fileId: string, run: (doc: Y.Doc, version: number) => Promise<T>): Promise<T> {
    const stored = await loadDocument(workshop.db, fileId);
    const open = rooms.open(fileId);
    if (open !== undefined) return run(open, stored.version);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, stored.state);
    return run(doc, stored.version).finally(() => doc.destroy());
  }

  implement(app, seedRoom, ({ params, query, body }) =>
    rooms.withRoom(params.file_id, async (room) => {
      requireEmpty(room);
      return writeRoom(room, body, query.by ?? null, workshop);
    }),
  );

  implement(app, readRoom, ({ params }) =>
    reading(params.file_id, async (doc, version) => ({ version, ...(await project(doc, workshop.drafter)) })),
  );

  implement(app, writeRoomRoute, ({ params, query, body }) =>
    rooms.withRoom(params.file_id, (room) => writeRoom(room, body, query.by ?? null, workshop)),
  );

  implement(app, duplicateRoom, async ({ params, query, body }) => {
    const content = await reading(body.from, async (doc) => snapshot(doc, schemaOf));
    return rooms.withRoom(params.file_id, async (room) => {
      requireEmpty(room);
      const version = await room.write((copy) => {
        writeCanvas(copy, content);
        writeNote(copy, content.note);
      }, query.by ?? null);
      return publish(room, version, workshop);
    });
  });

  implement(app, listMembers, async ({ params }) => {
    const document = rooms.open(params.file_id);
    const members = document === undefined ? [] : membersOf(document).map(({ member }) => member);
    return {
      room: roomName(params.file_id),
      members: members.map(({ identity, color, canEdit }) => ({
        user_id: identity.user_id,
        name: identity.name,
        color: color ?? '#808080',
        can_edit: canEdit,
      })),
    };
  });
}
