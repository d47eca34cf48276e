import { Problem, type Range } from '../mermaid/cursor.ts';
import type { Alignment, ArchitectureModel, Edge, Thing } from './model.ts';

/** Deeper texts are no diagrams, and would only take time. */
const deepest = 100;

/** The model while the parser reads. */
export interface ArchitectureDraft {
  declare(thing: Thing): void;
  relate(edge: Omit<Edge, 'id'>): void;
  align(alignment: Alignment): void;
  entitle(title: string, range: Range): void;
  /** Throws a `Problem` at the first name that is used wrongly, as Mermaid does once the whole text is read. */
  check(): void;
  model(title: string | undefined): ArchitectureModel;
}

export function createDraft(): ArchitectureDraft {
  const things: Thing[] = [];
  const edges: Edge[] = [];
  const alignments: Alignment[] = [];
  const counts = new Map<string, number>();
  let title: { readonly title: string; readonly titleRange: Range } | undefined;
  const of = (kind: Thing['kind']) => things.filter((thing) => thing.kind === kind);

  return {
    declare: (thing) => void things.push(thing),
    relate(edge) {
      const id = edgeId(edge);
      const count = (counts.get(id) ?? 0) + 1;
      counts.set(id, count);
      edges.push({ ...edge, id: count === 1 ? id : `${id} (${count})` });
    },
    align: (alignment) => void alignments.push(alignment),
    entitle(said, titleRange) {
      title = { title: said, titleRange };
    },
    check() {
      const known = new Map<string, Thing>();
      const depths = new Map<string, number>();
      // In whatever order they stand, groups come first, then services, then junctions.
      for (const thing of [...of('group'), ...of('service'), ...of('junction')]) {
        checkThing(thing, known);
        known.set(thing.id, thing);
        const depth = thing.parent === undefined ? 0 : (depths.get(thing.parent) ?? 0) + 1;
        if (depth > deepest) throw new Problem(`Groups lie in each other no more than ${deepest} deep.`, thing.name);
        depths.set(thing.id, depth);
      }
      for (const edge of edges) checkEdge(edge, known);
      for (const alignment of alignments) checkAlignment(alignment, known);
    },
    model: (frontTitle) => ({
      ...(frontTitle ? { title: frontTitle } : {}),
      ...(title?.title ? title : {}),
      services: of('service'),
      junctions: of('junction'),
      groups: of('group'),
      edges,
      alignments,
    }),
  };
}

function edgeId({ from, to }: Pick<Edge, 'from' | 'to'>): string {
  return `${from.name.text}:${from.side} - ${to.side}:${to.name.text}`;
}

type Known = ReadonlyMap<string, Thing>;

function checkThing({ id, kind, parent, parentRange, name }: Thing, known: Known): void {
  const other = known.get(id);
  if (other) throw new Problem(`There is already a ${other.kind} called ${id}.`, name);
  if (parent === undefined) return;
  const at = parentRange ?? name;
  if (parent === id) throw new Problem('Nothing can be in itself.', at);
  const holder = known.get(parent);
  if (!holder) {
    throw new Problem(kind === 'group' ? `There is no group ${parent} above this one.` : `There is no group ${parent}.`, at);
  }
  if (holder.kind !== 'group') throw new Problem(`${parent} is no group but a ${holder.kind}.`, at);
}

function checkEdge({ from, to }: Edge, known: Known): void {
  const [start, end] = [from, to].map(({ name }) => {
    const found = known.get(name.text);
    if (!found) throw new Problem(`There is no service or junction called ${name.text}.`, name);
    if (found.kind === 'group') throw new Problem('An edge joins services or junctions. Put {group} behind one to end at its group.', name);
    return found;
  });
  const marked = [from, to].find(({ group }) => group);
  if (marked && start?.parent !== undefined && start.parent === end?.parent) {
    throw new Problem('Both ends are in the same group, so that the edge does not cross its border.', marked.groupRange);
  }
}

function checkAlignment({ members }: Alignment, known: Known): void {
  const seen = new Set<string>();
  for (const member of members) {
    const { kind } = known.get(member.text) ?? {};
    if (kind !== 'service' && kind !== 'junction') throw new Problem(`${member.text} is no service or junction.`, member);
    if (seen.has(member.text)) throw new Problem(`${member.text} is named twice.`, member);
    seen.add(member.text);
  }
}
