import type { TextMeasurer } from '@autograph/geometry';
import type { LayoutGraph } from '@autograph/layout';
import { layoutClass } from '@autograph/shapes/class-compartments.ts';
import { connectorEndRooms } from '@autograph/shapes/connector-ends.ts';
import { connectorLabelExtent } from '@autograph/shapes/connector-label.ts';
import { layoutTable } from '@autograph/shapes/entity-table.ts';
import { frameIconRoom } from '@autograph/shapes/frame-icon.ts';
import { nodeSize } from '@autograph/shapes/node/node-shape.ts';
import type { Holding, Ids } from '../moves.ts';
import type { Chart, ChartGroup, NodeLook } from './chart.ts';

/** What the layouter has to place. */
export function chartGraph({ direction, nodes, groups, edges }: Chart, measure: TextMeasurer): LayoutGraph {
  const within = (group: string | undefined) => (group === undefined ? {} : { group });
  const sideways = direction === 'LR' || direction === 'RL';
  return {
    direction,
    nodes: nodes.map(({ id, parent, look }) => ({ id, ...lookSize(look, measure), ...within(parent) })),
    groups: groups.map((group) => ({ id: group.id, label: titleSize(group, measure), ...within(group.parent) })),
    edges: edges.map(({ id, from, to, look }) => {
      const label = connectorLabelExtent({ text: look.text ?? '' }, measure);
      return { id, from, to, ...(label.w > 0 && { label }), ends: connectorEndRooms(look, sideways, measure) };
    }),
  };
}

/** Just enough room for what is shown, whole px. */
export function lookSize(look: NodeLook, measure: TextMeasurer): { readonly w: number; readonly h: number } {
  switch (look.type) {
    case 'node': {
      const { type: _, ...node } = look;
      return nodeSize(node, measure);
    }
    case 'entity':
      return sizeOf(layoutTable(look.text, look.rows, measure));
    case 'class-box':
      return sizeOf(layoutClass(look.text, look, measure));
  }
}

function sizeOf({ w, h }: { readonly w: number; readonly h: number }) {
  return { w, h };
}

function titleSize({ look }: ChartGroup, measure: TextMeasurer): { readonly w: number; readonly h: number } {
  const style = { font: 'sans', size: look.font_size ?? 14, bold: true } as const;
  return look.text === ''
    ? { w: 0, h: 0 }
    : {
        w: Math.ceil(measure.width(look.text, style)) + 12 + (look.icon === undefined ? 0 : frameIconRoom),
        h: Math.ceil(measure.lineHeight(style)),
      };
}

export function chartHolding({ nodes, groups, edges }: Chart): Holding {
  const parents = new Map([...nodes, ...groups].map(({ id, parent }) => [id, parent]));
  return { parent: (id) => parents.get(id), edges };
}

export function chartIds({ nodes, groups, edges }: Chart): Ids {
  return { named: [...nodes, ...groups].map(({ id }) => id), ordered: edges.map(({ id }) => id) };
}
