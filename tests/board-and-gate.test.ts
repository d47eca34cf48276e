import { createRehearsal, limits, openFile, type Shape, type ShapeChange } from '@autograph/document';
import { changeShape } from '@autograph/document/shape-map.ts';
import { Editor } from '@autograph/editor';
import { createBlockDeriver } from '@autograph/languages';
import { createTextMeasurer } from '@autograph/render';
import { schemaOf, shapeDefinitions } from '@autograph/shapes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';

const measure = createTextMeasurer();
const place = { x: 0, y: 0, w: 100, h: 60, rotation: 0, parent_id: null };
const shapes: Shape[] = [
  { ...place, id: 'box', type: 'rectangle', index: 'a0' },
  { ...place, id: 'line', type: 'arrow', index: 'a1', w: 0, h: 0, start: { x: 0, y: 0 }, end: { x: 50, y: 50 } },
];

/** A board with a box and a line, and whether the room's gate would take its shapes as they are. */
function board() {
  const editor = new Editor({ shapes: shapeDefinitions, blocks: createBlockDeriver(measure), measure });
  editor.createShapes(shapes);
  const gate = createRehearsal(() => Y.encodeStateAsUpdate(new Y.Doc()), schemaOf);
  const judged = () =>
    gate.edit((copy) => {
      for (const shape of editor.document.shapes.values()) changeShape(openFile(copy).shapes, undefined, shape);
    }).kind;
  return { editor, judged };
}

const far = limits.coordinate + 1;
const link = `https://example.com/${'x'.repeat(limits.link)}`;

describe('a board', () => {
  it.each<[string, string, ShapeChange, RegExp]>([
    ['a name', 'box', { name: 'x'.repeat(1_001) }, /name can have at most 1,000 characters/],
    ['a link', 'box', { text: 'here', text_spans: [{ from: 0, to: 4, link }] }, /link can have at most 2,000 characters/],
    ['the end of a line', 'line', { end: { x: far, y: 0 } }, /ends 10,000,000 px from its middle/],
    ['a property that the kind does not have', 'box', { columns: [] }, /cannot be kept/],
  ])('takes no change of %s that its room would refuse, and says why', (_, id, change, words) => {
    const { editor, judged } = board();
    expect(editor.updateShapes([{ id, change }])).toBe(false);
    expect(editor.notice).toMatch(words);
    expect([editor.document.shapes.get(id), judged()]).toEqual([shapes.find((shape) => shape.id === id), 'accepted']);
  });

  it('takes no guides more than its room does, nor one too far away', () => {
    const { editor } = board();
    const guides = (count: number, at = 0) => Array.from({ length: count }, (_, i) => ({ id: `gd_${i}`, axis: 'x' as const, at: at + i }));
    editor.changeBoard({ background: 'blue', guides: guides(limits.guides - 1) });
    editor.changeBoard({ guides: guides(limits.guides) });
    expect([editor.board.guides?.length, editor.notice]).toEqual([limits.guides - 1, 'A board has at most 499 guides. Take some off.']);
    editor.changeBoard({ guides: guides(1, far) });
    expect(editor.board.guides?.length).toBe(limits.guides - 1);
  });

  it('pastes an address that is too long to link to as a text', () => {
    const { editor, judged } = board();
    const [id = ''] = editor.paste(link);
    expect([editor.document.shapes.get(id)?.text, judged()]).toEqual([link, 'accepted']);
  });

  it('takes of any change only what its room accepts', () => {
    const number = fc.oneof(fc.integer({ min: -200, max: 200 }), fc.constantFrom(far, -far, Number.NaN, 1e300));
    const change = fc.record(
      {
        x: number,
        w: number,
        rotation: number,
        opacity: number,
        stroke_width: number,
        font_size: number,
        radius: number,
        label_position: number,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('box', 'line'), change), { maxLength: 4 }), (updates) => {
        const { editor, judged } = board();
        for (const [id, each] of updates) editor.updateShapes([{ id, change: each }]);
        expect(judged()).toBe('accepted');
      }),
      { numRuns: 40 },
    );
  });
});
