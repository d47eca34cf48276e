import type { Shape } from '@autograph/document';
import { testEditor } from '@autograph/editor/testing/driver.ts';
import { shapeDefinitions } from '@autograph/shapes';
import { expect, it } from 'vitest';
import { createDrawings } from './drawings.ts';

it('know which shapes show a picture, so that only they are painted anew when it is there', () => {
  const editor = testEditor({ shapes: shapeDefinitions });
  const shape = (id: string, more: object): Shape => ({
    id,
    type: 'picture',
    x: 0,
    y: 0,
    w: 40,
    h: 40,
    rotation: 0,
    parent_id: null,
    index: `a${id}`,
    ...more,
  });
  editor.createShapes([
    shape('1', { asset: 'up_1' }),
    shape('2', { asset: 'up_2' }),
    shape('3', { asset: 'up_1', x: 90 }),
    shape('4', { type: 'rectangle' }),
  ]);
  const drawings = createDrawings(editor);
  const showing = (id: string) => [...drawings.showing({ kind: 'asset', id })];
  expect(showing('up_1')).toEqual([]);
  drawings.list(['1', '2', '3', '4']);
  expect([showing('up_1'), showing('up_2')]).toEqual([['1', '3'], ['2']]);
  editor.updateShapes([{ id: '2', change: { asset: 'up_1' } }]);
  drawings.forget('2');
  drawings.list(['2']);
  expect(showing('up_1')).toEqual(['1', '3', '2']);
  drawings.clear();
  expect(showing('up_1')).toEqual([]);
});
