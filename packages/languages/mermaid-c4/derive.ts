import { type Block, keysBetween } from '@autograph/document';
import type { Derivation } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import { type Connector, connector, derivedBase, placeIn } from '../connector.ts';
import type { Range } from '../mermaid/cursor.ts';
import { labelText } from '../mermaid/label.ts';
import { titleId } from '../mermaid/title.ts';
import { placedBoxes } from '../placed-boxes.ts';
import { titleSides } from '../title-side.ts';
import { c4Graph, nested, parentIn, shownRelations } from './graph.ts';
import type { C4Model } from './model.ts';
import { boundaryLook, elementLook, relationLook } from './view.ts';

type Look = Omit<Partial<Connector>, 'type'> & { readonly type: string };

/** Boundaries outermost first, then elements and relations, as far as they are placed. */
export function deriveC4(model: C4Model, block: Block, measure: TextMeasurer): Pick<Derivation, 'shapes' | 'unplaced' | 'ranges'> {
  const graph = c4Graph(model, measure);
  const boxes = placedBoxes(graph, block.layout);
  const parent = parentIn(model);
  const labels = new Map(graph.groups.map(({ id, label }) => [id, label]));
  const titleSide = titleSides(model.relations.flatMap(({ id }) => block.layout[id] ?? []));
  const placed = (id: string, look: Look): readonly Connector[] => {
    const box = boxes.get(id);
    const label = labels.get(id);
    const text_align = box && label && titleSide(box, label);
    const aligned = text_align ? { text_align } : {};
    return box ? [{ ...look, ...aligned, ...derivedBase(block, id), ...placeIn(block, box, parent(id), boxes) }] : [];
  };
  const named = new Set(graph.nodes.map(({ id }) => id));
  const shapes: readonly Connector[] = [
    ...(labels.has(titleId) ? placed(titleId, { type: 'frame', text: labelText(model.title), stroke: 'grey' }) : []),
    ...nested(model).flatMap((boundary) => placed(boundary.alias, { type: 'frame', ...boundaryLook(boundary) })),
    ...model.elements
      .filter(({ alias }) => named.has(alias))
      .flatMap((element) => placed(element.alias, { type: 'node', ...elementLook(element) })),
    ...shownRelations(model).flatMap((relation) =>
      connector({ id: relation.id, from: relation.from, to: relation.to, look: relationLook(relation, model) }, block, boxes),
    ),
  ];
  const keys = keysBetween(null, null, shapes.length);
  return {
    shapes: shapes.map((shape, at) => ({ ...shape, index: keys[at] ?? 'a0' })),
    unplaced: [...graph.nodes, ...graph.groups, ...graph.edges].map(({ id }) => id).filter((id) => !block.layout[id]),
    ranges: rangesOf(model),
  };
}

function rangesOf({ elements, boundaries, relations }: C4Model): ReadonlyMap<string, Range> {
  const ranges = new Map<string, Range>();
  for (const { alias, calls } of [...elements, ...boundaries]) {
    const call = calls.at(-1);
    if (call) ranges.set(alias, { from: call.from, to: call.to });
  }
  for (const { id, calls } of relations) {
    const call = calls.at(-1);
    if (call) ranges.set(id, { from: call.from, to: call.to });
  }
  return ranges;
}
