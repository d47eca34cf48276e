import { notSavedReason } from '@autograph/collab/messages.ts';
import type { Log } from '@autograph/service-kit';
import { type Connection, OutgoingMessage } from '@hocuspocus/server';
import { messageYjsSyncStep1 } from 'y-protocols/sync';
import * as Y from 'yjs';
import type { LiveRoom } from './live-room.ts';
import type { Member, RoomContext } from './member.ts';
import { tell } from './presence.ts';

/** The WebSocket close codes of an edit that is refused for good, and of one that could not be saved now; in the range for applications. */
const refusedCode = 4422;
const notSavedCode = 4503;

function acknowledge(connection: Connection, count: number): void {
  for (let sent = 0; sent < count; sent += 1) {
    connection.send(new OutgoingMessage(connection.messageAddress).writeSyncStatus(true).toUint8Array());
  }
}

/** Keeps the protocol from applying the message at hand: it answers a read-only connection with "not applied". */
function hold(connection: Connection, member: Member): void {
  member.holding = true;
  connection.readOnly = true;
}

function isNews(doc: Y.Doc, update: Uint8Array): boolean {
  return !Y.snapshotContainsUpdate(Y.snapshot(doc), update);
}

/**
 * Runs before the protocol applies a message, and decides whether it may. An update is committed here, so that the protocol's
 * acknowledgement, which follows, says that it is durable. When the database fails the connection closes without one: the client
 * comes back and sends all it has again.
 */
export async function beforeSync(
  room: LiveRoom,
  connection: Connection<RoomContext>,
  type: number,
  payload: Uint8Array,
  log: Log,
): Promise<void> {
  const { member } = connection.context;
  if (type === messageYjsSyncStep1 || member === undefined) return;
  if (!member.canEdit) {
    if (isNews(room.doc, payload)) tell(connection, { type: 'refused', code: 'read_only', message: 'You can only look at this file.' });
    return;
  }
  const receipt = await room.receive(payload, member.identity.user_id, { source: 'connection', connection }).catch((error: unknown) => {
    // A failed query's own message holds what people wrote; its cause does not.
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    log.error({ err: cause, file_id: room.fileId }, 'an edit could not be saved');
    return { kind: 'lost' as const };
  });
  if (receipt.kind === 'lost') {
    member.canEdit = false;
    connection.readOnly = true;
    connection.close({ code: notSavedCode, reason: notSavedReason });
  } else if (receipt.kind === 'early') {
    hold(connection, member);
    member.owedAcknowledgements += 1;
    connection.send(
      new OutgoingMessage(connection.messageAddress).createSyncMessage().writeFirstSyncStepFor(connection.document).toUint8Array(),
    );
  } else if (receipt.kind === 'refused') {
    const { message, path } = receipt.problem;
    member.canEdit = false;
    connection.readOnly = true;
    tell(connection, { type: 'refused', code: 'invalid_update', message, path });
    connection.close({ code: refusedCode, reason: 'invalid_update' });
  } else {
    acknowledge(connection, member.owedAcknowledgements);
    member.owedAcknowledgements = 0;
  }
}

/** Runs after a message was handled. */
export function afterMessage(connection: Connection<RoomContext>): void {
  const { member } = connection.context;
  if (member?.holding !== true) return;
  member.holding = false;
  connection.readOnly = !member.canEdit;
}
