import type { Block, Shape } from '@autograph/document';
import { describe, expect, it } from 'vitest';
import type { DocumentMutation } from './document-store.ts';
import { type Driver, drive } from './testing/driver.ts';
import { invariantsOf } from './testing/invariants.ts';

const box = (id: string, x: number, more: Partial<Shape> = {}): Shape => ({
  id,
  type: 'rectangle',
  x,
  y: 100,
  w: 100,
  h: 60,
  rotation: 0,
  parent_id: null,
  index: `a${id}`,
  ...more,
});
const one = box('1', 100);
const two = box('2', 400);
const arrow = box('3', 0, { type: 'arrow', y: 0, w: 0, h: 0, start: { shape_id: '1' }, end: { shape_id: '2' } });
const code: Block = { id: 'code', language: 'test', source: 'test\na\n', x: 100, y: 100, index: 'a0', layout: {} };

function board(...shapes: readonly Shape[]) {
  const driver = drive();
  const { document } = driver.editor;
  const others = (mutation: DocumentMutation) => document.apply(mutation, 'remote');
  others({ shapes: shapes.map((shape) => [shape.id, shape] as const) });
  return { driver, editor: driver.editor, others };
}

describe('what others do in the middle of a gesture', () => {
  it('takes a shape away that is being rotated: nothing is left of it, in the selection either', () => {
    const { driver, editor, others } = board(one);
    editor.select(['1']);
    const grip = editor.overlay.grips.find(({ kind }) => kind === 'rotate');
    driver.dragTo([grip?.at.x ?? 0, grip?.at.y ?? 0], [300, 300]);
    others({ shapes: [['1', null]] });
    driver.up();
    expect([editor.selection, editor.scene.size]).toEqual([[], 0]);
  });

  it('frees an arrow whose end the eraser had touched already', () => {
    const { driver, editor, others } = board(one, two, arrow);
    driver.move([450, 130]).down([450, 130], { button: 5 });
    others({ shapes: [['2', null]] });
    driver.press('Escape');
    expect(editor.document.shapes.get('3')?.end).toEqual({ x: 396, y: 130 });
    expect(invariantsOf(editor)).toEqual([]);
  });

  it('adds to a diagram as code that is being moved: what comes goes along, and stands right when it is let go', () => {
    const { driver, editor, others } = board();
    others({ blocks: [['code', code]] });
    editor.select(['code']);
    driver.dragTo([110, 110], [150, 190]);
    others({ blocks: [['code', { ...code, layout: { a: { x: 20, y: 40 } } }]] });
    expect(editor.scene.pageBounds('code/a')).toMatchObject({ x: 160, y: 220 });
    driver.up();
    expect(editor.scene.pageBounds('code/a')).toMatchObject({ x: 160, y: 220 });
  });
});

describe('what others do between two gestures', () => {
  it('breaks a text as code together with what was written here: the last picture is kept for everyone', () => {
    const { editor, others } = board();
    others({ blocks: [['code', { ...code, layout: { a: { x: 20, y: 40 } } }]] });
    others({ blocks: [['code', { ...code, source: 'test\na!\n', layout: { a: { x: 20, y: 40 } } }]] });
    expect(editor.document.blocks.get('code')?.valid_source).toBe(code.source);
  });

  it('shortens a text whose looks are then undone here: no look reaches beyond the text', () => {
    const { driver, editor, others } = board(box('1', 100, { text: 'Hello World' }));
    editor.startEditing('1');
    editor.textEditing.select({ from: 6, to: 11 });
    driver.run('toggle_bold').press('Escape').run('undo');
    others({ shapes: [['1', { ...one, text: 'Hello' }]] });
    driver.run('redo');
    expect(editor.document.shapes.get('1')).toMatchObject({ text: 'Hello', text_spans: [] });
  });
});

describe('a container that somebody removes', () => {
  const framed = () => {
    const driver = drive().press('f').drag([100, 100], [500, 400]);
    const { id } = driver.shape('frame');
    return { driver, removeFrame: () => driver.editor.document.apply({ shapes: [[id, null]] }, 'remote') };
  };
  const placeOf = ({ editor }: Driver, type: string) => {
    const shape = [...editor.document.shapes.values()].find((each) => each.type === type);
    const { x, y } = editor.scene.pageBounds(shape?.id ?? '') ?? {};
    return { parent: shape?.parent_id, x, y };
  };

  it('leaves what is being drawn in it on the page, where it is seen', () => {
    for (const [type, way] of [
      ['rectangle', 'r'],
      ['line', 'l'],
      ['pen', 'p'],
    ] as const) {
      const { driver, removeFrame } = framed();
      driver.press(way).dragTo([200, 200], [300, 260]);
      removeFrame();
      driver.up();
      expect(invariantsOf(driver.editor), type).toEqual([]);
      expect(placeOf(driver, type), type).toEqual({ parent: null, x: 200, y: 200 });
    }
  });

  it('leaves the text that is being written in it on the page, with what is written from then on', () => {
    const { driver, removeFrame } = framed();
    driver.press('t').click([200, 200]).type('Hel');
    const { x, y } = driver.editor.scene.pageBounds(driver.editor.editing?.shape_id ?? '') ?? {};
    removeFrame();
    expect(driver.editor.editing?.text).toBe('Hel');
    driver.type('Hello').press('Escape');
    expect(invariantsOf(driver.editor)).toEqual([]);
    expect(placeOf(driver, 'text')).toEqual({ parent: null, x, y });
    expect(driver.shape('text').text).toBe('Hello');
  });
});
