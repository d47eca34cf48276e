import { expect, it } from 'vitest';
import { clipBounds, clipOf } from './clipboard.ts';
import { drive } from './testing/driver.ts';

it('what is copied lies where its shapes are, whatever the record of a line between them says', () => {
  const { editor } = drive();
  const at = { type: 'rectangle', y: 5_000, w: 100, h: 60, rotation: 0, parent_id: null };
  const line = { ...at, id: 'l', type: 'arrow', x: 0, y: 0, w: 0, h: 0, index: 'a3', start: { shape_id: 'a' }, end: { shape_id: 'b' } };
  editor.createShapes([{ ...at, id: 'a', x: 5_000, index: 'a1' }, { ...at, id: 'b', x: 5_300, index: 'a2' }, line]);
  expect(clipBounds(clipOf(editor, ['a', 'b', 'l']))).toEqual({ x: 5_000, y: 5_000, w: 400, h: 60 });
});

it('an act of any size can be undone after a reload', () => {
  const { editor } = drive();
  const at = { type: 'rectangle', x: 0, y: 0, w: 10, h: 10, rotation: 0, parent_id: null, index: 'a1' };
  editor.document.apply({ shapes: Array.from({ length: 4_100 }, (_, i) => [`s${i}`, { ...at, id: `s${i}` }] as const) }, 'remote');
  editor.deleteShapes([...editor.document.shapes.keys()]);
  const kept = editor.history.keep();
  const next = drive();
  next.editor.takingUpHistory(undefined)(kept);
  next.editor.undo();
  expect(next.editor.document.shapes.size).toBe(4_100);
});
