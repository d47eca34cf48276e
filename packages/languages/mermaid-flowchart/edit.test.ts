import type { Block, ShapeChange } from '@autograph/document';
import type { BlockEdit, DerivedShapeEdit } from '@autograph/editor';
import { createLayouter } from '@autograph/layout';
import { createTextMeasurer } from '@autograph/render';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyBlockEdit } from '../apply-block-edit.ts';
import { arrange } from '../arrange.ts';
import { createBlockDeriver } from '../block-deriver.ts';

const measure = createTextMeasurer();
const layouter = createLayouter();
const deriver = createBlockDeriver(measure);

const source = `flowchart TD
    A[Start] --> B{Is it?}   %% keep me
    B -->|Yes| C("OK then")
    C --> D & E --> F
    subgraph one
      G --> H
    end
    one -- text --> A
    style C fill:#fff
    linkStyle 0,1 stroke:#f00`.replace('   %% keep me', '\n    %% keep me');

async function placedBlock(text: string): Promise<Block> {
  const block: Block = { id: 'bl_1', language: 'mermaid', source: text, x: 100, y: 50, index: 'a0', layout: {} };
  return { ...block, layout: await arrange(block, layouter, measure) };
}

function edited(block: Block, ...edits: readonly DerivedShapeEdit[]): BlockEdit {
  const result = deriver.edit(block, edits);
  if ('refused' in result) throw new Error(result.refused);
  return result;
}

const change = (node_id: string, what: ShapeChange): DerivedShapeEdit => ({ kind: 'change', node_id, change: what });
const remove = (node_id: string): DerivedShapeEdit => ({ kind: 'remove', node_id });

function shapeText(block: Block, id: string): string | undefined {
  return deriver.derive(block).shapes.find((shape) => shape.id === `${block.id}/${id}`)?.text;
}

