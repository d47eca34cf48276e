import type { Block } from '@autograph/document';
import { Editor } from '@autograph/editor';
import { createLayouter } from '@autograph/layout';
import { createTextMeasurer } from '@autograph/render';
import { shapeDefinitions } from '@autograph/shapes';
import { describe, expect, it } from 'vitest';
import { arrange, createArranger, createBlockDeriver, watchBlocks } from './index.ts';

const measure = createTextMeasurer();
const layouter = createLayouter();
const source = 'flowchart TD\n  a --> b\n  a --> c\n  b --> d\n  c --> d';

const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

/** A board with one diagram in its place, its nodes by their names. */
async function desk(text = source) {
  const block: Block = { id: 'bl_1', language: 'mermaid', source: text, x: 100, y: 100, index: 'a0', layout: {} };
  const editor = new Editor({
    shapes: shapeDefinitions,
    blocks: createBlockDeriver(measure),
    arranger: createArranger(layouter, measure),
    measure,
  });
  editor.addContent({ shapes: [], blocks: [{ ...block, layout: await arrange(block, layouter, measure) }] });
  watchBlocks(editor, layouter, measure);
  const at = (node: string) => editor.scene.pageBounds(`bl_1/${node}`);
  return {
    editor,
    at,
    all: () => ['a', 'b', 'c', 'd'].map(at),
    layout: () => editor.document.blocks.get('bl_1')?.layout ?? {},
    /** Resolves when what a command began has come: nothing here waits for more than promises. */
    async run(id: string, ...selected: string[]) {
      editor.select(selected.map((node) => (node === '' ? 'bl_1' : `bl_1/${node}`)));
      expect(editor.run(id)).toBe(true);
      await settled();
    },
    /** A person's drag, which pins. */
    async drag(node: string, dx: number, dy: number) {
      const shape = editor.scene.get(`bl_1/${node}`);
      if (shape) editor.updateShapes([{ id: shape.id, change: { x: shape.x + dx, y: shape.y + dy } }]);
      await settled();
    },
  };
}

it('gives nodes a place that are called like what every object has', async () => {
  const { editor, at, layout } = await desk('flowchart TD\n  a --> b');
  editor.setBlockSource('bl_1', 'flowchart TD\n  a --> b\n  b --> constructor[Build]\n  constructor --> toString');
  await settled();
  for (const node of ['constructor', 'toString']) {
    const { x = Number.NaN, y = Number.NaN } = at(node) ?? {};
    expect([Number.isFinite(x), Number.isFinite(y)], node).toEqual([true, true]);
  }
  expect(Object.keys(layout())).toEqual(expect.arrayContaining(['constructor', 'toString']));
  const placed = at('constructor');
  editor.updateShapes([{ id: 'bl_1/constructor', change: { text: 'Make' } }]);
  await settled();
  expect(editor.document.blocks.get('bl_1')?.source).toContain('constructor[Make]');
  expect(at('constructor')?.y).toBe(placed?.y);
  editor.undo();
  editor.undo();
  expect(Object.keys(layout())).not.toContain('constructor');
});

describe('tidying and pins of a diagram', () => {
  it('tidying puts all in its best place but what is pinned; one undo brings everything back', async () => {
    const { editor, at, all, drag, run } = await desk();
    const neat = all();
    await drag('b', -300, 140);
    await drag('c', 260, 30);
    await run('toggle_pin', 'b');
    const messy = all();
    const pinned = at('c');
    await run('tidy_up', 'a');
    expect(at('c')).toEqual(pinned);
    expect(at('b')).not.toEqual(messy[1]);
    editor.undo();
    expect(all()).toEqual(messy);
    await run('toggle_pin', 'c');
    await run('tidy_up', '');
    const [was, is] = [neat[0], at('a')];
    const [dx, dy] = [(is?.x ?? 0) - (was?.x ?? 0), (is?.y ?? 0) - (was?.y ?? 0)];
    expect(all()).toEqual(neat.map((box) => box && { ...box, x: box.x + dx, y: box.y + dy }));
  });

  it('what is pinned does not move when the text gains and loses nodes, to the pixel', async () => {
    const { editor, at, run } = await desk();
    await run('toggle_pin', 'b', 'd');
    const before = [at('b'), at('d')];
    for (const more of ['\n  d --> e\n  d --> f[A longer name of f]', '\n  b --> g\n  g --> d', '']) {
      editor.setBlockSource('bl_1', source + more);
      await settled();
      expect([at('b'), at('d')]).toEqual(before);
    }
  });

  it('a frame is pinned with all that is in it', async () => {
    const { layout, run } = await desk('flowchart TD\n  subgraph g\n    a --> b\n  end\n  b --> c');
    await run('toggle_pin', 'g');
    expect(['g', 'a', 'b', 'c'].map((id) => layout()[id]?.pinned === true)).toEqual([true, true, true, false]);
    await run('toggle_pin', 'g');
    expect(Object.values(layout()).some(({ pinned }) => pinned)).toBe(false);
  });
});

