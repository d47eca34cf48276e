import type { TextMeasurer } from '@autograph/geometry';
import type { LayoutGraph } from '@autograph/layout';
import { connectorLabelExtent } from '@autograph/shapes/connector-label.ts';
import { labelText } from '../mermaid/label.ts';
import { titleId } from '../mermaid/title.ts';
import type { Holding, Ids } from '../moves.ts';
import { withoutCircles } from '../without-circles.ts';
import type { Boundary, C4Model, Relation } from './model.ts';
import { boundaryText, elementSize, numberOf, relationText } from './view.ts';

const parents = new WeakMap<C4Model, ReadonlyMap<string, string>>();

/** What holds an element or a boundary. */
export function parentIn(model: C4Model): (id: string) => string | undefined {
  const written = [...model.elements, ...model.boundaries].flatMap(({ alias, parent }) =>
    parent === undefined ? [] : [[alias, parent] as const],
  );
  const known = parents.get(model) ?? withoutCircles(new Map(written));
  parents.set(model, known);
  return (id) => (id === titleId ? undefined : (known.get(id) ?? (model.title.trim() ? titleId : undefined)));
}

/** Boundaries, outer ones first. */
export function nested(model: C4Model): readonly Boundary[] {
  const parent = parentIn(model);
  const depth = (id: string): number => {
    const outer = parent(id);
    return outer === undefined ? 0 : 1 + depth(outer);
  };
  return model.boundaries.toSorted((a, b) => depth(a.alias) - depth(b.alias));
}

/** Relations both of whose ends there are. */
export function shownRelations({ elements, boundaries, relations }: C4Model): readonly Relation[] {
  const ids = new Set([...elements, ...boundaries].map(({ alias }) => alias));
  return relations.filter(({ from, to }) => ids.has(from) && ids.has(to));
}

/** What the layouter has to place. */
export function c4Graph(model: C4Model, measure: TextMeasurer): LayoutGraph {
  const parent = parentIn(model);
  const within = (id: string) => {
    const group = parent(id);
    return group === undefined ? {} : { group };
  };
  const label = (text: string) => ({ w: Math.ceil(measure.width(text, { font: 'sans', size: 14, bold: true })) + 12, h: 18 });
  const boundaries = new Set(model.boundaries.map(({ alias }) => alias));
  return {
    direction: 'TB',
    nodes: model.elements
      .filter(({ alias }) => !boundaries.has(alias))
      .map((element) => ({ id: element.alias, ...elementSize(element, measure), ...within(element.alias) })),
    groups: [
      ...(model.title.trim() ? [{ id: titleId, label: label(labelText(model.title)) }] : []),
      ...nested(model).map((boundary) => ({ id: boundary.alias, label: label(boundaryText(boundary)), ...within(boundary.alias) })),
    ],
    edges: shownRelations(model).map((relation) => {
      const room = connectorLabelExtent({ text: relationText(relation, numberOf(relation, model)) }, measure);
      return { id: relation.id, from: relation.from, to: relation.to, ...(room.w > 0 && { label: room }) };
    }),
  };
}

export function c4Holding(model: C4Model): Holding {
  return { parent: parentIn(model), edges: model.relations };
}

export function c4Ids({ elements, boundaries, relations }: C4Model): Ids {
  return { named: [...elements, ...boundaries].map(({ alias }) => alias), ordered: relations.map(({ id }) => id) };
}
