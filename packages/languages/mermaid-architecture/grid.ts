import type { Cell } from './sides.ts';

/** That one thing stands a step from another: `{x: 1, y: 0}` is right of it. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly step: Cell;
}

const key = ({ x, y }: Cell) => `${x},${y}`;

/**
 * A cell of its own for each thing, such that linked ones stand as their links say as far as these do not contradict each other, the
 * earlier link first. Things that one thing has on the same side stand side by side. `near` tells where things that no link ties to the
 * rest belong, in cells of its own.
 */
export function cellsFor(
  ids: readonly string[],
  links: readonly Link[],
  near: (id: string) => (Cell & { readonly part: number }) | undefined = () => undefined,
): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  const taken = new Set<string>();
  const neighbours = new Map<string, { readonly id: string; readonly step: Cell }[]>(ids.map((id) => [id, []]));
  for (const { from, to, step } of links) {
    neighbours.get(from)?.push({ id: to, step });
    neighbours.get(to)?.push({ id: from, step: { x: -step.x, y: -step.y } });
  }
  const put = (id: string, wanted: Cell, along: 'x' | 'y') => {
    let cell = wanted;
    for (let i = 1; taken.has(key(cell)); i++) {
      const aside = (i % 2 === 1 ? 1 : -1) * Math.ceil(i / 2);
      cell = along === 'x' ? { x: wanted.x + aside, y: wanted.y } : { x: wanted.x, y: wanted.y + aside };
    }
    taken.add(key(cell));
    cells.set(id, cell);
  };
  const spread = (first: string) => {
    const queue = [first];
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      const at = cells.get(id) ?? { x: 0, y: 0 };
      const sides = new Map<string, { readonly ids: Set<string>; readonly step: Cell }>();
      for (const next of neighbours.get(id) ?? []) {
        if (cells.has(next.id)) continue;
        const side = sides.get(key(next.step)) ?? { ids: new Set(), step: next.step };
        side.ids.add(next.id);
        sides.set(key(next.step), side);
      }
      for (const { ids: beside, step } of sides.values()) {
        const along = step.x !== 0 ? 'y' : 'x';
        const before = Math.floor((beside.size - 1) / 2);
        [...beside].forEach((next, i) => {
          if (cells.has(next)) return;
          const aside = i - before;
          const wanted = { x: at.x + step.x + (along === 'x' ? aside : 0), y: at.y + step.y + (along === 'y' ? aside : 0) };
          put(next, wanted, along);
          queue.push(next);
        });
      }
    }
  };
  const alone = new Set(ids.filter((id) => neighbours.get(id)?.length === 0 && !near(id)));
  const width = Math.ceil(Math.sqrt(alone.size));
  for (const id of ids) {
    if (cells.has(id) || alone.has(id)) continue;
    put(id, firstCell(id, cells, near), 'y');
    spread(id);
  }
  const right = [...cells.values()].reduce((most, { x }) => Math.max(most, x + 1), 0);
  for (const [i, id] of [...alone].entries()) put(id, { x: right + (i % width), y: Math.floor(i / width) }, 'y');
  return packed(cells);
}

/** Where something belongs among what has a cell, if `near` knows; else right of it all. */
function firstCell(
  id: string,
  cells: ReadonlyMap<string, Cell>,
  near: (id: string) => (Cell & { readonly part: number }) | undefined,
): Cell {
  const own = near(id);
  for (const [other, cell] of cells) {
    const known = near(other);
    if (own && known && own.part === known.part) return { x: cell.x + own.x - known.x, y: cell.y + own.y - known.y };
  }
  return { x: [...cells.values()].reduce((most, { x }) => Math.max(most, x + 1), 0), y: 0 };
}

/** Without empty columns and rows, from 0 on. */
function packed(cells: ReadonlyMap<string, Cell>): ReadonlyMap<string, Cell> {
  const ranks = (axis: 'x' | 'y') =>
    new Map([...new Set([...cells.values()].map((cell) => cell[axis]))].sort((a, b) => a - b).map((value, rank) => [value, rank] as const));
  const [columns, rows] = [ranks('x'), ranks('y')];
  return new Map([...cells].map(([id, { x, y }]) => [id, { x: columns.get(x) ?? 0, y: rows.get(y) ?? 0 }]));
}
