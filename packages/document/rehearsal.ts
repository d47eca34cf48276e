import * as Y from 'yjs';
import { addsRecords, contentProblem } from './content.ts';
import { openFile } from './file.ts';
import type { ShapeSchemas } from './sound-shape.ts';
import { touchedRecords } from './touched.ts';
import { type FileProblem, type Kinds, recordProblem, sizeProblem } from './validate.ts';

/** What came of trying an edit out. */
export type Verdict =
  /** The document stays a valid file; `update` is exactly what is new. */
  | { readonly kind: 'accepted'; readonly update: Uint8Array }
  /** Everything in it is known already. */
  | { readonly kind: 'unchanged' }
  /** It builds on edits that have not arrived yet. */
  | { readonly kind: 'early' }
  | { readonly kind: 'refused'; readonly problem: FileProblem };

/** Tries edits out on a copy of a document, so that garbage never reaches the document itself. */
export interface Rehearsal {
  /** Judges an update that came from outside, where a newer version may know more kinds of shapes. The copy keeps what is accepted: the caller applies it to the document, or calls `forget`. */
  update(update: Uint8Array): Verdict;
  /** Judges an edit made here; `edit` runs in one transaction on the copy, and what it throws is thrown. */
  edit(edit: (doc: Y.Doc) => void): Verdict;
  /** Brings in what the document received on another way. */
  follow(update: Uint8Array): void;
  /** Drops the copy: the next edit starts from the document as it is then. */
  forget(): void;
}

const unreadable: FileProblem = { path: '', message: 'The update could not be read.' };

function waiting(doc: Y.Doc): readonly unknown[] {
  return [doc.store.pendingStructs?.update, doc.store.pendingDs];
}

/** Makes a rehearsal of the document whose whole state `current` gives. */
export function createRehearsal(current: () => Uint8Array, schemas: ShapeSchemas): Rehearsal {
  let copy: Y.Doc | null = null;

  function open(): Y.Doc {
    if (copy !== null) return copy;
    const doc = new Y.Doc();
    openFile(doc);
    Y.applyUpdate(doc, current());
    copy = doc;
    return doc;
  }

  function forget(): void {
    copy?.destroy();
    copy = null;
  }

  function judge(kinds: Kinds, run: (doc: Y.Doc) => void): Verdict {
    const doc = open();
    const file = openFile(doc);
    const before = waiting(doc);
    const updates: Uint8Array[] = [];
    let problem: FileProblem | null = null;
    const inspect = (transaction: Y.Transaction) => {
      problem ??= recordProblem(doc, touchedRecords(transaction), schemas, kinds) ?? contentProblem(transaction);
      if (problem === null && (addsRecords(transaction, file.shapes) || addsRecords(transaction, file.blocks))) problem = sizeProblem(doc);
    };
    const collect = (update: Uint8Array) => updates.push(update);
    doc.on('afterTransaction', inspect);
    doc.on('update', collect);
    try {
      run(doc);
    } catch (error) {
      forget();
      throw error;
    } finally {
      doc.off('afterTransaction', inspect);
      doc.off('update', collect);
    }
    if (problem !== null) {
      forget();
      return { kind: 'refused', problem };
    }
    if (waiting(doc).some((part, at) => part !== before[at])) {
      forget();
      return { kind: 'early' };
    }
    const [first, ...rest] = updates;
    if (first === undefined) return { kind: 'unchanged' };
    return { kind: 'accepted', update: rest.length === 0 ? first : Y.mergeUpdates(updates) };
  }

  return {
    update(update) {
      try {
        return judge('any', (doc) => Y.applyUpdate(doc, update));
      } catch {
        return { kind: 'refused', problem: unreadable };
      }
    },
    edit: (edit) => judge('ours', (doc) => doc.transact(() => edit(doc))),
    follow(update) {
      if (copy !== null) Y.applyUpdate(copy, update);
    },
    forget,
  };
}
