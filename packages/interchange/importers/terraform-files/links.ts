import type { Resource } from './resources.ts';

/** Who uses whom, both ends parts: directly, or through policies, rules and the like that both have to do with. */
export function linksOf(
  resources: readonly Resource[],
  byAddress: ReadonlyMap<string, Resource>,
): readonly (readonly [Resource, Resource])[] {
  const links: (readonly [Resource, Resource])[] = [];
  for (const from of resources) {
    if (from.role !== 'part') continue;
    for (const to of named(from, byAddress)) if (to.role === 'part') links.push([from, to]);
  }
  for (const { users, used } of bundles(resources, byAddress)) {
    const [first, ...others] = users.length > 0 ? [] : used;
    for (const from of users) for (const to of used) links.push([from, to]);
    for (const to of others) if (first) links.push([first, to]);
  }
  return links;
}

const named = ({ refersTo }: Resource, byAddress: ReadonlyMap<string, Resource>) =>
  refersTo.flatMap((address) => byAddress.get(address) ?? []);

interface Bundle {
  /** Parts that refer to it. */
  readonly users: readonly Resource[];
  /** Parts that it refers to. */
  readonly used: readonly Resource[];
}

interface Ends {
  readonly users: Resource[];
  readonly links: Resource[];
  readonly used: Resource[];
}

const emptyEnds = (): Ends => ({ users: [], links: [], used: [] });

/** Links that refer to each other, such as a role, its policy and what attaches it, together. */
function bundles(resources: readonly Resource[], byAddress: ReadonlyMap<string, Resource>): readonly Bundle[] {
  const neighbours = new Map(resources.map((resource) => [resource, emptyEnds()]));
  for (const from of resources)
    for (const to of named(from, byAddress)) {
      if (from.role === 'link' && to.role === 'part') neighbours.get(from)?.used.push(to);
      if (from.role === 'part' && to.role === 'link') neighbours.get(to)?.users.push(from);
      if (from.role === 'link' && to.role === 'link') {
        neighbours.get(from)?.links.push(to);
        neighbours.get(to)?.links.push(from);
      }
    }
  const seen = new Set<Resource>();
  const found: Bundle[] = [];
  for (const start of resources) {
    if (start.role !== 'link' || seen.has(start)) continue;
    seen.add(start);
    const members = [start];
    for (const member of members)
      for (const next of neighbours.get(member)?.links ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        members.push(next);
      }
    const all = (end: 'users' | 'used') => [...new Set(members.flatMap((member) => neighbours.get(member)?.[end] ?? []))];
    found.push({ users: all('users'), used: all('used') });
  }
  return found;
}
