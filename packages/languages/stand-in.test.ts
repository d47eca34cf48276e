import type { Block } from '@autograph/document';
import { Editor } from '@autograph/editor';
import { createLayouter } from '@autograph/layout';
import { createTextMeasurer } from '@autograph/render';
import { shapeDefinitions } from '@autograph/shapes';
import { describe, expect, it, vi } from 'vitest';
import { checkSource, createBlockDeriver, createDrawingDesk, createWorkshop, watchBlocks } from './index.ts';
import { recognise } from './recognise.ts';

const measure = createTextMeasurer();
const layouter = createLayouter();

const native = 'stateDiagram-v2\n  idle --> busy\n  busy --> idle';
/** Mermaid draws this; our own reader misses the name after `as`. */
const odd = `${native}\n  state "A long name" as`;
/** Nobody reads this. */
const wrong = `${native}\n  state "A long name`;

const blockOf = (source: string): Block => ({ id: 'bl_1', language: 'mermaid', source, x: 0, y: 0, index: 'a0', layout: {} });

describe('a text that Mermaid accepts and its own language does not', () => {
  it('is shown as a picture, with the reason and its line as a notice', () => {
    const { shapes, diagnostics, unplaced, offers } = createBlockDeriver(measure).derive(blockOf(odd));
    expect(shapes.map(({ type }) => type)).toEqual(['block', 'picture']);
    expect(shapes[0]?.name).toBe('State diagram');
    expect(diagnostics).toMatchObject([{ severity: 'notice', line: 4, message: expect.stringContaining('name of the state') }]);
    expect([unplaced, offers.size]).toEqual([[], 0]);
    expect(checkSource('mermaid', odd)).toEqual(diagnostics);
    expect(recognise(odd)).toMatchObject({ language: 'mermaid', source: odd });
  });

  it('is an error when Mermaid refuses it too, over the last picture that there was', () => {
    const alone = createBlockDeriver(measure).derive(blockOf(wrong));
    expect(alone.shapes).toHaveLength(1);
    const after = createBlockDeriver(measure).derive({ ...blockOf(wrong), valid_source: odd });
    expect(after.shapes.map(({ type }) => type)).toEqual(['block', 'picture']);
    for (const { diagnostics } of [alone, after]) expect(diagnostics).toMatchObject([{ severity: 'error', line: 4 }]);
  });

  it('takes no edit of what the picture was before', () => {
    const deriver = createBlockDeriver(measure);
    const moved = deriver.edit(blockOf(odd), [{ kind: 'change', node_id: 'idle', change: { x: 5 } }]);
    expect(moved).toMatchObject({ refused: expect.stringContaining('picture') });
  });
});

/** A board with the native diagram laid out; what shall happen after a while happens when `later` is called. */
async function board() {
  const waiting = new Set<() => void>();
  const desk = createDrawingDesk(createBlockDeriver(measure), {
    workshop: createWorkshop(layouter, measure),
    after(_, act) {
      waiting.add(act);
      return () => waiting.delete(act);
    },
    tell: () => {},
  });
  const editor = new Editor({ shapes: shapeDefinitions, blocks: desk, measure });
  watchBlocks(editor, layouter, measure, { desk });
  editor.addContent({ shapes: [], blocks: [blockOf(native)] });
  await vi.waitFor(() => expect(editor.derivation('bl_1')?.unplaced).toEqual([]));
  const idle = editor.scene.get('bl_1/idle');
  editor.updateShapes([{ id: 'bl_1/idle', change: { x: (idle?.x ?? 0) + 300 } }]);
  return {
    editor,
    write: (source: string) => editor.setBlockSource('bl_1', source),
    types: () => [...new Set(editor.scene.children('bl_1').map(({ type }) => type))].sort(),
    places: () => ['bl_1/idle', 'bl_1/busy'].map((id) => editor.scene.pageBounds(id)),
    valid: () => editor.document.blocks.get('bl_1')?.valid_source,
    waiting,
    later() {
      for (const act of [...waiting]) {
        waiting.delete(act);
        act();
      }
    },
  };
}