describe('editing a flowchart on the canvas', () => {
  it.each([
    ['A', 'Begin', 'A[Start]', 'A[Begin]'],
    ['C', 'Fine (really)', '"OK then"', '"Fine (really)"'],
    ['D', 'Dee', 'D & E', 'D[Dee] & E'],
    ['F', 'a "b"\nc', '--> F', '--> F["a #quot;b#quot;<br/>c"]'],
    ['one', 'First group', 'subgraph one', 'subgraph one [First group]'],
    ['B->C', 'Sure', '|Yes|', '|Sure|'],
    ['one->A', 'other', '-- text -->', '-- other -->'],
    ['one->A', '', '-- text -->', '-->'],
    ['A->B', 'go', '] --> B', '] -->|go| B'],
  ])('renames %s to %j with the smallest patch', async (id, text, before, after) => {
    const block = await placedBlock(source);
    const next = applyBlockEdit(block, edited(block, change(id, { text })));
    expect(next.source).toBe(source.replace(before, after));
    expect(shapeText(next, id) ?? '').toBe(text);
  });

  it('takes any name for a node, and leaves all other bytes alone', async () => {
    const block = await placedBlock(source);
    const name = fc
      .oneof(fc.string({ minLength: 1, maxLength: 30 }), fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }))
      .map((text) => text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim())
      .filter((text) => text !== '' && !/fa[bklrs]?:fa-/.test(text));
    fc.assert(
      fc.property(fc.constantFrom('A', 'B', 'C', 'D', 'H'), name, (id, text) => {
        const edit = edited(block, change(id, { text }));
        expect(edit.patches).toHaveLength(1);
        const [{ from, to, insert } = { from: 0, to: 0, insert: '' }] = edit.patches;
        const next = applyBlockEdit(block, edit);
        expect(next.source).toBe(source.slice(0, from) + insert + source.slice(to));
        expect(to - from).toBeLessThan(12);
        expect(shapeText(next, id)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it('writes colours as style lines: into the one that is there, else into a new one', async () => {
    const block = await placedBlock(source);
    expect(applyBlockEdit(block, edited(block, change('C', { fill: '#00ff00' }))).source).toContain('style C fill:#00ff00\n');
    expect(applyBlockEdit(block, edited(block, change('A', { stroke: '#00ff00' }))).source).toMatch(/\n {4}style A stroke:#00ff00$/);
    expect(applyBlockEdit(block, edited(block, change('A->B', { stroke: '#0000ff' }))).source).toMatch(/\n {4}linkStyle 0 stroke:#0000ff$/);
  });

  it('pins what was dragged where it was dropped, and keeps it there when the text changes', async () => {
    const block = await placedBlock(source);
    const moved = applyBlockEdit(block, edited(block, change('F', { x: 400, y: 300 })));
    expect(moved.source).toBe(source);
    expect(moved.layout.F).toMatchObject({ x: 400, y: 300, pinned: true });
    const retyped = { ...moved, source: `${source}\n    F --> Z` };
    const next = { ...retyped, layout: { ...retyped.layout, ...(await arrange(retyped, layouter, measure)) } };
    expect(next.layout.F).toEqual(moved.layout.F);
    expect(next.layout.Z).toBeDefined();
  });

  it('moves a subgraph with all that is in it, routes included', async () => {
    const block = await placedBlock(source);
    const { x = 0, y = 0 } = block.layout.one ?? {};
    const moved = applyBlockEdit(block, edited(block, change('one', { x: x + 70, y: y + 30 })));
    for (const id of ['G', 'H', 'G->H']) {
      expect(moved.layout[id]?.x).toBe((block.layout[id]?.x ?? 0) + 70);
      expect(moved.layout[id]?.y).toBe((block.layout[id]?.y ?? 0) + 30);
    }
    expect(moved.layout.A).toEqual(block.layout.A);
  });

  it('moves the corner of the diagram instead of letting a node stick out on the left', async () => {
    const block = await placedBlock(source);
    const before = deriver.derive(block).shapes.find((shape) => shape.id === 'bl_1/F');
    const next = applyBlockEdit(block, edited(block, change('A', { x: -200, y: 40 })));
    const after = deriver.derive(next).shapes.find((shape) => shape.id === 'bl_1/F');
    expect(next.x).toBeLessThan(block.x);
    expect((after?.x ?? 0) + next.x).toBe((before?.x ?? 0) + block.x);
  });

  it.each([
    ['a node in the middle of a chain', ['B'], ['A[Start]\n', '    C("OK then")\n']],
    ['one of a list', ['D'], ['    C --> E --> F\n']],
    ['an edge', ['A->B'], ['    A[Start]\n', 'B{Is it?}\n', 'linkStyle 0 stroke']],
    ['one edge of a list', ['C->D'], ['    C --> E\n', '    D & E --> F\n']],
    ['a subgraph with its contents', ['one', 'G', 'H'], ['F\n    style C']],
    ['a subgraph around its contents', ['one'], ['F\n      G --> H\n    style C']],
  ])('takes out %s and nothing else', async (_, ids, expected) => {
    const block = await placedBlock(source);
    const next = applyBlockEdit(block, edited(block, ...ids.map(remove)));
    for (const text of expected) expect(next.source).toContain(text);
    const left = new Set(deriver.derive(next).ranges.keys());
    for (const id of ids) expect(left.has(id)).toBe(false);
    expect(deriver.derive(next).diagnostics).toEqual([]);
  });

  it('refuses to write into a text that cannot be read', async () => {
    const block = { ...(await placedBlock(source)), source: `${source}\n A[`, valid_source: source };
    expect(deriver.edit(block, [change('A', { text: 'x' })])).toHaveProperty('refused');
    expect(deriver.derive(block).diagnostics[0]?.line).toBe(12);
    expect(shapeText(block, 'A')).toBe('Start');
  });
});

it('a node that only a line about its look names is written down when it gets words or another shape', async () => {
  const block = await placedBlock('flowchart TD\n    A --> B\n    style C fill:#fff\n');
  const written = (text: string) => `flowchart TD\n    A --> B\n    ${text}\n    style C fill:#fff\n`;
  expect(applyBlockEdit(block, edited(block, change('C', { text: 'Third' }))).source).toBe(written('C[Third]'));
  expect(applyBlockEdit(block, edited(block, change('C', { outline: 'cyl' }))).source).toBe(written('C[(C)]'));
});
