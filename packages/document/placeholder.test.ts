import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { z } from 'zod';
import { blockSource, changeBlock, writeBlock } from './block-map.ts';
import { changeDrawn, changeStoredBlock, recallBlock, writeDrawn } from './drawn-shapes.ts';
import { openFile } from './file.ts';
import { keepValue, recallValue } from './kept-value.ts';
import { limits } from './limits.ts';
import { placeholderType } from './placeholder.ts';
import { ShapeRecord, shapeProperties } from './records.ts';
import { createRehearsal } from './rehearsal.ts';
import { changeShape, isPlaceholder, readShape } from './shape-map.ts';
import { snapshot } from './snapshot.ts';
import { sampleBlock, sampleShape } from './testing/random-file.ts';
import { writeShape } from './testing/write-shape.ts';

const schemas = (type: string) => (type === 'rectangle' ? ShapeRecord : undefined);
const nest = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

/** A file in which `stored` lies under the id 's0'; its properties in a map, when it has some. */
function fileWith(stored: unknown) {
  const doc = new Y.Doc();
  const { shapes } = openFile(doc);
  const map: Y.Map<unknown> = doc.getMap('shapes');
  const isObject = typeof stored === 'object' && stored !== null && Object.getPrototypeOf(stored) === Object.prototype;
  map.set('s0', isObject ? new Y.Map(Object.entries(stored)) : stored);
  const read = (known = schemas) => readShape('s0', shapes.get('s0'), known);
  const raw = () => {
    const value = map.get('s0');
    return value instanceof Y.Map ? Object.fromEntries(value.entries()) : value;
  };
  return { doc, shapes, read, raw };
}

/** Anything that a Yjs document can hold under a key. */
const junk = fc.anything({ withNullPrototype: false, withBigInt: false, maxDepth: 4 }).filter((value) => {
  try {
    fileWith({ value });
    return value !== undefined;
  } catch {
    return false;
  }
});
const wildNumber = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1e300, -1), fc.integer());
const wildRecord = fc
  .record(
    {
      type: fc.oneof(fc.constantFrom('rectangle', 'hologram', placeholderType), junk),
      ...Object.fromEntries(['x', 'y', 'w', 'h', 'rotation'].map((key) => [key, fc.oneof(wildNumber, junk)])),
      parent_id: fc.oneof(fc.constantFrom(null, 's0', 'gone'), junk),
      index: fc.oneof(fc.constantFrom('a0', '!!'), junk),
      text: fc.oneof(fc.string(), junk),
      kept: fc.oneof(fc.json(), junk),
      points: junk,
    },
    { requiredKeys: [] },
  )
  .map((record) => ({ ...record }));

