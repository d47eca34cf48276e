import { blockSource, openFile, type Shape, snapshot, writeBlock } from '@autograph/document';
import { sampleBlock, sampleShape } from '@autograph/document/testing/random-file.ts';
import { writeShape } from '@autograph/document/testing/write-shape.ts';
import { describeShape, drawScene } from '@autograph/editor';
import { drive, testEditor } from '@autograph/editor/testing/driver.ts';
import { invariantsOf } from '@autograph/editor/testing/invariants.ts';
import { createBlockDeriver } from '@autograph/languages';
import { createTextMeasurer } from '@autograph/render';
import { schemaOf, shapeDefinitions } from '@autograph/shapes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { bindDocument } from './bind-document.ts';

const measure = createTextMeasurer();

/** A board bound to a file, in which such things lie as no version of the product writes. */
function boardWith(stored: Readonly<Record<string, unknown>>) {
  const doc = new Y.Doc();
  const map: Y.Map<unknown> = doc.getMap('shapes');
  doc.transact(() => {
    for (const [id, value] of Object.entries(stored)) map.set(id, isPlain(value) ? new Y.Map(Object.entries(value)) : value);
  });
  const raw = () => map.toJSON();
  const editor = testEditor({ shapes: shapeDefinitions, blocks: createBlockDeriver(measure), measure });
  bindDocument(doc, editor.document, schemaOf);
  return { doc, map, raw, editor, driver: drive(editor) };
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

const bad = {
  unknown: { ...sampleShape({ type: 'hologram', w: 200, h: 100 }), id: 'unknown', glow: { at: [1, 2] } },
  nan: { ...sampleShape({ w: 200, h: 100 }), id: 'nan', x: Number.NaN },
  long: { ...sampleShape({ w: 200, h: 100, y: 300 }), id: 'long', text: 'x'.repeat(200_000) },
  deep: { ...sampleShape({ w: 200, h: 100, y: 500 }), id: 'deep', fill: JSON.parse('['.repeat(200) + ']'.repeat(200)) },
  junk: 'garbage',
};

describe('a board with shapes that cannot be shown', () => {
  it('shows a placeholder for each, changes nothing in the file, and can be drawn, described and edited beside them', () => {
    const { raw, editor, driver } = boardWith(bad);
    const before = raw();
    expect([...editor.document.shapes.keys()].sort()).toEqual(Object.keys(bad).sort());
    for (const shape of editor.document.shapes.values()) expect(shape.type).toBe('placeholder');
    expect(drawScene(editor.scene, editor.drawContext)).toHaveLength(5);
    expect(describeShape(editor.scene, 'unknown')).toBe(
      'Placeholder, hologram that cannot be shown: This version does not know the kind “hologram”',
    );
    driver.press('r').drag([1000, 600], [1100, 700]).press('Escape');
    expect({ ...raw(), ...before }).toEqual(raw());
    expect(invariantsOf(editor)).toEqual([]);
  });

  it('moves, deletes and restores them with nothing lost', () => {
    const { raw, editor, driver, doc } = boardWith(bad);
    driver.click([100, 50]).press('ArrowRight');
    expect(editor.selection).toEqual(['unknown']);
    expect(raw().unknown).toEqual({ ...bad.unknown, x: 1 });
    driver.press('mod+z');
    expect(raw().unknown).toEqual(bad.unknown);
    editor.select(Object.keys(bad));
    const shown = snapshot(doc, schemaOf).shapes;
    driver.press('Delete');
    expect(raw()).toEqual({});
    driver.press('mod+z');
    const { nan, ...others } = Object.fromEntries(snapshot(doc, schemaOf).shapes.map((shape) => [shape.id, shape]));
    // What only lacked a place has the one where it was shown.
    expect(nan).toMatchObject({ type: 'rectangle', w: 200, x: editor.scene.get('nan')?.x });
    expect(others).toEqual(Object.fromEntries(shown.filter(({ id }) => id !== 'nan').map((shape) => [shape.id, shape])));
    expect([...editor.document.shapes.values()]).toHaveLength(5);
    driver.press('mod+z').press('mod+shift+z');
    expect(invariantsOf(editor)).toEqual([]);
  });

  it('copies them with all they keep', () => {
    const { editor } = boardWith({ unknown: bad.unknown });
    editor.select(['unknown']);
    const [copy] = editor.paste(editor.copy());
    expect(editor.document.shapes.get(copy ?? '')).toMatchObject({
      kind: 'hologram',
      kept: expect.stringContaining('"glow":{"at":[1,2]}'),
    });
  });

  it('shows them as what they are when somebody mends them, and as a placeholder when somebody breaks one', () => {
    const { doc, map, editor } = boardWith({ nan: bad.nan });
    const mend = map.get('nan');
    if (mend instanceof Y.Map) mend.set('x', 7);
    expect(editor.document.shapes.get('nan')).toMatchObject({ type: 'rectangle', x: 7 });
    if (mend instanceof Y.Map) mend.set('w', 'wide');
    expect(editor.document.shapes.get('nan')).toMatchObject({ type: 'placeholder', x: 7, problem: 'Its w cannot be read.' });
    editor.updateShapes([{ id: 'nan', change: { x: 9 } }]);
    expect(openFile(doc).shapes.get('nan')?.toJSON()).toEqual({ ...bad.nan, x: 9, w: 'wide' });
  });

  it('keeps arrows at them and shapes in them', () => {
    const end = { shape_id: 'unknown' };
    const { editor } = boardWith({
      unknown: bad.unknown,
      arrow: { ...sampleShape({ type: 'arrow', w: 0, h: 0, start: end, end: { x: 600, y: 50 } }), id: 'arrow' },
      inside: { ...sampleShape({ parent_id: 'unknown', x: 20, y: 20 }), id: 'inside' },
    });
    expect(editor.scene.pageBounds('arrow')?.x).toBeGreaterThan(199);
    expect(editor.scene.parent('inside')).toBe('unknown');
    expect(invariantsOf(editor)).toEqual([]);
  });

  it('shows one in place of a code block once its text is too long, and the block again when it has been mended', () => {
    const { doc, editor, driver } = boardWith({ one: sampleShape({ id: 'one', x: 900 }) });
    const { blocks } = openFile(doc);
    doc.transact(() =>
      writeBlock(blocks, sampleBlock({ source: 'flowchart LR\n  a --> b', layout: { a: { x: 20, y: 40 }, b: { x: 20, y: 140 } } })),
    );
    const source = blockSource(blocks.get('b0'));
    const shown = () => [editor.scene.get('b0')?.type, editor.document.blocks.has('b0'), editor.scene.children('b0').length > 0];
    expect(shown()).toEqual(['block', true, true]);
    const before = blocks.toJSON();
    source?.insert(0, '%'.repeat(250_000));
    expect(shown()).toEqual(['placeholder', false, false]);
    expect(invariantsOf(editor)).toEqual([]);
    expect(drawScene(editor.scene, editor.drawContext)).not.toEqual([]);
    editor.select(['b0']);
    driver.press('ArrowRight');
    expect(blocks.get('b0')?.get('x')).toBe(1);
    driver.press('mod+z');
    source?.delete(0, 250_000);
    expect(shown()).toEqual(['block', true, true]);
    expect(blocks.toJSON()).toEqual(before);
    expect(invariantsOf(editor)).toEqual([]);
  });

  it('deletes, restores and copies one for a code block with all it keeps', () => {
    const { doc, editor, driver } = boardWith({});
    const { blocks } = openFile(doc);
    const source = `flowchart LR\n${'%'.repeat(250_000)}`;
    doc.transact(() => {
      writeBlock(blocks, sampleBlock());
      blockSource(blocks.get('b0'))?.insert(0, source);
    });
    editor.select(['b0']);
    const clip = editor.copy();
    driver.press('Delete');
    expect([blocks.size, editor.scene.size]).toEqual([0, 0]);
    driver.press('mod+z');
    expect(editor.scene.get('b0')).toMatchObject({
      type: 'placeholder',
      kept: expect.stringContaining(JSON.stringify(source).slice(1, -1)),
    });
    const [copy = ''] = editor.paste(clip);
    expect(editor.document.shapes.get(copy)).toMatchObject({
      ...editor.document.shapes.get('b0'),
      id: copy,
      x: expect.any(Number),
      y: expect.any(Number),
      index: expect.any(String),
    });
    expect(snapshot(doc, schemaOf).shapes).toHaveLength(2);
  });

  it('shows a code block again, with its drawing, when what stood in its place is deleted and that is undone', () => {
    const { doc, editor, driver } = boardWith({});
    const { shapes, blocks } = openFile(doc);
    doc.transact(() => {
      writeBlock(blocks, sampleBlock({ layout: { a: { x: 20, y: 40 }, b: { x: 20, y: 140 } } }));
      blocks.get('b0')?.set('source', 'flowchart LR\n  a --> b');
    });
    expect(editor.scene.get('b0')?.type).toBe('placeholder');
    editor.select(['b0']);
    driver.press('Delete').press('mod+z');
    expect([editor.scene.get('b0')?.type, editor.scene.children('b0').length > 0]).toEqual(['block', true]);
    expect(invariantsOf(editor)).toEqual([]);
    editor.setBlockSource('b0', 'flowchart LR\n  a --> c');
    expect([shapes.size, blockSource(blocks.get('b0'))?.toString()]).toEqual([0, 'flowchart LR\n  a --> c']);
    editor.select(['b0']);
    driver.press('Delete');
    expect([shapes.size, blocks.size, editor.scene.size]).toEqual([0, 0, 0]);
  });

  it.each([200, 2000])('is drawn, moved and undone with frames nested %i deep', (levels) => {
    const frames = Array.from({ length: levels }, (_, i): Shape => {
      const parent_id = i === 0 ? null : `f${i - 1}`;
      return sampleShape({ id: `f${i}`, type: 'frame', x: 4, y: 4, w: 400, h: 300, parent_id });
    });
    const { editor, driver, doc } = boardWith(Object.fromEntries(frames.map((frame) => [frame.id, { ...frame }])));
    expect(drawScene(editor.scene, editor.drawContext)).not.toEqual([]);
    editor.select(['f0']);
    driver.press('ArrowRight').press('mod+z').press('Delete').press('mod+z');
    expect(snapshot(doc, schemaOf).shapes).toHaveLength(levels);
    expect(editor.scene.size).toBe(levels);
  });

  it('stays whole whatever lies in the file', () => {
    const value = fc.oneof(
      fc.double(),
      fc.string(),
      fc.boolean(),
      fc.constant(null),
      fc.dictionary(fc.string(), fc.double(), { noNullPrototype: true }),
    );
    const shape = fc.record(
      {
        type: fc.oneof(fc.constantFrom(...shapeDefinitions.map(({ type }) => type)), value),
        x: fc.oneof(fc.integer({ min: -500, max: 500 }), value),
        y: fc.oneof(fc.integer({ min: -500, max: 500 }), value),
        w: fc.oneof(fc.integer({ min: 0, max: 500 }), value),
        h: fc.oneof(fc.integer({ min: 0, max: 500 }), value),
        rotation: fc.oneof(fc.constant(0), value),
        parent_id: fc.oneof(fc.constantFrom(null, 'a', 'b', 'c'), value),
        index: fc.oneof(fc.constantFrom('a0', 'a1'), value),
        text: fc.oneof(fc.string(), value),
        points: fc.oneof(fc.array(fc.array(fc.double())), value),
        start: fc.oneof(fc.record({ shape_id: fc.constantFrom('a', 'b', 'c') }, { noNullPrototype: true }), value),
        end: fc.oneof(fc.record({ x: fc.integer(), y: fc.integer() }, { noNullPrototype: true }), value),
        svg: value,
        extra: value,
      },
      { requiredKeys: ['type', 'x', 'y', 'w', 'h', 'rotation', 'index'], noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.oneof(shape, value), { minKeys: 3 }), (stored) => {
        const plain = Object.fromEntries(
          Object.entries(stored).map(([id, part]) => [id, isPlain(part) ? { parent_id: null, ...part } : part]),
        );
        const { doc, raw, editor, driver } = boardWith(plain);
        const before = raw();
        expect([...editor.document.shapes.keys()].sort()).toEqual(['a', 'b', 'c']);
        drawScene(editor.scene, editor.drawContext);
        for (const id of ['a', 'b', 'c']) expect(describeShape(editor.scene, id)).not.toBe('');
        writeShape(openFile(doc).shapes, sampleShape({ id: 'd' }));
        expect({ ...raw(), d: undefined }).toEqual({ ...before, d: undefined });
        driver.run('select_all').press('ArrowRight').press('Delete').press('mod+z').press('mod+z').press('mod+shift+z');
        expect(editor.scene.size).toBeGreaterThan(0);
        expect(invariantsOf(editor).filter((problem) => !problem.includes('which is not there'))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