describe('kinds of layout', () => {
  it('run their lines straight where nothing stands in rows, around what lies on the way, and square in rows', async () => {
    const { editor, run, at } = await desk('flowchart TD\n  a --> b\n  b --> c\n  c --> d\n  d --> a\n  a --> c\n  b --> b');
    const routes = () =>
      editor.scene.children('bl_1').flatMap(({ type, route, origin }) => (type === 'arrow' ? [[origin?.node_id, route]] : []));
    expect(new Set(routes().map(([, route]) => route))).toEqual(new Set(['orthogonal']));
    await run('lay_out_circular', 'a');
    expect(
      new Set(
        routes()
          .slice(0, 5)
          .map(([, route]) => route),
      ),
    ).toEqual(new Set(['straight']));
    expect(routes()[5]?.[1]).toBe('curved');
    // Into the way of a line.
    const [from, to] = [at('a'), at('c')];
    const b = editor.scene.get('bl_1/b');
    if (!from || !to || !b) throw new Error('not there');
    editor.updateShapes([{ id: b.id, change: { x: (from.x + to.x) / 2 - 100, y: (from.y + to.y) / 2 - 100 } }]);
    await settled();
    expect(routes()[4]?.[1]).toBe('curved');
  });

  it('are chosen for a diagram and kept, with square or curved lines; each is one step of undo', async () => {
    const { editor, all, run } = await desk();
    const layered = all();
    await run('lay_out_circular', '');
    const circle = all();
    expect(circle).not.toEqual(layered);
    expect(editor.document.blocks.get('bl_1')?.arrangement).toBe('circular');
    await run('toggle_diagram_lines', 'a');
    expect(editor.scene.children('bl_1').find(({ type }) => type === 'arrow')?.route).toBe('curved');
    expect(all()).toEqual(circle);
    editor.undo();
    editor.undo();
    expect(all()).toEqual(layered);
    expect(editor.document.blocks.get('bl_1')).not.toHaveProperty('arrangement');
    editor.redo();
    expect(editor.document.blocks.get('bl_1')?.arrangement).toBe('circular');
    expect(all()).toEqual(circle);
  });

  it('place drawn shapes that arrows join, about where they are', async () => {
    const { editor } = await desk();
    const box = (id: string, x: number) => ({
      ...{ id, type: 'rectangle', x, y: 500, w: 100, h: 60, rotation: 0, parent_id: null },
      index: `a${id}`,
    });
    const arrow = (id: string, from: string, to: string) => ({
      ...{ id, type: 'arrow', x: 0, y: 0, w: 0, h: 0, rotation: 0, parent_id: null, index: `b${id}` },
      start: { shape_id: from },
      end: { shape_id: to },
    });
    editor.createShapes([box('p', 0), box('q', 120), box('r', 240), arrow('pq', 'p', 'q'), arrow('pr', 'p', 'r')]);
    editor.select(['p', 'q', 'r', 'pq', 'pr']);
    expect(editor.run('lay_out_tree')).toBe(true);
    await settled();
    const [p, q, r] = ['p', 'q', 'r'].map((id) => editor.scene.pageBounds(id) ?? { x: 0, y: 0, w: 0, h: 0 });
    expect((q?.x ?? 0) - (p?.x ?? 0)).toBe((p?.x ?? 0) - (r?.x ?? 0) > 0 ? 68 : -68);
    expect([q?.y, r?.y]).toEqual([624, 624]);
    editor.undo();
    expect(['p', 'q', 'r'].map((id) => editor.scene.get(id)?.x)).toEqual([0, 120, 240]);
  });
});
