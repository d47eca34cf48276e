import type { TextPatch } from '@autograph/editor';
import type { Range } from '../mermaid/cursor.ts';
import { wholeLine } from '../mermaid/lines.ts';
import { parentIn } from './graph.ts';
import type { C4Model } from './model.ts';

/** What goes when things are taken out: a boundary with all in it, an element with its relations, a boundary that would be empty. */
export function goneWith(model: C4Model, ids: ReadonlySet<string>): ReadonlySet<string> {
  const parent = parentIn(model);
  const things = [...model.elements, ...model.boundaries];
  const gone = new Set(ids);
  const isInside = (id: string) => {
    for (let at: string | undefined = id; at !== undefined; at = parent(at)) if (gone.has(at)) return true;
    return false;
  };
  for (let size = -1; size !== gone.size; ) {
    size = gone.size;
    for (const { alias } of things) if (isInside(alias)) gone.add(alias);
    for (const { id, from, to } of model.relations) if (gone.has(from) || gone.has(to)) gone.add(id);
    for (const boundary of model.boundaries)
      if (!gone.has(boundary.alias) && isEmptied(model, boundary.ranges, gone)) gone.add(boundary.alias);
  }
  return gone;
}

/** Whether all that stands in these stretches goes, and something does. */
function isEmptied({ elements, boundaries, relations, styles }: C4Model, ranges: readonly Range[], gone: ReadonlySet<string>): boolean {
  const named = [...elements, ...boundaries].flatMap(({ alias, calls }) => calls.map((call) => ({ id: alias, call })));
  const related = relations.flatMap(({ id, calls }) => calls.map((call) => ({ id, call })));
  const all = [...named, ...related, ...styles.map(({ about, call }) => ({ id: about, call }))];
  return ranges.some((range) => {
    const inside = all.filter(({ call }) => call.from > range.from && call.to <= range.to);
    return inside.length > 0 && inside.every(({ id }) => gone.has(id));
  });
}

/** Takes the lines of what goes out of the text. */
export function takenOut(model: C4Model, source: string, gone: ReadonlySet<string>): readonly TextPatch[] {
  const bodies = model.boundaries.filter(({ alias }) => gone.has(alias)).flatMap(({ ranges }) => ranges);
  const calls: readonly Range[] = [
    ...model.elements.filter(({ alias }) => gone.has(alias)).flatMap((element) => element.calls),
    ...model.relations.filter(({ id }) => gone.has(id)).flatMap((relation) => relation.calls),
    ...model.styles.filter(({ about }) => gone.has(about)).map(({ call }) => call),
  ];
  const isInBody = ({ from, to }: Range) => bodies.some((body) => from > body.from && to <= body.to);
  return [...bodies, ...calls].filter((range) => !isInBody(range)).map((range) => wholeLine(source, range));
}
