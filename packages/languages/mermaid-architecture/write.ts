import type { Architecture, ArchitectureGroup, ArchitectureLink } from '../architecture-sketch.ts';
import { plainIcon, plainTitle, uniqueIds } from './plain-words.ts';

/** The architecture as Mermaid's `architecture-beta`: groups with something in them, what is in them, then who calls whom. */
export function writeArchitecture({ groups, nodes, links }: Architecture): { readonly language: string; readonly source: string } {
  const ordered = parentsFirst(used(groups, nodes));
  const ids = uniqueIds([...ordered, ...nodes].map(({ key, title }) => ({ key, wanted: title })));
  const line = (word: string, { key, title, icon, within }: ArchitectureGroup) => {
    const parent = within === undefined ? undefined : ids.get(within);
    return `    ${word} ${ids.get(key)}(${plainIcon(icon)})[${plainTitle(title)}]${parent === undefined ? '' : ` in ${parent}`}`;
  };
  const lines = [...ordered.map((group) => line('group', group)), ...nodes.map((node) => line('service', node))];
  for (const link of withoutReturns(links)) lines.push(`    ${linkSource(link, ids)}`);
  return { language: 'mermaid', source: `architecture-beta\n${lines.join('\n')}\n` };
}

interface TwoWay extends ArchitectureLink {
  readonly both?: boolean;
}

function linkSource({ from, to, kind, label, both }: TwoWay, ids: ReadonlyMap<string, string>): string {
  const [out, into] = kind === 'calls' ? ['R', 'L'] : ['B', 'T'];
  const head = kind === 'calls' ? '>' : '';
  const line = label ? `-[${plainTitle(label)}]-` : '--';
  return `${ids.get(from)}:${out} ${both ? '<' : ''}${line}${head} ${into}:${ids.get(to)}`;
}

/** Of two that call each other one link with two heads: nothing can stand both left and right of another. */
function withoutReturns(links: readonly ArchitectureLink[]): readonly TwoWay[] {
  const kept = new Map<string, TwoWay>();
  for (const link of links) {
    const back = JSON.stringify([link.to, link.from]);
    const forth = kept.get(back);
    if (!forth) kept.set(JSON.stringify([link.from, link.to]), link);
    else if (link.kind === 'calls') {
      const label = [...new Set([forth.label, link.label].filter(Boolean))].join(', ');
      kept.set(back, { ...forth, kind: 'calls', both: forth.kind === 'calls', label });
    }
  }
  return [...kept.values()];
}

/** Groups that hold something, though it be deep inside. */
function used(groups: readonly ArchitectureGroup[], nodes: Architecture['nodes']): readonly ArchitectureGroup[] {
  const byKey = new Map(groups.map((group) => [group.key, group]));
  const filled = new Set<string>();
  for (const { within } of nodes)
    for (let key = within; key !== undefined && !filled.has(key) && byKey.has(key); key = byKey.get(key)?.within) filled.add(key);
  return groups.filter(({ key }) => filled.has(key));
}

/** Each group after the one that it stands in; groups that stand in each other stand in none. */
function parentsFirst(groups: readonly ArchitectureGroup[]): readonly ArchitectureGroup[] {
  const inside = Map.groupBy(groups, ({ within }) => (groups.some(({ key }) => key === within) ? within : undefined));
  const ordered: ArchitectureGroup[] = [];
  const placed = new Set<string>();
  const place = (group: ArchitectureGroup) => {
    if (placed.has(group.key)) return;
    placed.add(group.key);
    ordered.push(group);
    for (const child of inside.get(group.key) ?? []) place(child);
  };
  for (const group of inside.get(undefined) ?? []) place(group);
  for (const group of groups) if (!placed.has(group.key)) place({ ...group, within: undefined });
  return ordered;
}
