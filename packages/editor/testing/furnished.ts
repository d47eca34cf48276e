import type { Shape } from '@autograph/document';
import type { Editor } from '../editor.ts';

const base = { x: 0, y: 0, w: 100, h: 60, rotation: 0, parent_id: null };

const furniture: readonly Shape[] = [
  { ...base, id: 'ground', type: 'frame', x: 40, y: 40, w: 360, h: 300, index: 'a0' },
  { ...base, id: 'inner', type: 'frame', x: 30, y: 60, w: 200, h: 160, parent_id: 'ground', index: 'a0' },
  { ...base, id: 'one', type: 'rectangle', x: 30, y: 50, parent_id: 'inner', index: 'a0', text: 'One' },
  { ...base, id: 'two', type: 'ellipse', x: 240, y: 220, parent_id: 'ground', index: 'a1', text: 'Two' },
  { ...base, id: 'three', type: 'rectangle', x: 520, y: 80, rotation: 30, index: 'a1' },
  { ...base, id: 'pair', type: 'group', x: 0, y: 0, w: 0, h: 0, index: 'a2' },
  { ...base, id: 'four', type: 'rectangle', x: 480, y: 240, parent_id: 'pair', index: 'a0' },
  { ...base, id: 'outer', type: 'group', x: 10, y: 10, w: 0, h: 0, parent_id: 'pair', index: 'a1' },
  { ...base, id: 'five', type: 'ellipse', x: 620, y: 300, parent_id: 'outer', index: 'a0' },
  { ...base, id: 'six', type: 'rectangle', x: 620, y: 400, parent_id: 'outer', index: 'a1' },
];

const arrow = (id: string, from: string, to: string, more: Partial<Shape> = {}): Shape => {
  const ends = { start: { shape_id: from }, end: { shape_id: to } };
  return { ...base, id, type: 'arrow', w: 0, h: 0, index: `b0${id}`, ...ends, ...more };
};

const arrows: readonly Shape[] = [
  arrow('A', 'one', 'two', { route: 'orthogonal', text: 'label' }),
  arrow('B', 'two', 'one'),
  arrow('C', 'inner', 'three', { route: 'curved' }),
  arrow('D', 'three', 'five', { route: 'orthogonal', avoid: true }),
  arrow('E', 'four', 'four'),
  arrow('F', 'six', 'A'),
  arrow('G', 'one', 'four', { parent_id: 'ground', points: [[420, 200]] }),
  arrow('H', 'two', 'five', { end: { shape_id: 'five', anchor: { x: 0, y: 0.5 } }, parent_id: 'outer' }),
];

/** Puts frames in frames, groups in groups, arrows of all ways between them and a diagram as code on a board. */
export function furnish(editor: Editor): void {
  const place = (x: number, y: number) => ({ x, y, w: 100, h: 50 });
  const toy = 'test\na\nb=Box\na->b\n';
  const code = editor.codeIn(toy) ?? editor.codeIn('flowchart TB\n  a[One] --> b[Two]\n') ?? { language: '', source: toy };
  const shapes = [...furniture, ...arrows, arrow('I', 'code/a', 'three')];
  editor.document.apply(
    {
      shapes: shapes.map((shape) => [shape.id, shape] as const),
      blocks: [['code', { id: 'code', ...code, x: 60, y: 400, index: 'a3', layout: { a: place(20, 40), b: place(20, 140) } }]],
    },
    'local',
  );
}
