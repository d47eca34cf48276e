import { type Connection, OutgoingMessage } from '@hocuspocus/server';
import { messageYjsSyncStep1 } from 'y-protocols/sync';
import * as Y from 'yjs';
import type { LiveRoom } from './live-room.ts';
import type { Member, RoomContext } from './member.ts';
import { tell } from './presence.ts';

/** The WebSocket close code of a refused edit, in the range for applications. */
const refusedCode = 4422;

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
 * acknowledgement, which follows, says that it is durable. Rejects when the database fails: the connection closes unacknowledged.
 */
export async function beforeSync(room: LiveRoom, connection: Connection<RoomContext>, type: number, payload: Uint8Array): Promise<void> {
  const { member } = connection.context;
  if (type === messageYjsSyncStep1 || member === undefined) return;
  if (!member.canEdit) {
    if (isNews(room.doc, payload)) tell(connection, { type: 'refused', code: 'read_only', message: 'You can only look at this file.' });
    return;
  }
  const receipt = await room.receive(payload, member.identity.user_id, { source: 'connection', connection });
  if (receipt.kind === 'early') {
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