describe('what cannot be shown', () => {
  it.each<[string, object, string]>([
    ['a kind that is not known', { type: 'hologram' }, 'This version does not know the kind “hologram”.'],
    ['a place that is no number', { x: Number.NaN }, 'Its x cannot be read.'],
    ['a size that is missing', { h: undefined }, 'It has no h.'],
    ['10 MB of text', { text: 'x'.repeat(10_000_000) }, 'Its text is too long: 10,000,000 characters.'],
    ['a nest of 200 levels', { type: 'rectangle', extra: nest(200) }, 'Its extra cannot be read. It is nested too deeply.'],
    ['a text that is none', { text: 7 }, 'Its text cannot be read.'],
  ])('is a placeholder that says why, and keeps it: %s', (_, change, problem) => {
    const record = Object.fromEntries(
      Object.entries({ ...sampleShape({ w: 300, h: 90, y: 40 }), ...change }).filter(([, value]) => value !== undefined),
    );
    const { doc, read, raw } = fileWith(record);
    const shape = read();
    expect(shape).toMatchObject({ id: 's0', type: placeholderType, w: 300, y: 40, problem });
    expect(snapshot(doc, schemas).shapes).toEqual([shape]);
    expect(raw()).toEqual(record);
  });

  it('is shown near the origin, where it says no place, and so large that it can be seen', () => {
    for (const stored of ['garbage', 7, null, [1], new Uint8Array(3), { type: 'rectangle', w: 3 }]) {
      const { read } = fileWith(stored);
      const { x, y, w, h, parent_id } = read();
      expect({ w, h, parent_id }).toEqual({ w: 184, h: 88, parent_id: null });
      expect(Math.max(x, y) < 1300 && Math.min(x, y) >= 0).toBe(true);
    }
  });

  it('has only what was changed of it written, and all else stays as it is', () => {
    const record = { ...sampleShape({ type: 'hologram' }), glow: [1, { deep: 'x' }], w: Number.NaN };
    const { shapes, read, raw } = fileWith(record);
    changeShape(shapes, read(), { ...read(), x: 70, parent_id: 'frame', locked: true });
    expect(raw()).toEqual({ ...record, x: 70, parent_id: 'frame', locked: true });
    changeShape(shapes, read(), { ...read(), locked: undefined, w: 40 });
    expect(raw()).toEqual({ ...record, x: 70, parent_id: 'frame', w: 40 });
  });

  it('comes back whole when it is put where it is no more, and is shown once its kind is known', () => {
    const record = { ...sampleShape({ type: 'hologram', w: 300, h: 0 }), text: 'x'.repeat(200), glow: [1, { deep: 'x' }] };
    const { shapes, read } = fileWith(record);
    const copy = { ...read(), id: 's1', x: 90 };
    writeShape(shapes, copy, schemas);
    expect(readShape('s1', shapes.get('s1'), schemas)).toEqual(copy);
    const newer = () => ShapeRecord;
    const shown = readShape('s1', shapes.get('s1'), newer);
    expect(shown).toEqual({ ...record, id: 's1', x: 90 });
    changeShape(shapes, shown, { ...shown, text: 'short' });
    expect(Object.fromEntries(shapes.get('s1')?.entries() ?? [])).toEqual({ ...record, id: 's1', x: 90, text: 'short' });
  });

  it('gives way to a shape that is written in its place', () => {
    const { shapes, read, raw } = fileWith({ ...sampleShape({ type: 'hologram' }), glow: 1 });
    writeShape(shapes, sampleShape({ x: 5 }), schemas);
    expect(raw()).toEqual(sampleShape({ x: 5 }));
    expect(isPlaceholder(read())).toBe(false);
  });

  it('is not what has properties beside those of its kind: left by two who changed kind and look at once, or of a newer version', () => {
    const strict = (type: string) => (type === 'rectangle' ? z.strictObject(shapeProperties) : undefined);
    expect(fileWith({ ...sampleShape(), corner: 'bevelled' }).read(strict)).toEqual({ ...sampleShape(), corner: 'bevelled' });
  });

  it('is any junk: it never throws, never vanishes, can be moved, deleted and put back through the gate', () => {
    fc.assert(
      fc.property(fc.oneof(junk, wildRecord), (stored) => {
        const { doc, shapes, read, raw } = fileWith(stored);
        const before = raw();
        const [shape] = snapshot(doc, schemas).shapes;
        expect(shape?.id).toBe('s0');
        expect(raw()).toEqual(before);
        if (!shape) return;
        expect(ShapeRecord.safeParse(shape).error?.issues).toBeUndefined();
        const gate = createRehearsal(() => Y.encodeStateAsUpdate(doc), schemas);
        expect(gate.edit((copy) => changeShape(openFile(copy).shapes, shape, { ...shape, x: 12_345 })).kind).toBe('accepted');
        expect(gate.edit((copy) => openFile(copy).shapes.delete('s0')).kind).toBe('accepted');
        expect(gate.edit((copy) => writeShape(openFile(copy).shapes, shape, schemas)).kind).toBe('accepted');
        changeShape(shapes, shape, { ...shape, x: 12_345 });
        expect(read().x).toBe(12_345);
      }),
      { numRuns: 400 },
    );
  });
});

describe('a code block that can be read in part', () => {
  it('is shown with the usual for the rest, which stays in the file and is not held against those who write in it', () => {
    const doc = new Y.Doc();
    const { blocks } = openFile(doc);
    writeBlock(blocks, sampleBlock());
    const map = blocks.get('b0');
    for (const [key, value] of Object.entries({ x: Number.NaN, index: '!!', layer: 7 })) map?.set(key, value);
    const layout = map?.get('layout');
    if (layout instanceof Y.Map) for (const [node, place] of Object.entries({ a: { x: 1, y: 2 }, b: 'left' })) layout.set(node, place);
    const [block] = snapshot(doc).blocks;
    expect(block).toEqual(sampleBlock({ x: 0, index: 'a0', layout: { a: { x: 1, y: 2 } } }));
    if (!block) return;
    const gate = createRehearsal(() => Y.encodeStateAsUpdate(doc), schemas);
    const written = { ...block, source: 'flowchart TB\n c', layout: { ...block.layout, c: { x: 3, y: 4 } } };
    expect(gate.edit((copy) => changeBlock(openFile(copy).blocks, block, written)).kind).toBe('accepted');
    changeBlock(blocks, block, written);
    expect(map?.toJSON()).toMatchObject({ x: Number.NaN, index: '!!', layer: 7, source: written.source });
    expect(layout instanceof Y.Map && layout.toJSON()).toEqual({ a: { x: 1, y: 2 }, b: 'left', c: { x: 3, y: 4 } });
  });
});

