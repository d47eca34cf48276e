import { Editor } from '@autograph/editor';
import { Driver } from '@autograph/editor/testing/driver.ts';
import { createTextMeasurer } from '@autograph/render';
import { shapeDefinitions } from '@autograph/shapes';
import { describe, expect, it } from 'vitest';
import { createBlockDeriver } from './index.ts';

const measure = createTextMeasurer();

/** A board with one diagram, as the product has it. */
function board(source: string) {
  const editor = new Editor({ shapes: shapeDefinitions, blocks: createBlockDeriver(measure), measure, random: () => 0.5 });
  editor.changeSettings({ snapToShapes: false });
  const driver = new Driver(editor);
  const id = editor.createBlock({ language: 'mermaid', source, x: 0, y: 0 });
  const box = (node: string) => {
    const found = editor.scene.pageBounds(`${id}/${node}`);
    if (!found) throw new Error(`there is no ${node}`);
    return found;
  };
  const middle = (node: string): readonly [number, number] => {
    const { x, y, w, h } = box(node);
    return [x + w / 2, y + h / 2];
  };
  return { editor, driver, id, box, middle, text: () => editor.document.blocks.get(id)?.source ?? '' };
}

describe('a Gantt chart on the board', () => {
  const source = 'gantt\ndateFormat YYYY-MM-DD\nA :a, 2024-01-01, 10d\nB :b, 2024-01-11, 10d';

  it('takes the dates of a bar that is dragged, and undo brings them back', () => {
    const { driver, middle, box, text } = board(source);
    const day = box('a').w / 10;
    const [x, y] = middle('a');
    driver.drag([x, y], [x + 3 * day, y]);
    expect(text()).toBe(source.replace('2024-01-01', '2024-01-04'));
    driver.press('mod+z');
    expect(text()).toBe(source);
  });

  it('takes the duration of a bar of which the edge is dragged', () => {
    const { driver, middle, box, text } = board(source);
    const { x, y, w, h } = box('b');
    driver.click(middle('b'));
    driver.drag([x + w, y + h / 2], [x + w + (2 * w) / 10, y + h / 2]);
    expect(text()).toBe(source.replace('2024-01-11, 10d', '2024-01-11, 12d'));
  });

  it('takes the name that is typed on a bar, and loses what is deleted', () => {
    const { driver, middle, text } = board(source);
    driver.doubleClick(middle('a')).type('Design').press('Escape');
    expect(text()).toBe(source.replace('A :', 'Design :'));
    driver.click(middle('b')).press('Delete');
    expect(text()).toBe('gantt\ndateFormat YYYY-MM-DD\nDesign :a, 2024-01-01, 10d');
  });
});

it('a commit of a git graph takes the id that is typed on it', () => {
  const { driver, middle, text } = board('gitGraph\n  commit id: "a"\n  branch dev\n  commit\n');
  driver.doubleClick(middle('commit:dev:1')).type('fix').press('Escape');
  expect(text()).toBe('gitGraph\n  commit id: "a"\n  branch dev\n  commit id: "fix"\n');
  driver.doubleClick(middle('branch:dev')).type('feature').press('Escape');
  expect(text()).toBe('gitGraph\n  commit id: "a"\n  branch feature\n  commit id: "fix"\n');
});

describe('a mind map on the board', () => {
  const source = 'mindmap\n  root((Root))\n    A\n      A1\n    B\n';

  it('keeps a node where it was dragged, with what belongs to it', () => {
    const { driver, middle, box, text } = board(source);
    const [before, child] = [box('A'), box('A1')];
    const [x, y] = middle('A');
    driver.drag([x, y], [x + 60, y + 80]);
    expect(box('A')).toMatchObject({ x: before.x + 60, y: before.y + 80 });
    expect(box('A1')).toMatchObject({ x: child.x + 60, y: child.y + 80 });
    expect(text()).toBe(source);
  });

  it('stays in place on the page when a node is dragged beyond the upper left', () => {
    const { driver, middle, box } = board(source);
    const root = box('root');
    const [x, y] = middle('A');
    driver.drag([x, y], [x - 700, y - 300]);
    expect(box('root')).toEqual(root);
  });
});

it('a card of a kanban board takes its line to the column that it is dropped on', () => {
  const { driver, middle, text } = board('kanban\n  todo[To do]\n    a[A]\n    b[B]\n  done[Done]\n    c[C]\n');
  const [x, y] = middle('c');
  driver.drag(middle('a'), [x, y + 40]);
  expect(text()).toBe('kanban\n  todo[To do]\n    b[B]\n  done[Done]\n    c[C]\n    a[A]\n');
});

it('an event of a timeline takes the words that are typed on it', () => {
  const { driver, middle, text } = board('timeline\n  2024 : founded : sold\n');
  driver.doubleClick(middle('event:2024:1')).type('begun').press('Escape');
  expect(text()).toBe('timeline\n  2024 : begun : sold\n');
});
