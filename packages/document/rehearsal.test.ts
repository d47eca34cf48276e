import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { writeBlock } from './block-map.ts';
import { openFile } from './file.ts';
import { limits } from './limits.ts';
import { ShapeRecord } from './records.ts';
import { createRehearsal } from './rehearsal.ts';
import { snapshot } from './snapshot.ts';
import { sampleBlock, sampleShape } from './testing/random-file.ts';
import { writeShape } from './testing/write-shape.ts';

const schemas = (type: string) => (type === 'rectangle' ? ShapeRecord : undefined);

function room() {
  const doc = new Y.Doc();
  const file = openFile(doc);
  doc.transact(() => {
    writeShape(file.shapes, sampleShape());
    writeBlock(file.blocks, sampleBlock());
  });
  const gate = createRehearsal(() => Y.encodeStateAsUpdate(doc), schemas);
  const client = new Y.Doc();
  Y.applyUpdate(client, Y.encodeStateAsUpdate(doc));
  const edit = (change: (client: Y.Doc) => void) => {
    const before = Y.encodeStateVector(client);
    client.transact(() => change(client));
    return gate.update(Y.encodeStateAsUpdate(client, before));
  };
  return { doc, gate, client, edit };
}

const shapeMap = (doc: Y.Doc) => openFile(doc).shapes.get('s0') ?? new Y.Map();
const blockMap = (doc: Y.Doc) => openFile(doc).blocks.get('b0') ?? new Y.Map();

