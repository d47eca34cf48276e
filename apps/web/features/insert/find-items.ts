import { plainWords, type Search } from '@autograph/icons';
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
  const own = searching ? ranked(query, search(query, { limit: 60 })) : search(query, { limit: 60 });
  const found: readonly Scored[] = toldApart(
    searching
      ? (icons?.search(query, { limit: mostIcons }) ?? []).map(({ item, score }) => ({ item: toItem(item), score }))
      : recent.flatMap((id) => icons?.byId.get(id) ?? []).map((icon) => ({ item: toItem(icon), score: 1 })),
  );
  const groups = (['Shapes', 'Diagrams', 'Icons'] as const).map((name) => {
    const hits = (name === 'Icons' ? found : own).filter(({ item }) => item.group === name);
    return { name: name === 'Icons' && !searching ? 'Recent icons' : name, hits, best: hits[0]?.score ?? 0 };
  });
  const ordered = searching ? groups.toSorted((a, b) => b.best - a.best) : groups;
  const listed = ordered.filter(({ hits }) => hits.length > 0).map(({ name, hits }) => ({ name, items: hits.map(({ item }) => item) }));
  return [...listed, { name: searching ? '' : 'Icons', items: [browse] }];
}

/** What a hit gains by its own name: no icon's name fits better. */
const ownName = 10;

/** As good as another name than its own is at most: icons that are called just so come first. */
const otherName = 3.5;

/** Shapes and diagrams that the query begins to name before those that only have it for another name. */
function ranked(query: string, hits: readonly Scored[]): readonly Scored[] {
  const compact = (text: string) => plainWords(text).join('');
  const begun = compact(query);
  return hits
    .map(({ item, score }) => ({ item, score: compact(item.title).startsWith(begun) ? ownName + score : Math.min(score, otherName) }))
    .toSorted((a, b) => b.score - a.score);
}

/** Icons of one name and set say what form they are; of what even so is the same, the first stays. */
function toldApart(found: readonly Scored[]): readonly Scored[] {
  const nameOf = ({ item }: Scored) => `${item.title}\n${item.lead}`.toLowerCase();
  const alike = Map.groupBy(found, nameOf);
  const told = found.map((hit) => {
    if ((alike.get(nameOf(hit))?.length ?? 0) < 2) return hit;
    const form = hit.item.id.endsWith('-icon') ? 'symbol' : 'logo';
    return { ...hit, item: { ...hit.item, lead: [hit.item.lead, form].filter(Boolean).join(', ') } };
  });
  const seen = new Set<string>();
  return told.filter((hit) => !seen.has(nameOf(hit)) && seen.add(nameOf(hit)));
}
