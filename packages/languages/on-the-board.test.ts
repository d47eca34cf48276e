import { Editor } from '@autograph/editor';
import { Driver } from '@autograph/editor/testing/driver.ts';
import { createLayouter } from '@autograph/layout';
import { createTextMeasurer } from '@autograph/render';
import { shapeDefinitions } from '@autograph/shapes';
import { describe, expect, it } from 'vitest';
import { arrange, createBlockDeriver } from './index.ts';

const measure = createTextMeasurer();

/** A board with one diagram, as the product has it. */
function board(source: string) {
  const editor = new Editor({ shapes: shapeDefinitions, blocks: createBlockDeriver(measure), measure, random: () => 0.5 });
  editor.changeSettings({ snapToShapes: false });
  const driver = new Driver(editor);
  const id = editor.createBlock({ language: 'mermaid', source, x: 0, y: 0 }) ?? '';
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

describe('an architecture diagram on the board', () => {
  const source = 'architecture-beta\n  group api[API]\n  service db(database)[Data] in api\n  service web(server)[Web]\n  web:R --> L:db\n';
  const placed = async () => {
    const found = board(source);
    const block = found.editor.document.blocks.get(found.id);
    if (!block) throw new Error('there is no block');
    const layout = await arrange(block, createLayouter(), measure);
    found.editor.document.apply({ blocks: [[block.id, { ...block, layout }]] }, 'layout');
    return found;
  };

  it('keeps a service where it was dragged; its group goes with what is in it', async () => {
    const { driver, middle, box, text } = await placed();
    const [before, data] = [box('web'), box('db')];
    const [x, y] = middle('web');
    driver.drag([x, y], [x - 10, y + 300]);
    expect(box('web')).toMatchObject({ x: before.x - 10, y: before.y + 300 });
    expect(box('db')).toEqual(data);
    expect(text()).toBe(source);
  });

  it('takes a title that is typed, loses what is deleted, and undo brings it back', async () => {
    const { driver, middle, text } = await placed();
    driver.doubleClick(middle('db')).type('Orders').press('Escape');
    expect(text()).toBe(source.replace('[Data]', '[Orders]'));
    driver.click(middle('web')).press('Delete');
    expect(text()).toBe('architecture-beta\n  group api[API]\n  service db(database)[Orders] in api\n');
    driver.press('mod+z').press('mod+z');
    expect(text()).toBe(source);
  });
});

describe('a block diagram on the board', () => {
  const source = 'block\n  columns 2\n  a["A"] b["B"]\n  c:2\n  a --> c\n';

  it('keeps a block where it was dragged, and all others where they are', () => {
    const { driver, middle, box, text } = board(source);
    const [before, other] = [box('a'), box('b')];
    const [x, y] = middle('a');
    driver.drag([x, y], [x + 150, y + 200]);
    expect(box('a')).toMatchObject({ x: before.x + 150, y: before.y + 200 });
    driver.drag(middle('a'), [x - 200, y - 100]);
    expect(box('a')).toMatchObject({ x: before.x - 200, y: before.y - 100 });
    expect(box('b')).toEqual(other);
    expect(text()).toBe(source);
  });

  it('takes words that are typed, and loses what is deleted', () => {
    const { driver, middle, text } = board(source);
    driver.doubleClick(middle('c')).type('Sea').press('Escape');
    expect(text()).toBe(source.replace('c:2', 'c["Sea"]:2'));
    driver.click(middle('a')).press('Delete');
    expect(text()).toBe('block\n  columns 2\n  b["B"]\n  c["Sea"]:2\n');
  });
});
