import type { IconEntry, IconKind, IconSet } from '@autograph/icons';
import { setNames } from './icon-names.ts';
import type { IconLibrary } from './use-icon-library.ts';

/** One line of the grid. */
export type GridRow = { readonly kind: 'heading'; readonly name: string; readonly count: number } | TileRow;

export interface TileRow {
  readonly kind: 'tiles';
  readonly icons: readonly IconEntry[];
}

export interface IconFilter {
  readonly query: string;
  readonly set: IconSet | 'all';
  readonly kind: IconKind | 'all';
  readonly favorites: boolean;
}

/** More than anyone looks through when searching. */
const mostHits = 400;

/** What the grid shows: hits best first while searching, else what was used last and then everything under headings. */
export function gridRows(
  library: IconLibrary,
  shelf: { readonly recent: readonly string[]; readonly favorites: readonly string[] },
  { query, set, kind, favorites }: IconFilter,
  columns: number,
): readonly GridRow[] {
  const starred = new Set(favorites ? shelf.favorites : []);
  const fits = (icon: IconEntry) =>
    (set === 'all' || icon.set === set) && (kind === 'all' || icon.kind === kind) && (!favorites || starred.has(icon.id));
  if (query.trim() !== '') {
    const hits = library.search(query, { limit: mostHits, accept: fits });
    return tileRows(
      hits.map(({ item }) => item),
      columns,
    );
  }
  const known = (ids: readonly string[]) => ids.flatMap((id) => library.byId.get(id) ?? []).filter(fits);
  if (favorites) return tileRows(known(shelf.favorites), columns);
  const recent = known(shelf.recent).slice(0, columns * 2);
  const sections = Object.entries(setNames).map(
    ([id, name]) => [name, library.entries.filter((icon) => icon.set === id && fits(icon))] as const,
  );
  return [['Recent', recent] as const, ...sections].flatMap(([name, icons]) =>
    icons.length > 0 ? [{ kind: 'heading' as const, name, count: icons.length }, ...tileRows(icons, columns)] : [],
  );
}

function tileRows(icons: readonly IconEntry[], columns: number): TileRow[] {
  return Array.from({ length: Math.ceil(icons.length / columns) }, (_, row) => ({
    kind: 'tiles',
    icons: icons.slice(row * columns, (row + 1) * columns),
  }));
}

/** A tile by its row and column. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

export function iconAt(rows: readonly GridRow[], cell: Cell | null): IconEntry | undefined {
  const row = cell ? rows[cell.row] : undefined;
  return row?.kind === 'tiles' ? row.icons[cell?.column ?? 0] : undefined;
}

export function firstCell(rows: readonly GridRow[]): Cell | null {
  const row = rows.findIndex(({ kind }) => kind === 'tiles');
  return row < 0 ? null : { row, column: 0 };
}

/** The tile that an arrow key leads to; headings are stepped over, and at an end it stays. */
export function cellBeside(rows: readonly GridRow[], from: Cell, key: string): Cell {
  const row = rows[from.row];
  if (row?.kind !== 'tiles') return from;
  if (key === 'ArrowRight' && from.column + 1 < row.icons.length) return { ...from, column: from.column + 1 };
  if (key === 'ArrowLeft' && from.column > 0) return { ...from, column: from.column - 1 };
  const down = key === 'ArrowDown' || key === 'ArrowRight';
  const step = down ? 1 : -1;
  let next = from.row + step;
  while (rows[next]?.kind === 'heading') next += step;
  const target = rows[next];
  if (target?.kind !== 'tiles') return from;
  if (key === 'ArrowRight') return { row: next, column: 0 };
  return { row: next, column: Math.min(key === 'ArrowLeft' ? Number.POSITIVE_INFINITY : from.column, target.icons.length - 1) };
}