describe('a code block that cannot be read', () => {
  /** A file in which a code block lies, broken. */
  function fileWithBlock(spoil: (map: Y.Map<unknown>, blocks: Y.Map<unknown>) => void) {
    const doc = new Y.Doc();
    const file = openFile(doc);
    writeBlock(file.blocks, sampleBlock({ x: 40, y: 50 }));
    const map = file.blocks.get('b0');
    if (map) spoil(map, doc.getMap('blocks'));
    const raw = () => ({ shapes: file.shapes.toJSON(), blocks: file.blocks.toJSON() });
    const read = () => snapshot(doc, schemas).shapes[0];
    return { doc, file, raw, read };
  }
  const tooLong = (map: Y.Map<unknown>) => {
    const source = map.get('source');
    if (source instanceof Y.Text) source.insert(0, '%'.repeat(250_000));
  };

  it.each<[string, string, (map: Y.Map<unknown>, blocks: Y.Map<unknown>) => void]>([
    ['a text that is too long', 'Its source is too long: 250,021 characters.', tooLong],
    ['a text that is not shared', 'Its source is no shared text.', (map) => map.set('source', 'flowchart LR')],
    ['no language', 'Its language cannot be read.', (map) => map.set('language', 7)],
    ['no record at all', 'What is stored is no code block.', (_, blocks) => blocks.set('b0', [1, 'two'])],
  ])('is a placeholder that says why, and keeps it: %s', (_, problem, spoil) => {
    const { doc, raw, read } = fileWithBlock(spoil);
    const before = raw();
    expect(read()).toMatchObject({ id: 'b0', type: placeholderType, of: 'block', kind: 'Code block', problem });
    expect(snapshot(doc, schemas).blocks).toEqual([]);
    expect(ShapeRecord.safeParse(read()).success).toBe(true);
    expect(raw()).toEqual(before);
  });

  it('is moved in place; what no code block can say makes the placeholder take its place, with all it keeps', () => {
    const { doc, file, raw, read } = fileWithBlock(tooLong);
    const stored = raw().blocks.b0;
    const gate = createRehearsal(() => Y.encodeStateAsUpdate(doc), schemas);
    const change = (properties: object) => {
      const before = read();
      const edit = (copy: Y.Doc) => changeDrawn(openFile(copy), 'b0', before, before && { ...before, ...properties });
      expect(gate.edit(edit).kind).toBe('accepted');
      edit(doc);
    };
    expect(read()).toMatchObject({ x: 40, y: 50 });
    change({ x: 70 });
    expect(raw()).toEqual({ shapes: {}, blocks: { b0: { ...stored, x: 70 } } });
    change({ locked: true });
    expect(raw().blocks).toEqual({});
    expect(read()).toMatchObject({ of: 'block', x: 70, locked: true });
    expect(recallValue(String(Object(read()).kept))).toEqual({ language: stored.language, source: stored.source, layout: stored.layout });
    change({ x: 90 });
    const moved = read();
    changeDrawn(file, 'b0', moved, undefined);
    expect(read()).toBeUndefined();
    if (moved) writeDrawn(file, moved, schemas);
    expect(read()).toEqual(moved);
  });

  it('is deleted, and comes back with all it kept', () => {
    const { doc, file, raw, read } = fileWithBlock(tooLong);
    const shown = read();
    changeDrawn(file, 'b0', shown, undefined);
    expect(raw()).toEqual({ shapes: {}, blocks: {} });
    const gate = createRehearsal(() => Y.encodeStateAsUpdate(doc), schemas);
    expect(gate.edit((copy) => shown && writeDrawn(openFile(copy), shown, schemas)).kind).toBe('accepted');
    if (shown) writeDrawn(file, shown, schemas);
    expect(read()).toEqual(shown);
  });
});

describe('a code block that was only stored wrongly, or is of a newer version', () => {
  it('is one again when its placeholder is deleted and put back, or took its place to be locked: read, changed, and with a shared text', () => {
    const doc = new Y.Doc();
    const file = openFile(doc);
    writeBlock(file.blocks, sampleBlock({ x: 40, y: 50 }));
    file.blocks.get('b0')?.set('source', 'flowchart LR');
    const [shown] = snapshot(doc, schemas).shapes;
    if (!shown) throw new Error('no placeholder');
    changeDrawn(file, 'b0', shown, undefined);
    writeDrawn(file, { ...shown, locked: true }, schemas);
    const { shapes, blocks } = snapshot(doc, schemas);
    expect([shapes, blocks]).toEqual([[], [sampleBlock({ x: 40, y: 50, source: 'flowchart LR' })]]);
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    const gate = createRehearsal(() => Y.encodeStateAsUpdate(doc), schemas);
    const [block] = blocks;
    expect(gate.edit((rehearsed) => changeStoredBlock(openFile(rehearsed), 'b0', block, block && { ...block, x: 7 })).kind).toBe(
      'accepted',
    );
    changeStoredBlock(file, 'b0', block, block && { ...block, x: 7 });
    expect([file.shapes.size, file.blocks.get('b0')?.get('x')]).toEqual([0, 7]);
    const again = openFile(copy);
    recallBlock(again, 'b0');
    expect([again.shapes.size, blockSource(again.blocks.get('b0'))?.toString()]).toEqual([0, 'flowchart LR']);
  });
});

describe('a kept value', () => {
  it('is the same when it is recalled', () => {
    const values = [{ x: Number.NaN, y: [Number.NEGATIVE_INFINITY, 1n], bytes: new Uint8Array([1, 2]) }, 'garbage', null, nest(200)];
    for (const value of values) expect(recallValue(keepValue(value))).toEqual(value);
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(recallValue(keepValue(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('of broken text is nothing', () => {
    expect(recallValue('{')).toBeUndefined();
  });

  it('may be as long as the longest text that a message brings', () => {
    expect(limits.kept).toBeGreaterThan(10_000_000);
  });
});
