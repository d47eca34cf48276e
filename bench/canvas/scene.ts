import type { Shape } from '@autograph/document';
import { keysBetween } from '@autograph/document/order.ts';

const cell = { w: 160, h: 100 };
const box = { w: 110, h: 60 };

/** A board of n shapes on a grid: of ten, six labelled rectangles, three arrows between neighbours and one text. */
export function makeBoard(n: number): Shape[] {
  const groups = Math.round(n / 10);
  const perRow = Math.max(1, Math.round(Math.sqrt(groups / 7)));
  const indexes = keysBetween(null, null, groups * 10);
  const shapes: Shape[] = [];
  const base = () => ({ rotation: 0, parent_id: null, index: indexes[shapes.length] ?? 'a0' });
  for (let g = 0; g < groups; g++) {
    const x = (g % perRow) * 7 * cell.w;
    const y = Math.floor(g / perRow) * cell.h;
    for (let k = 0; k < 6; k++) {
      shapes.push({
        ...base(),
        id: `sh_r${g}_${k}`,
        type: 'rectangle',
        x: x + k * cell.w,
        y,
        ...box,
        text: `quick node ${(g * 6 + k) % 97}`,
        fill: 'blue',
        fill_style: 'soft',
        stroke: 'blue',
        radius: 8,
        font_size: 14,
      });
    }
    shapes.push({
      ...base(),
      id: `sh_t${g}`,
      type: 'text',
      x: x + 6 * cell.w,
      y: y + 18,
      w: box.w,
      h: 25,
      text: `plain text ${g % 89}`,
      font_size: 16,
    });
    for (let k = 0; k < 6; k += 2) {
      const start = { shape_id: `sh_r${g}_${k}` };
      const end = { shape_id: `sh_r${g}_${k + 1}` };
      shapes.push({
        ...base(),
        id: `sh_a${g}_${k}`,
        type: 'arrow',
        x: x + k * cell.w + box.w,
        y: y + box.h / 2,
        w: cell.w - box.w,
        h: 0,
        start,
        end,
        end_head: 'arrow',
        route: 'straight',
      });
    }
  }
  return shapes;
}

/** A node in the midst of n others, with an arrow to each. */
export function makeHub(n: number): Shape[] {
  const indexes = keysBetween(null, null, 2 * n + 1);
  const base = (i: number) => ({ rotation: 0, parent_id: null, index: indexes[i] ?? 'a0' });
  const node = (id: string, i: number, x: number, y: number): Shape => ({
    ...base(i),
    id,
    type: 'rectangle',
    x,
    y,
    ...box,
    text: id,
    radius: 8,
  });
  const across = Math.ceil(Math.sqrt(n));
  const middle = { x: (across * cell.w) / 2, y: (across * cell.h) / 2 };
  const around = Array.from({ length: n }, (_, i) => node(`sh_${i}`, i, (i % across) * cell.w, Math.floor(i / across) * cell.h));
  const arrows = around.map(
    ({ id }, i): Shape => ({
      ...base(n + i),
      id: `sh_a${i}`,
      type: 'arrow',
      ...middle,
      w: 0,
      h: 0,
      start: { shape_id: 'sh_hub' },
      end: { shape_id: id },
      end_head: 'arrow',
      route: 'straight',
    }),
  );
  return [...around, ...arrows, node('sh_hub', 2 * n, middle.x, middle.y)];
}