describe('the gate in front of a document', () => {
  it.each<[string, (doc: Y.Doc) => void, string]>([
    ['an infinite size', (doc) => shapeMap(doc).set('w', Number.POSITIVE_INFINITY), 'shapes/s0/w'],
    ['a missing property', (doc) => shapeMap(doc).delete('h'), 'shapes/s0/h'],
    ['an id that differs from its key', (doc) => shapeMap(doc).set('id', 's9'), 'shapes/s0/id'],
    ['a shared type as a property', (doc) => shapeMap(doc).set('extra', new Y.Map()), 'shapes/s0/extra'],
    ['bytes as a property', (doc) => shapeMap(doc).set('extra', new Uint8Array(4)), 'shapes/s0/extra'],
    ['nesting without end', (doc) => shapeMap(doc).set('extra', JSON.parse(`${'['.repeat(50)}${']'.repeat(50)}`)), 'shapes/s0/extra'],
    ['a text beyond the limit', (doc) => shapeMap(doc).set('text', 'x'.repeat(limits.shapeText + 1)), 'shapes/s0/text'],
    ['an order key that nothing can follow', (doc) => shapeMap(doc).set('index', '!!'), 'shapes/s0/index'],
    ['a source that is no shared text', (doc) => blockMap(doc).set('source', 'plain'), 'blocks/b0/source'],
    [
      'a placement that is none',
      (doc) => {
        const layout = blockMap(doc).get('layout');
        if (layout instanceof Y.Map) layout.set('a', { x: 'left' });
      },
      'blocks/b0/layout/a/x',
    ],
    ['an unknown property of a block', (doc) => blockMap(doc).set('evil', 1), 'blocks/b0'],
    ['a note beyond the limit', (doc) => openFile(doc).note.insert(0, 'x'.repeat(limits.note + 1)), 'note'],
    ['a picture inside the note', (doc) => openFile(doc).note.insertEmbed(0, { image: 'x' }), ''],
    ['a nested document', (doc) => doc.getMap('meta').set('inner', new Y.Doc()), 'meta/inner'],
    ['a background that is no colour', (doc) => openFile(doc).meta.set('background', 'url(x)'), 'meta/background'],
    ['a guide without a place', (doc) => openFile(doc).meta.set('guide:a', { axis: 'x' }), 'meta/guide:a/at'],
    ['a setting that there is not', (doc) => openFile(doc).meta.set('script', 'x'), 'meta/script'],
    ['another top-level part', (doc) => doc.getArray('evil').push([1]), 'evil'],
  ])('refuses %s, and says where', (_, spoil, path) => {
    const { doc, edit } = room();
    const before = Y.encodeStateAsUpdate(doc);
    const verdict = edit(spoil);
    expect(verdict).toMatchObject({ kind: 'refused', problem: { path } });
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  it('refuses a kind that it does not know from the API, and lets it in from people, whose version may be newer', () => {
    const { gate, edit } = room();
    const of = (id: string) => (doc: Y.Doc) => writeShape(openFile(doc).shapes, sampleShape({ id, type: 'hologram' }));
    expect(gate.edit(of('s1'))).toMatchObject({ kind: 'refused', problem: { path: 'shapes/s1/type' } });
    expect(edit(of('s2')).kind).toBe('accepted');
    expect(edit((doc) => openFile(doc).shapes.get('s2')?.set('x', Number.NaN))).toMatchObject({
      kind: 'refused',
      problem: { path: 'shapes/s2/x' },
    });
  });

  it('holds nothing against an edit that was wrong before it', () => {
    const doc = new Y.Doc();
    const { shapes } = openFile(doc);
    writeShape(shapes, sampleShape({ w: Number.NaN, type: 'hologram' }));
    const gate = createRehearsal(() => Y.encodeStateAsUpdate(doc), schemas);
    const edit = (change: (map: Y.Map<unknown>) => void) => gate.edit((copy) => change(shapeMap(copy)));
    expect(edit((map) => map.set('x', 40)).kind).toBe('accepted');
    expect(edit((map) => map.set('h', -1))).toMatchObject({ kind: 'refused', problem: { path: 'shapes/s0/h' } });
    expect(edit((map) => map.set('w', 40)).kind).toBe('accepted');
    expect(gate.edit((copy) => openFile(copy).shapes.delete('s0')).kind).toBe('accepted');
  });

  it('refuses list items hidden in the map of shapes', () => {
    const { gate } = room();
    const other = new Y.Doc();
    other.getArray('shapes').push(['hidden']);
    expect(gate.update(Y.encodeStateAsUpdate(other))).toMatchObject({ kind: 'refused' });
  });

  it('goes on with honest edits after a refusal', () => {
    const { edit, gate, doc } = room();
    expect(edit((client) => shapeMap(client).set('w', Number.NaN)).kind).toBe('refused');
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    const before = Y.encodeStateVector(other);
    openFile(other).note.insert(0, 'hello');
    const verdict = gate.update(Y.encodeStateAsUpdate(other, before));
    expect(verdict.kind).toBe('accepted');
  });

  it('calls an update early whose foundations have not arrived, and takes it with them', () => {
    const { client, gate, doc } = room();
    const start = Y.encodeStateVector(client);
    openFile(client).note.insert(0, 'first ');
    const middle = Y.encodeStateVector(client);
    openFile(client).note.insert(6, 'second');
    expect(gate.update(Y.encodeStateAsUpdate(client, middle)).kind).toBe('early');
    const whole = gate.update(Y.encodeStateAsUpdate(client, start));
    expect(whole.kind).toBe('accepted');
    if (whole.kind === 'accepted') Y.applyUpdate(doc, whole.update);
    expect(snapshot(doc).note).toBe('first second');
    expect(gate.update(Y.encodeStateAsUpdate(client)).kind).toBe('unchanged');
  });

  it('survives any bytes', () => {
    const { gate, doc } = room();
    const before = Y.encodeStateAsUpdate(doc);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(['refused', 'unchanged', 'early']).toContain(gate.update(bytes).kind);
      }),
    );
    const valid = Y.encodeStateAsUpdate(doc);
    fc.assert(
      fc.property(fc.nat(valid.length - 1), fc.nat(255), (at, byte) => {
        const spoiled = valid.slice();
        spoiled[at] = byte;
        gate.update(spoiled);
        gate.forget();
      }),
    );
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  it('knows what the document received on another way', () => {
    const { doc, gate, client } = room();
    expect(gate.update(Y.encodeStateAsUpdate(client)).kind).toBe('unchanged');
    doc.on('update', gate.follow);
    openFile(doc).note.insert(0, 'from another instance');
    Y.applyUpdate(client, Y.encodeStateAsUpdate(doc));
    expect(gate.update(Y.encodeStateAsUpdate(client)).kind).toBe('unchanged');
  });
});
