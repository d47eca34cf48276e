import { accessChannel, CodedError, sessionEndChannel, titleChannel } from '@autograph/contracts';
import { endOf, type IdleRule, idleRule, type Kit, sessionStaysOpen } from '@autograph/service-kit';
import type { Connection, Document } from '@hocuspocus/server';
import { fileAccess } from './file-access.ts';
import type { Member } from './member.ts';
import { membersOf, tell } from './presence.ts';

/** Looks at everyone in a room again whenever access to its file changes: who may no longer see it is put out. Gives the way to stop. */
export async function watchAccess(
  kit: Pick<Kit, 'db' | 'pubsub' | 'log'>,
  fileId: string,
  document: Document,
): Promise<() => Promise<void>> {
  async function check(): Promise<void> {
    for (const { connection, member } of membersOf(document)) {
      const access = await fileAccess(kit.db, fileId, member.identity);
      if (access === undefined || access === null) {
        connection.close({ code: 4403, reason: 'forbidden' });
        continue;
      }
      const canEdit = access !== 'view';
      if (canEdit === member.canEdit) continue;
      member.canEdit = canEdit;
      connection.readOnly = member.holding || !canEdit;
      tell(connection, { type: 'access', can_edit: canEdit });
    }
  }
  return kit.pubsub.subscribe(accessChannel(fileId), () => {
    check().catch((error: unknown) => kit.log.error({ err: error, file_id: fileId }, 'access could not be checked again'));
  });
}

/** Tells everyone in a room the titles that its file is given. Gives the way to stop. */
export function watchTitle(pubsub: Kit['pubsub'], fileId: string, document: Document): Promise<() => Promise<void>> {
  return pubsub.subscribe(titleChannel(fileId), (title) => {
    for (const { connection } of membersOf(document)) tell(connection, { type: 'title', title });
  });
}

/** Puts a person out of every room that they opened in a session which ends. Gives the way to stop. */
export function watchSessions(pubsub: Kit['pubsub'], documents: ReadonlyMap<string, Document>): Promise<() => Promise<void>> {
  return pubsub.subscribe(sessionEndChannel, (sessionId) => {
    for (const document of documents.values())
      for (const { connection, member } of membersOf(document)) {
        if (member.identity.session_id !== sessionId) continue;
        putOut(connection, member);
      }
  });
}

function putOut(connection: Connection, member: Member): void {
  member.canEdit = false;
  connection.readOnly = true;
  connection.close({ code: 4401, reason: 'unauthenticated' });
}

/** Puts out somebody whose session ended while they came in: that was told before their connection was there to hear it. */
export async function putOutIfEnded(kv: Kit['kv'], connection: Connection, member: Member): Promise<void> {
  const end = await endOf(kv, member.identity.session_id).catch(() => null);
  if (end) putOut(connection, member);
}

/** How often everyone in the rooms is asked whether what let them in still counts; ms. */
const lookMilliseconds = 60_000;

/** Whether what let a member in still counts. A store that is away puts nobody out. */
async function stillCounts(kv: Kit['kv'], idle: IdleRule, { identity, expiresAt }: Member): Promise<boolean> {
  if (expiresAt !== null && expiresAt <= Date.now()) return false;
  if (identity.via) return true;
  return sessionStaysOpen(kv, identity.session_id, idle).catch((error: unknown) => !(error instanceof CodedError && error.status === 401));
}

/**
 * Puts out, minute by minute, everyone whose key or token has lapsed or whose session was left alone for too long: nothing else tells
 * of it. Gives the way to stop.
 */
export function watchLapses(kit: Pick<Kit, 'kv' | 'pubsub' | 'config'>, documents: ReadonlyMap<string, Document>): () => void {
  const idle = idleRule(kit, kit.config);
  const timer = setInterval(() => {
    for (const { connection, member } of [...documents.values()].flatMap(membersOf))
      void stillCounts(kit.kv, idle, member).then((counts) => counts || putOut(connection, member));
  }, lookMilliseconds);
  timer.unref();
  return () => clearInterval(timer);
}
