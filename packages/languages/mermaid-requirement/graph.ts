import type { TextMeasurer } from '@autograph/geometry';
import type { LayoutGraph } from '@autograph/layout';
import { connectorEndRooms } from '@autograph/shapes/connector-ends.ts';
import { connectorLabelExtent } from '@autograph/shapes/connector-label.ts';
import { labelText } from '../mermaid/label.ts';
import { titleId } from '../mermaid/title.ts';
import type { Holding, Ids } from '../moves.ts';
import type { Relation, RequirementModel } from './model.ts';
import { itemSize, relationLook, shownItems } from './view.ts';

/** What the layouter has to place. */
export function requirementGraph(model: RequirementModel, measure: TextMeasurer): LayoutGraph {
  const group = model.title ? { group: titleId } : {};
  const text = labelText(model.title ?? '');
  const label = { w: Math.ceil(measure.width(text, { font: 'sans', size: 14, bold: true })) + 12, h: 18 };
  const sideways = model.direction === 'LR' || model.direction === 'RL';
  return {
    direction: model.direction,
    nodes: shownItems(model).map((item) => ({ id: item.name, ...itemSize(item, measure), ...group })),
    groups: model.title ? [{ id: titleId, label }] : [],
    edges: shownRelations(model).map((relation) => {
      const look = relationLook(relation, model);
      const label = connectorLabelExtent({ text: look.text }, measure);
      return { id: relation.id, from: relation.from, to: relation.to, label, ends: connectorEndRooms(look, sideways, measure) };
    }),
  };
}

/** Relations both of whose ends there are. */
export function shownRelations(model: RequirementModel): readonly Relation[] {
  const names = new Set(model.items.map(({ name }) => name));
  return model.relations.filter(({ from, to }) => names.has(from) && names.has(to));
}

export function requirementHolding(model: RequirementModel): Holding {
  return { parent: (id) => (model.title && id !== titleId ? titleId : undefined), edges: model.relations };
}

export function requirementIds(model: RequirementModel): Ids {
  return { named: shownItems(model).map(({ name }) => name), ordered: model.relations.map(({ id }) => id) };
}
