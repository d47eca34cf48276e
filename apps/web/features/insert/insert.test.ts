import type { Block } from '@autograph/document';
import { drive } from '@autograph/editor/testing/driver.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { insertDiagram } from './insert.ts';

const frames: (() => void)[] = [];
beforeEach(() => vi.stubGlobal('requestAnimationFrame', (act: () => void) => frames.push(act)));
afterEach(() => vi.unstubAllGlobals());

function paint(): void {
  for (const act of frames.splice(0)) act();
}

const layout: Block['layout'] = { a: { x: 20, y: 40 }, b: { x: 220, y: 40 } };

/** A diagram that was put in and is laid out when `layOut` is called. */
function inserted() {
  const { editor } = drive();
  const id = insertDiagram(editor, { family: 'toy', source: 'a\nb' }, { x: 4_000, y: 300 });
  paint();
  paint();
  const at = () => editor.document.blocks.get(id) ?? { x: 0, y: 0 };
  return {
    editor,
    id,
    place: () => ({ x: at().x, y: at().y }),
    layOut() {
      const block = editor.document.blocks.get(id);
      if (block) editor.document.apply({ blocks: [[id, { ...block, layout }]] }, 'layout');
      paint();
    },
  };
}

it('puts a diagram in its place and into view once it is laid out', () => {
  const { editor, id, place, layOut } = inserted();
  const [camera, before] = [editor.camera, place()];
  layOut();
  expect([place().y < before.y, editor.scene.pageBounds(id)?.x]).toEqual([true, place().x]);
  expect(editor.camera).not.toEqual(camera);
});

it('leaves a diagram that was moved meanwhile where it is, and the view too', () => {
  const { editor, id, place, layOut } = inserted();
  editor.translateStored([id], 500, 80);
  const [camera, moved] = [editor.camera, place()];
  layOut();
  expect([place(), editor.camera]).toEqual([moved, camera]);
});

it.each([
  ['looks elsewhere', ({ editor }: ReturnType<typeof inserted>) => editor.pan({ x: 40, y: 90 })],
  ['has selected something else', ({ editor }: ReturnType<typeof inserted>) => editor.select([])],
])('does not move the view of a person who %s by then', (_, act) => {
  const made = inserted();
  act(made);
  const before = made.place();
  const { camera } = made.editor;
  made.layOut();
  expect(made.editor.camera).toEqual(camera);
  expect(made.place()).not.toEqual(before);
});
