import type { Shape } from '@autograph/document';
import { describe, expect, it } from 'vitest';
import { type Driver, drive } from './testing/driver.ts';

const rectangle = (id: string, x: number, more: Partial<Shape> = {}): Shape => ({
  id,
  type: 'rectangle',
  x,
  y: 0,
  w: 100,
  h: 50,
  rotation: 0,
  parent_id: null,
  index: `a${id}`,
  ...more,
});

const arrow = (id: string, from: string, to: string): Shape => ({
  ...rectangle(id, 0, { type: 'arrow', w: 0, h: 0 }),
  start: { shape_id: from },
  end: { shape_id: to },
});

function board(shapes: readonly Shape[]): Driver {
  const driver = drive();
  driver.editor.createShapes(shapes);
  return driver;
}

describe('a drawing', () => {
  it('becomes a diagram as code that stands where it stood, and one undo brings it back', () => {
    const driver = board([rectangle('1', 0, { text: 'API' }), rectangle('2', 300, { text: 'Store' }), arrow('3', '1', '2')]);
    const before = [...driver.editor.document.shapes.values()];
    const boxes = ['1', '2'].map((id) => driver.editor.scene.pageBounds(id));
    driver.editor.select(['1', '2', '3']);
    driver.editor.run('to_code');
    const [block] = driver.editor.document.blocks.values();
    expect(block?.source).toBe('n0=API\nn1=Store\nn0->n1');
    expect(driver.editor.document.shapes.size).toBe(0);
    expect(['n0', 'n1'].map((node) => driver.editor.scene.pageBounds(`${block?.id}/${node}`))).toEqual(boxes);
    expect(driver.editor.selection).toEqual([block?.id]);
    driver.editor.undo();
    expect([...driver.editor.document.shapes.values()]).toEqual(before);
    expect(driver.editor.document.blocks.size).toBe(0);
  });

  it('keeps the lines that others ended at it', () => {
    const driver = board([rectangle('1', 0, { text: 'API' }), rectangle('2', 300, { text: 'Other' }), arrow('3', '2', '1')]);
    driver.editor.select(['1']);
    driver.editor.run('to_code');
    const [block] = driver.editor.document.blocks.values();
    expect(driver.editor.document.shapes.get('3')?.end?.shape_id).toBe(`${block?.id}/n0`);
  });

  it('leaves on the page what no diagram can show', () => {
    const driver = board([rectangle('1', 0, { text: 'API' }), rectangle('2', 300, { type: 'pen' })]);
    driver.editor.select(['1', '2']);
    driver.editor.run('to_code');
    expect([...driver.editor.document.shapes.keys()]).toEqual(['2']);
  });
});

it('a diagram as code becomes free shapes that look the same, and one undo brings the text back', () => {
  const driver = drive();
  const id =
    driver.editor.createBlock({
      language: 'toy',
      source: 'a\nb\na->b',
      x: 100,
      y: 100,
      layout: { a: { x: 20, y: 40 }, b: { x: 220, y: 40 } },
    }) ?? '';
  const boxes = ['a', 'b'].map((node) => driver.editor.scene.pageBounds(`${id}/${node}`));
  const line = driver.editor.scene.pageOutline(`${id}/a->b`);
  driver.editor.select([`${id}/a`]);
  driver.editor.run('to_shapes');
  expect(driver.editor.document.blocks.size).toBe(0);
  const [a, b, between] = [...driver.editor.document.shapes.values()];
  expect([a, b].map((shape) => driver.editor.scene.pageBounds(shape?.id ?? ''))).toEqual(boxes);
  expect([between?.start?.shape_id, between?.end?.shape_id]).toEqual([a?.id, b?.id]);
  expect(driver.editor.scene.pageOutline(between?.id ?? '')).toEqual(line);
  driver.editor.undo();
  expect(driver.editor.document.blocks.get(id)?.source).toBe('a\nb\na->b');
  expect(driver.editor.document.shapes.size).toBe(0);
});
