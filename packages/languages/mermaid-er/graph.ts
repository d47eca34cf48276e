import type { TextMeasurer } from '@autograph/geometry';
import type { LayoutGraph } from '@autograph/layout';
import { connectorEndRooms } from '@autograph/shapes/connector-ends.ts';
import { connectorLabelExtent } from '@autograph/shapes/connector-label.ts';
import { labelText } from '../mermaid/label.ts';
import { relationHeads } from './heads.ts';
import type { ErModel } from './model.ts';
import { entitySize, holders, tables } from './tables.ts';

/** What the layouter has to place. */
export function erGraph(model: ErModel, measure: TextMeasurer): LayoutGraph {
  const holder = holders(model);
  const groupOf = (id: string) => (holder.has(id) ? { group: holder.get(id) } : {});
  const sideways = model.direction === 'LR' || model.direction === 'RL';
  return {
    direction: model.direction,
    nodes: tables(model).map((entity) => ({ id: entity.name, ...entitySize(entity, measure), ...groupOf(entity.name) })),
    groups: model.groups.map(({ id, title, direction }) => ({
      id,
      ...groupOf(id),
      ...(direction && { direction }),
      label: { w: Math.ceil(measure.width(title, { font: 'sans', size: 14, bold: true })), h: title ? 18 : 0 },
    })),
    edges: model.relations.map((relation) => {
      const { id, from, to, role } = relation;
      const label = connectorLabelExtent({ text: labelText(role) }, measure);
      return { id, from, to, ...(label.w > 0 && { label }), ends: connectorEndRooms(relationHeads(relation), sideways, measure) };
    }),
  };
}
