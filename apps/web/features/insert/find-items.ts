import type { Search } from '@autograph/icons';
import type { IconLibrary } from '@/features/icons/use-icon-library.ts';
import type { InsertItem } from './insert-items.tsx';

export interface InsertGroup {
  readonly name: string;
  readonly items: readonly InsertItem[];
}

interface Scored {
  readonly item: InsertItem;
  readonly score: number;
}

const mostIcons = 40;

/** What fits a query, in groups, the group with the best hit first; without one, what people reach for most. */
export function findItems(
  query: string,
  {
    search,
    icons,
    recent,
    toItem,
    browse,
  }: {
    readonly search: Search<InsertItem>;
    readonly icons: IconLibrary | undefined;
    readonly recent: readonly string[];
    readonly toItem: (icon: IconLibrary['entries'][number]) => InsertItem;
    readonly browse: InsertItem;
  },
): readonly InsertGroup[] {
  const searching = query.trim() !== '';
  const own = search(query, { limit: 60 });
  const found: readonly Scored[] = searching
    ? (icons?.search(query, { limit: mostIcons }) ?? []).map(({ item, score }) => ({ item: toItem(item), score }))
    : recent.flatMap((id) => icons?.byId.get(id) ?? []).map((icon) => ({ item: toItem(icon), score: 1 }));
  const groups = (['Shapes', 'Diagrams', 'Icons'] as const).map((name) => {
    const hits = (name === 'Icons' ? found : own).filter(({ item }) => item.group === name);
    return { name: name === 'Icons' && !searching ? 'Recent icons' : name, hits, best: hits[0]?.score ?? 0 };
  });
  const ordered = searching ? groups.toSorted((a, b) => b.best - a.best) : groups;
  const listed = ordered.filter(({ hits }) => hits.length > 0).map(({ name, hits }) => ({ name, items: hits.map(({ item }) => item) }));
  return [...listed, { name: searching ? '' : 'Icons', items: [browse] }];
}
