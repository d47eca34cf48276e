import type { Block } from '@autograph/document';
import { Editor } from '@autograph/editor';
import { createLayouter } from '@autograph/layout';
import { createTextMeasurer } from '@autograph/render';
import { shapeDefinitions } from '@autograph/shapes';
import { describe, expect, it, vi } from 'vitest';
import { createBlockDeriver, createDrawingDesk, createWorkshop, watchBlocks } from './index.ts';
import { Unfinished } from './unfinished.ts';

const measure = createTextMeasurer();
const layouter = createLayouter();

/** A chart whose text is too long to be drawn with the page waiting. */
const chart = (nodes: number, label = 'Service') =>
  ['flowchart TD', ...Array.from({ length: nodes }, (_, i) => `  n${Math.floor(i / 3)} --> n${i + 1}[${label} number ${i + 1}]`)].join(
    '\n',
  );

const heavy = chart(150);
const blockOf = (source: string): Block => ({ id: 'bl_1', language: 'mermaid', source, x: 0, y: 0, index: 'a0', layout: {} });
const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

/** A board that has its heavy diagrams drawn by a workshop that answers only when it is let. */
function board() {
  const workshop = createWorkshop(layouter, measure);
  const asked: ((failure?: Unfinished) => void)[] = [];
  const late: (() => void)[] = [];
  const told: string[] = [];
  const desk = createDrawingDesk(createBlockDeriver(measure), {
    workshop: {
      ...workshop,
      draw: (request) =>
        new Promise((resolve, reject) => asked.push((failure) => (failure ? reject(failure) : resolve(workshop.draw(request))))),
    },
    after(ms, act) {
      if (ms === 0) setTimeout(act);
      else late.push(act);
      return () => late.splice(0);
    },
    tell: (sentence) => told.push(sentence),
  });
  const editor = new Editor({ shapes: shapeDefinitions, blocks: desk, measure });
  watchBlocks(editor, layouter, measure, { desk });
  return {
    editor,
    asked,
    late,
    told,
    block: () => editor.document.blocks.get('bl_1'),
    nodes: () => editor.scene.children('bl_1').filter(({ type }) => type === 'node'),
    textOf: (node: string) => editor.scene.get(`bl_1/${node}`)?.text,
    async answer(failure?: Unfinished) {
      await vi.waitFor(() => expect(asked.length).toBeGreaterThan(0));
      asked.shift()?.(failure);
      await vi.waitFor(() => expect(editor.derivation('bl_1')?.pending === undefined || asked.length > 0).toBe(true));
    },
  };
}

/** What one does, the other sees. */
function join(one: Editor, two: Editor): void {
  for (const [from, to] of [
    [one, two],
    [two, one],
  ] as const) {
    from.document.subscribe(({ origin, blocks }) => {
      if (origin === 'remote') return;
      to.document.apply({ blocks: [...blocks].map(([id, { after }]) => [id, after ?? null] as const) }, 'remote');
    });
  }
}

/** The same edits on a board that draws everything at once. */
async function drawnAtOnce(...sources: string[]) {
  const editor = new Editor({ shapes: shapeDefinitions, blocks: createBlockDeriver(measure), measure });
  watchBlocks(editor, layouter, measure);
  editor.addContent({ shapes: [], blocks: [blockOf(sources[0] ?? '')] });
  for (const source of sources) {
    editor.setBlockSource('bl_1', source);
    await vi.waitFor(() => expect(editor.derivation('bl_1')?.unplaced).toEqual([]));
    await settled();
  }
  return { layout: editor.document.blocks.get('bl_1')?.layout, shapes: editor.derivation('bl_1')?.shapes };
}

