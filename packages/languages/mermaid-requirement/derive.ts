import { type Block, keysBetween } from '@autograph/document';
import type { Derivation } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import type { ClassShape } from '@autograph/shapes/class-compartments.ts';
import { type Connector, connector, derivedBase, placeIn } from '../connector.ts';
import type { Range } from '../mermaid/cursor.ts';
import { labelText } from '../mermaid/label.ts';
import { titleId } from '../mermaid/title.ts';
import { placedBoxes } from '../placed-boxes.ts';
import { requirementGraph, shownRelations } from './graph.ts';
import type { RequirementModel } from './model.ts';
import { itemContents, itemLook, itemName, relationLook, shownItems } from './view.ts';

/** Requirements, elements and relations, as far as they are placed. */
export function deriveRequirements(
  model: RequirementModel,
  block: Block,
  measure: TextMeasurer,
): Pick<Derivation, 'shapes' | 'unplaced' | 'ranges'> {
  const graph = requirementGraph(model, measure);
  const boxes = placedBoxes(graph, block.layout);
  const holder = model.title ? titleId : undefined;
  const frame = boxes.get(titleId);
  const shapes: readonly Connector[] = [
    ...(frame
      ? [{ ...derivedBase(block, titleId), ...frame, type: 'frame', text: labelText(model.title ?? ''), stroke: 'grey' as const }]
      : []),
    ...shownItems(model).flatMap((item): readonly Omit<ClassShape, 'index'>[] => {
      const box = boxes.get(item.name);
      if (!box) return [];
      const look = { type: 'class-box', text: itemName(item), ...itemContents(item, measure), ...itemLook(item, model) };
      return [{ ...look, ...derivedBase(block, item.name), ...placeIn(block, box, holder, boxes) }];
    }),
    ...shownRelations(model).flatMap((relation) =>
      connector({ id: relation.id, from: relation.from, to: relation.to, look: relationLook(relation, model) }, block, boxes),
    ),
  ];
  const keys = keysBetween(null, null, shapes.length);
  const named = [...graph.nodes, ...graph.groups, ...graph.edges].map(({ id }) => id);
  return {
    shapes: shapes.map((shape, at) => ({ ...shape, index: keys[at] ?? 'a0' })),
    unplaced: named.filter((id) => !block.layout[id]),
    ranges: new Map([
      ...shownItems(model).map(({ name, range }): [string, Range] => [name, range]),
      ...model.relations.map(({ id, range }): [string, Range] => [id, range]),
    ]),
  };
}
