import { CodedError } from '@autograph/contracts';
import type { Database } from '@autograph/database';
import { createRehearsal, type FileProblem, type ShapeSchemas } from '@autograph/document';
import * as Y from 'yjs';
import { storedVersion } from './stored-document.ts';
import { openUpdateLog } from './update-log.ts';

/** What became of an update that a client sent. */
export type Receipt =
  /** It is committed and in the document, or there was nothing new in it. */
  | { readonly kind: 'kept' }
  /** It builds on edits of the same client that have not arrived; the client must send all it has. */
  | { readonly kind: 'early' }
  | { readonly kind: 'refused'; readonly problem: FileProblem };

/** A file's document in memory, behind its gate: nothing enters it that is not valid and already committed. */
export interface LiveRoom {
  readonly fileId: string;
  readonly doc: Y.Doc;
  /** Whether edits are on their way into the database: the room must not be unloaded. */
  readonly busy: boolean;
  /** Log entries since the file was compacted. */
  readonly logged: number;
  /** When an edit was last kept here; null when none was since the room was opened. */
  readonly editedAt: Date | null;
  /** Takes a client's update; `origin` marks the transaction. Rejects when it could not be committed. */
  receive(update: Uint8Array, userId: string | null, origin: unknown): Promise<Receipt>;
  /** Makes an edit here, seen at once by everyone in the room. Gives the file's version. Throws `validation_failed` or `version_conflict`. */
  write(edit: (doc: Y.Doc) => void, userId: string | null, ifVersion?: number): Promise<number>;
  compacted(): void;
}

/** Puts the gate in front of a document that holds what the database has. `logged` counts the log entries since it was compacted. */
export function openLiveRoom(options: { db: Database; fileId: string; doc: Y.Doc; logged: number; schemas: ShapeSchemas }): LiveRoom {
  const { db, fileId, doc, schemas } = options;
  const rehearsal = createRehearsal(() => Y.encodeStateAsUpdate(doc), schemas);
  const log = openUpdateLog(db, fileId, rehearsal.forget);
  let logged = options.logged;
  let editedAt: Date | null = null;
  let writing = 0;
  doc.on('update', rehearsal.follow);

  /** Commits first, then shows: what people see, and what is acknowledged, is always in the database. */
  async function keep(update: Uint8Array, userId: string | null, origin: unknown, ifVersion?: number): Promise<number> {
    writing += 1;
    try {
      const version = await log.append({ update, userId, ...(ifVersion === undefined ? {} : { ifVersion }) });
      logged += 1;
      editedAt = new Date();
      Y.applyUpdate(doc, update, origin);
      return version;
    } finally {
      writing -= 1;
    }
  }

  return {
    fileId,
    doc,
    get busy() {
      return writing > 0;
    },
    get logged() {
      return logged;
    },
    get editedAt() {
      return editedAt;
    },
    async receive(update, userId, origin) {
      const verdict = rehearsal.update(update);
      if (verdict.kind === 'accepted') await keep(verdict.update, userId, origin);
      // A repeated update is known, but the first of its kind may still be on its way into the database.
      else if (verdict.kind === 'unchanged') await log.settled();
      else return verdict;
      return { kind: 'kept' };
    },
    async write(edit, userId, ifVersion) {
      if (ifVersion !== undefined) {
        const current = await storedVersion(db, fileId);
        if (current !== ifVersion || !log.idle) throw new CodedError('version_conflict');
      }
      const verdict = rehearsal.edit(edit);
      if (verdict.kind === 'unchanged') return storedVersion(db, fileId);
      if (verdict.kind === 'accepted') return keep(verdict.update, userId, { source: 'local' }, ifVersion);
      const problem = verdict.kind === 'refused' ? verdict.problem : { path: '', message: 'The document is incomplete.' };
      throw new CodedError('validation_failed', { details: [{ ...problem }] });
    },
    compacted() {
      logged = 0;
    },
  };
}
