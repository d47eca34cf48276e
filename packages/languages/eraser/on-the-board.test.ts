import { Editor } from '@autograph/editor';
import { Driver } from '@autograph/editor/testing/driver.ts';
import { createTextMeasurer } from '@autograph/render';
import { shapeDefinitions } from '@autograph/shapes';
import { expect, it } from 'vitest';
import { createBlockDeriver } from '../index.ts';

const measure = createTextMeasurer();

/** A board with one of Eraser's diagrams, everything of it placed. */
function board(
  source: string,
  places: Readonly<Record<string, { readonly x: number; readonly y: number; readonly w?: number; readonly h?: number }>>,
) {
  const editor = new Editor({ shapes: shapeDefinitions, blocks: createBlockDeriver(measure), measure, random: () => 0.5 });
  editor.changeSettings({ snapToShapes: false });
  const driver = new Driver(editor);
  const layout = Object.fromEntries(Object.entries(places).map(([id, place]) => [id, { ...place, pinned: true }]));
  const id = editor.createBlock({ language: 'eraser', source, x: 0, y: 0, layout }) ?? '';
  const middle = (node: string): readonly [number, number] => {
    const box = editor.scene.pageBounds(`${id}/${node}`);
    if (!box) throw new Error(`there is no ${node}`);
    return [box.x + box.w / 2, box.y + box.h / 2];
  };
  return { driver, middle, text: () => editor.document.blocks.get(id)?.source ?? '' };
}

const source = '// cloud\nA [icon: aws-s3] // store\nB\nG {\n  C\n}\nA > B: reads\n';
const places = {
  A: { x: 40, y: 40 },
  B: { x: 300, y: 40 },
  G: { x: 40, y: 200, w: 200, h: 140 },
  C: { x: 70, y: 250 },
  'connection:A > B': { x: 40, y: 40 },
};

it('a name typed on a node is its name everywhere in the text; undo brings both back', () => {
  const { driver, middle, text } = board(source, places);
  driver.doubleClick(middle('A')).type('Store').press('Escape');
  expect(text()).toBe(source.replace('A [', 'Store [').replace('A > B', 'Store > B'));
  driver.press('mod+z');
  expect(text()).toBe(source);
});

it('what is deleted leaves the text, remarks stay', () => {
  const { driver, middle, text } = board(source, places);
  driver.click(middle('B')).press('Delete');
  expect(text()).toBe('// cloud\nA [icon: aws-s3] // store\nG {\n  C\n}\n');
});

it('a node that is dropped on a group goes into it', () => {
  const { driver, middle, text } = board(source, places);
  const [x, y] = middle('G');
  driver.drag(middle('B'), [x + 50, y + 40]);
  expect(text()).toBe(source.replace('B\n', '').replace('  C\n', '  C\n  B\n'));
});
