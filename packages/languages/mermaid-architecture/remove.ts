import type { TextPatch } from '@autograph/editor';
import { wholeLine } from '../mermaid/lines.ts';
import { architectureHolding, nodesOf } from './graph.ts';
import type { Alignment, ArchitectureModel } from './model.ts';

/** What goes with things: all that is in groups, and edges that lose an end. */
export function goneWith(model: ArchitectureModel, ids: ReadonlySet<string>): ReadonlySet<string> {
  const { parent } = architectureHolding(model);
  const isGone = (id: string): boolean => {
    for (let at: string | undefined = id; at !== undefined; at = parent(at)) if (ids.has(at)) return true;
    return false;
  };
  const things = [...nodesOf(model), ...model.groups].map(({ id }) => id).filter(isGone);
  const edges = model.edges.filter(({ id, from, to }) => ids.has(id) || isGone(from.name.text) || isGone(to.name.text));
  return new Set([...things, ...edges.map(({ id }) => id)]);
}

/** Takes lines of things and edges out, and names out of alignments: the whole line when fewer than two are left. */
export function takenOut(model: ArchitectureModel, source: string, gone: ReadonlySet<string>): readonly TextPatch[] {
  const lines = [...nodesOf(model), ...model.groups, ...model.edges].filter(({ id }) => gone.has(id));
  return [
    ...lines.map(({ range }) => wholeLine(source, range)),
    ...model.alignments.flatMap((alignment) => fewer(alignment, source, gone)),
  ];
}

function fewer({ members, range }: Alignment, source: string, gone: ReadonlySet<string>): readonly TextPatch[] {
  const out = members.filter(({ text }) => gone.has(text));
  if (out.length === 0) return [];
  if (members.length - out.length < 2) return [wholeLine(source, range)];
  return out.map(({ from, to }) => ({ from: from - (/[\t ]+$/.exec(source.slice(0, from))?.[0].length ?? 0), to, insert: '' }));
}
