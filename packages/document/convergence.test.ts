import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { openFile } from './file.ts';
import { ShapeRecord } from './records.ts';
import { createRehearsal } from './rehearsal.ts';
import { snapshot } from './snapshot.ts';
import { edits, perform } from './testing/random-file.ts';
import { recordProblem, sizeProblem } from './validate.ts';

const anyShape = () => ShapeRecord;

/** What is wrong with a whole file. */
function fileProblem(doc: Y.Doc) {
  const { shapes, blocks } = openFile(doc);
  const everything = {
    shapes: new Map([...shapes.keys()].map((id) => [id, null])),
    blocks: new Map([...blocks.keys()].map((id) => [id, null])),
    note: true,
    meta: true,
  };
  return sizeProblem(doc) ?? recordProblem(doc, everything, anyShape, 'ours');
}

function exchange(docs: readonly Y.Doc[]): void {
  const updates = docs.map((doc) => Y.encodeStateAsUpdate(doc));
  for (const doc of docs) for (const update of updates) Y.applyUpdate(doc, update);
}

describe('files that several people edit at once', () => {
  it('end up identical and valid however the edits interleave [F407]', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.tuple(fc.nat(2), edits), { maxLength: 12 }), { maxLength: 4 }), (rounds) => {
        const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
        for (const round of rounds) {
          for (const [who, edit] of round) perform(docs[who] ?? new Y.Doc(), edit);
          exchange(docs);
        }
        const [first, ...others] = docs.map((doc) => snapshot(doc));
        for (const other of others) expect(other).toEqual(first);
        for (const doc of docs) expect(fileProblem(doc)).toBeNull();
        const ids = new Set(first?.shapes.map((shape) => shape.id));
        const seen = new Set<string>();
        for (const shape of first?.shapes ?? []) {
          if (shape.parent_id !== null && ids.has(shape.parent_id)) expect(seen).toContain(shape.parent_id);
          seen.add(shape.id);
        }
        expect(ids.size).toBe([...openFile(docs[0] ?? new Y.Doc()).shapes.keys()].length);
      }),
      { numRuns: 150 },
    );
  });

  it('never have an honest edit refused by the gate, which keeps exactly what was made', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 30 }), (made) => {
        const person = new Y.Doc();
        const kept = new Y.Doc();
        const gate = createRehearsal(() => Y.encodeStateAsUpdate(kept), anyShape);
        person.on('update', (update: Uint8Array) => {
          const verdict = gate.update(update);
          expect(verdict.kind).toBe('accepted');
          if (verdict.kind === 'accepted') Y.applyUpdate(kept, verdict.update);
        });
        for (const edit of made) perform(person, edit);
        expect(snapshot(kept)).toEqual(snapshot(person));
      }),
      { numRuns: 100 },
    );
  });
});