describe('diagrams that the page does not wait for', () => {
  it('show what they showed until they are drawn, and then what a page that waits would show', async () => {
    const { editor, answer, nodes, block, textOf, late } = board();
    editor.addContent({ shapes: [], blocks: [blockOf(heavy)] });
    expect(nodes()).toHaveLength(0);
    await answer();
    const before = textOf('n150');
    const after = heavy.replace('Service number 150', 'Last service').concat('\n  n150 --> n151');
    editor.setBlockSource('bl_1', after);
    expect(textOf('n150')).toBe(before);
    expect(editor.derivation('bl_1')?.pending).toBe('brief');
    await settled();
    for (const act of late.splice(0)) act();
    expect(editor.derivation('bl_1')?.pending).toBe('long');
    expect(editor.scene.get('bl_1')?.name).toContain('laying out');
    await answer();
    const { layout, shapes } = await drawnAtOnce(heavy, after);
    expect(block()?.layout).toEqual(layout);
    expect(editor.derivation('bl_1')?.shapes).toEqual(shapes);
    expect(editor.scene.get('bl_1')?.name).not.toContain('laying out');
  });

  it('take no edit of a picture that is behind the text: it might be made to something else', async () => {
    const { editor, answer, block } = board();
    editor.addContent({ shapes: [], blocks: [blockOf(heavy)] });
    await answer();
    const source = `${heavy}\n  n150 --> n151`;
    editor.setBlockSource('bl_1', source);
    expect(editor.derivation('bl_1')?.pending).toBe('brief');
    const rename = () => editor.updateShapes([{ id: 'bl_1/n150', change: { text: 'Renamed' } }]);
    rename();
    expect(block()?.source).toBe(source);
    expect(editor.notice).toContain('being laid out');
    editor.select(['bl_1']);
    expect(editor.run('to_shapes')).toBe(false);
    await answer();
    rename();
    expect(block()?.source).toContain('Renamed');
    expect(editor.run('to_shapes')).toBe(true);
  });

  it('are undone in one step, text and places together', async () => {
    const { editor, answer, textOf } = board();
    editor.addContent({ shapes: [], blocks: [blockOf(heavy)] });
    await answer();
    const before = editor.document.blocks.get('bl_1');
    editor.setBlockSource('bl_1', `${heavy}\n  n150 --> n151`);
    await answer();
    expect(textOf('n151')).toBe('n151');
    editor.undo();
    await answer();
    expect(editor.document.blocks.get('bl_1')).toEqual(before);
    expect(textOf('n151')).toBeUndefined();
    editor.undo();
    expect(editor.document.blocks.size).toBe(0);
  });

  it('store nothing of a text that has changed since, but all that was to be laid out', async () => {
    const { editor, answer, asked, textOf, block } = board();
    editor.addContent({ shapes: [], blocks: [blockOf(heavy)] });
    await answer();
    editor.setBlockSource('bl_1', `${heavy}\n  n150 --> dropped`);
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    editor.document.apply({ blocks: [['bl_1', { ...blockOf(`${heavy}\n  n150 --> kept`), layout: block()?.layout ?? {} }]] }, 'remote');
    await answer();
    expect(block()?.layout).not.toHaveProperty('dropped');
    await answer();
    expect(textOf('dropped')).toBeUndefined();
    expect(textOf('kept')).toBe('kept');
    expect(block()?.layout).toHaveProperty('kept');
  });

  it('show what an earlier text has come to while a person types on faster than they are drawn', async () => {
    const { editor, answer, asked, textOf, block } = board();
    editor.addContent({ shapes: [], blocks: [blockOf(heavy)] });
    await answer();
    for (const letters of ['o', 'on', 'one', 'one1']) {
      editor.setBlockSource('bl_1', `${heavy}\n  n150 --> ${letters}`);
      if (letters !== 'o') {
        const earlier = letters.slice(0, -1);
        await answer();
        expect(textOf(earlier)).toBe(earlier);
        expect(editor.derivation('bl_1')?.pending).toBe('brief');
        expect(block()?.layout).not.toHaveProperty(earlier);
      }
      await vi.waitFor(() => expect(asked).toHaveLength(1));
    }
    await answer();
    expect(textOf('one1')).toBe('one1');
    expect(textOf('one')).toBeUndefined();
    expect(editor.derivation('bl_1')).not.toHaveProperty('pending');
    expect(block()?.layout).toEqual((await drawnAtOnce(heavy, `${heavy}\n  n150 --> one1`)).layout);
    editor.undo();
    expect(block()?.layout).not.toHaveProperty('one1');
  });

  it('are drawn anew when they come back: nothing is kept of what was deleted', async () => {
    const { editor, answer, asked, textOf } = board();
    editor.addContent({ shapes: [], blocks: [blockOf(heavy)] });
    await answer();
    editor.select(['bl_1']);
    expect(editor.run('delete')).toBe(true);
    editor.undo();
    expect(textOf('n150')).toBeUndefined();
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    await answer();
    expect(textOf('n150')).toBe('Service number 150');
  });

  it('are taken away while they are drawn, for good', async () => {
    const { editor, asked, nodes, block } = board();
    editor.addContent({ shapes: [], blocks: [blockOf(heavy)] });
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    editor.select(['bl_1']);
    editor.run('delete');
    asked.shift()?.();
    await settled();
    expect([block(), nodes(), asked]).toEqual([undefined, [], []]);
  });

  it('come to be the same for two people who type and drag in one at the same time', async () => {
    const [one, two] = [board(), board()];
    join(one.editor, two.editor);
    const isDone = ({ editor, asked }: ReturnType<typeof board>) => asked.length === 0 && !editor.derivation('bl_1')?.pending;
    const bothDone = async () => {
      for (await settled(); !isDone(one) || !isDone(two); await settled()) for (const { asked } of [one, two]) asked.shift()?.();
    };
    one.editor.addContent({ shapes: [], blocks: [blockOf(heavy)] });
    await bothDone();
    const { source = '' } = one.block() ?? {};
    one.editor.setBlockSource('bl_1', `${source}\n  n150 --> mine`);
    two.editor.setBlockSource('bl_1', `${two.block()?.source}\n  n149 --> theirs`);
    two.editor.updateShapes([{ id: 'bl_1/n7', change: { x: 900, y: 40 } }]);
    await bothDone();
    expect(one.block()).toEqual(two.block());
    expect(one.editor.derivation('bl_1')?.shapes).toEqual(two.editor.derivation('bl_1')?.shapes);
    expect([one.textOf('mine'), one.textOf('theirs')]).toEqual(['mine', 'theirs']);
    expect(one.editor.derivation('bl_1')?.unplaced).toEqual([]);
    expect(one.block()?.layout.n7).toMatchObject({ x: 900, y: 40, pinned: true });
  });

  it('are edited on the board without a wait', async () => {
    const { editor, answer, textOf, block } = board();
    editor.addContent({ shapes: [], blocks: [blockOf(heavy)] });
    await answer();
    const { x = 0 } = editor.scene.get('bl_1/n7') ?? {};
    editor.updateShapes([{ id: 'bl_1/n7', change: { x: x + 400 } }]);
    expect(editor.scene.get('bl_1/n7')?.x).toBe(x + 400);
    editor.updateShapes([{ id: 'bl_1/n7', change: { text: 'Renamed' } }]);
    expect(textOf('n7')).toBe('Renamed');
    expect(block()?.source).toContain('n7[Renamed]');
    await answer();
    expect(block()?.layout.n7).toMatchObject({ pinned: true });
  });

  it('keep their last picture, and say why, when drawing them was given up', async () => {
    const { editor, answer, told, nodes, block } = board();
    editor.addContent({ shapes: [], blocks: [blockOf(heavy)] });
    await answer();
    const before = nodes();
    editor.setBlockSource('bl_1', chart(400));
    await answer(new Unfinished('too_slow', 'Drawing it takes more than 20 seconds.'));
    expect(nodes()).toEqual(before);
    expect(editor.derivation('bl_1')?.diagnostics).toMatchObject([{ severity: 'error', code: 'too_slow' }]);
    expect(block()?.valid_source).toBe(heavy);
    expect(told).toEqual([expect.stringContaining('more than 20 seconds')]);
    editor.setBlockSource('bl_1', chart(160));
    await answer();
    expect(nodes()).toHaveLength(161);
    expect(block()).not.toHaveProperty('valid_source');
  });

  it('keep their last picture while the text does not parse', async () => {
    const { editor, answer, nodes, block } = board();
    editor.addContent({ shapes: [], blocks: [blockOf(heavy)] });
    await answer();
    editor.setBlockSource('bl_1', `${heavy}\n  n1 --`);
    await answer();
    expect(nodes()).toHaveLength(151);
    expect(block()?.valid_source).toBe(heavy);
    expect(editor.derivation('bl_1')?.diagnostics[0]).toMatchObject({ severity: 'error', line: 152 });
  });

  it('keep the drawn arrows that end at their shapes until these have come', async () => {
    const { editor, answer } = board();
    const layout = (await drawnAtOnce(heavy)).layout ?? {};
    const arrow = {
      ...{ id: 'sh_1', type: 'arrow', x: 0, y: 0, w: 10, h: 10, rotation: 0, parent_id: null, index: 'a1' },
      ...{ start: { shape_id: 'bl_1/n1' }, end: { shape_id: 'bl_1/n2' } },
    };
    editor.document.apply({ blocks: [['bl_1', { ...blockOf(heavy), layout }]], shapes: [['sh_1', arrow]] }, 'remote');
    editor.createBlock({ language: 'mermaid', source: 'flowchart LR' });
    await answer();
    expect(editor.document.shapes.get('sh_1')).toEqual(arrow);
    expect(editor.scene.get('bl_1/n2')).toBeDefined();
    editor.setBlockSource('bl_1', heavy.replaceAll('n2', 'm2'));
    await answer();
    expect(editor.document.shapes.get('sh_1')?.end?.shape_id).toBeUndefined();
    expect(editor.document.shapes.get('sh_1')?.start).toEqual(arrow.start);
  });
});

describe('a large picture', () => {
  it('comes to the board in steps, each whole in itself, and ends as it is', async () => {
    const { editor, answer, nodes } = board();
    const sizes: number[] = [];
    editor.subscribe((what) => {
      if (what === 'document') sizes.push(nodes().length);
    });
    editor.addContent({ shapes: [], blocks: [blockOf(chart(600))] });
    await answer();
    const grown = sizes.filter((size, at) => size !== sizes[at - 1]);
    expect(grown.length).toBeGreaterThan(2);
    expect(grown).toEqual(grown.toSorted((a, b) => a - b));
    expect(nodes()).toHaveLength(601);
  });
});
