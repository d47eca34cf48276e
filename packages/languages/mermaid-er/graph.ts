import type { TextMeasurer } from '@autograph/geometry';
import type { LayoutGraph } from '@autograph/layout';
import { connectorLabelExtent } from '@autograph/shapes/connector-label.ts';
import { labelText } from '../mermaid/label.ts';
import type { ErModel } from './model.ts';
import { entitySize, holders, tables } from './tables.ts';

/** Room that crow's feet need at both ends besides the label, px. */
const feet = 56;

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
    edges: model.relations.map(({ id, from, to, role }) => {
      const { w, h } = connectorLabelExtent({ text: labelText(role) }, measure);
      return { id, from, to, label: sideways ? { w: w + feet, h } : { w, h: h + feet } };
    }),
  };
}
