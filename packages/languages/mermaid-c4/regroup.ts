import type { Block } from '@autograph/document';
import type { RegroupEdit, StructureChange, TextPatch } from '@autograph/editor';
import type { Refusal } from '../language.ts';
import type { Range } from '../mermaid/cursor.ts';
import { firstThatFits, sameForm } from '../mermaid/first-that-fits.ts';
import { indentAt, indented, insertAfter, wholeLine } from '../mermaid/lines.ts';
import { normalForm } from './answer.ts';
import { parentIn } from './graph.ts';
import type { Boundary, C4Model, Element } from './model.ts';
import { parseC4 } from './parse.ts';

/** Writes that an element or boundary belongs to another boundary, or to none: its lines go there. */
export function regroupElement(model: C4Model, block: Block, { node_id, group }: RegroupEdit): StructureChange | Refusal {
  const moved = [...model.boundaries, ...model.elements].find(({ alias }) => alias === node_id);
  const into = model.boundaries.find(({ alias }) => alias === group);
  if (!moved) return { refused: 'Only what a C4 diagram draws as a box or a boundary can be moved into a boundary.' };
  if (into && isInside(model, into.alias, node_id)) return { refused: 'A boundary cannot go into itself.' };
  if (moved.parent === into?.alias) return { patches: [], layout: {} };
  const form = normalForm(model);
  const there = <Thing extends { readonly alias: string; readonly parent: string }>(thing: Thing) =>
    thing.alias === node_id ? { ...thing, parent: into?.alias ?? 'global' } : thing;
  const wanted = { ...form, elements: form.elements.map(there), boundaries: form.boundaries.map(there) };
  const fit = firstThatFits(block.source, parseC4, ways(model, block.source, moved, into), (after) => sameForm(normalForm(after), wanted));
  return fit
    ? { patches: fit.patches, layout: {} }
    : { refused: 'This cannot leave its boundary without changing more of the text. A boundary needs something in it.' };
}

function isInside(model: C4Model, id: string, outer: string): boolean {
  const parent = parentIn(model);
  for (let at: string | undefined = id; at !== undefined; at = parent(at)) if (at === outer) return true;
  return false;
}

const rangesOf = (thing: Element | Boundary): readonly Range[] => ('ranges' in thing ? thing.ranges : thing.calls);

/** Behind what stands in the other boundary already, or behind the outermost boundary that it leaves. */
function* ways(model: C4Model, source: string, moved: Element | Boundary, into: Boundary | undefined): Iterable<readonly TextPatch[]> {
  const own = rangesOf(moved);
  const siblings = [...model.elements, ...model.boundaries].filter((thing) => thing !== moved && thing.parent === into?.alias);
  const left = model.boundaries.filter(({ parent }) => parent === into?.alias).flatMap(({ ranges }) => ranges);
  const home = left.find(({ from, to }) => own.some((range) => range.from > from && range.to < to));
  const last = siblings.flatMap(rangesOf).toSorted((a, b) => b.to - a.to)[0];
  for (const anchor of [home, last]) {
    if (!anchor) continue;
    const lines = own.map((range) => indented(source, range, indentAt(source, anchor.from)));
    yield [...own.map((range) => wholeLine(source, range)), ...lines.map((line) => insertAfter(source, anchor, line))];
  }
}