describe('a diagram that is being typed', () => {
  it('keeps its shapes through a passing mistake, and turns into a picture when the text rests', async () => {
    const { editor, write, types, places, later, valid, waiting } = await board();
    const [before, shapes] = [places(), types()];
    write(odd);
    expect([types(), places()]).toEqual([shapes, before]);
    expect(editor.derivation('bl_1')).toMatchObject({ pending: 'brief', diagnostics: [{ severity: 'error', line: 4 }] });
    editor.updateShapes([{ id: 'bl_1/busy', change: { text: 'Busy' } }]);
    expect(editor.notice).toContain('error');
    write(`${odd} ready`);
    expect(editor.derivation('bl_1')?.diagnostics).toEqual([]);
    expect([waiting.size, places()]).toEqual([0, before]);
    write(odd);
    write(`${odd} `);
    expect(waiting.size).toBe(1);
    later();
    expect(types()).toEqual(['picture']);
    expect(editor.derivation('bl_1')).toMatchObject({ diagnostics: [{ severity: 'notice' }] });
    expect(editor.derivation('bl_1')).not.toHaveProperty('pending');
    expect(valid()).toBeUndefined();
  });

  it('has its shapes moved where they are dragged meanwhile, and their places are kept', async () => {
    const { editor, write, places, later } = await board();
    write(odd);
    const [idle, busy] = places();
    const x = editor.scene.get('bl_1/busy')?.x ?? 0;
    editor.updateShapes([{ id: 'bl_1/busy', change: { x: x + 50 } }]);
    const moved = [idle, busy && { ...busy, x: busy.x + 50 }];
    expect([editor.notice, places()]).toEqual([null, moved]);
    expect(editor.document.blocks.get('bl_1')?.source).toBe(odd);
    later();
    write(native);
    expect(places()).toEqual(moved);
  });

  it('keeps the place of a node called picture when the picture is moved that it is for a while', async () => {
    const { editor, write, later } = await board();
    write(`${native}\n  busy --> picture`);
    await vi.waitFor(() => expect(editor.derivation('bl_1')?.unplaced).toEqual([]));
    const before = editor.scene.pageBounds('bl_1/picture');
    write(`${native}\n  busy --> picture\n  state "A long name" as`);
    later();
    const [shown] = editor.scene.children('bl_1');
    editor.updateShapes([{ id: shown?.id ?? '', change: { x: 500, w: 300, h: 200 } }]);
    expect(editor.scene.get(shown?.id ?? '')).toMatchObject({ type: 'picture', x: 500, w: 300 });
    write(`${native}\n  busy --> picture`);
    expect(editor.scene.pageBounds('bl_1/picture')).toEqual(before);
  });

  it('is told what would mend it, once that is found', async () => {
    const { editor, write } = await board();
    write('stateDiagram-v2\n  idle -> busy');
    await vi.waitFor(() => expect(editor.derivation('bl_1')?.diagnostics).toMatchObject([{ fix: { label: 'Write “-->”' } }]));
  });

  it('has everything where it was placed when the text can be read again, and by undo', async () => {
    const { editor, write, types, places, later, valid } = await board();
    const before = places();
    write(odd);
    later();
    expect(types()).toEqual(['picture']);
    write(wrong);
    expect([types(), valid()]).toEqual([['picture'], odd]);
    write(`${native}\n  busy --> done`);
    await vi.waitFor(() => expect(editor.derivation('bl_1')?.unplaced).toEqual([]));
    expect(places()).toEqual(before);
    for (let step = 0; step < 3; step++) editor.undo();
    expect(editor.document.blocks.get('bl_1')?.source).toBe(native);
    expect(places()).toEqual(before);
  });
});
