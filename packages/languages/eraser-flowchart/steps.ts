import type { ChartKind } from '../eraser/chart-kind.ts';
import { iconId } from '../eraser/icons.ts';

/** Shapes by the names that Eraser gives them (https://docs.eraser.io/flow-chart-syntax), the usual ones first. */
const shapes: ReadonlyMap<string, string> = new Map([
  ['rectangle', 'rect'],
  ['oval', 'stadium'],
  ['diamond', 'diam'],
  ['cylinder', 'cyl'],
  ['document', 'doc'],
  ['ellipse', 'ellipse'],
  ['hexagon', 'hex'],
  ['parallelogram', 'lean-r'],
  ['trapezoid', 'trap-b'],
  ['triangle', 'tri'],
  ['circle', 'circle'],
  ['star', 'hex'],
]);

export const flowchart: ChartKind = {
  noun: 'step',
  outlines: { property: 'shape', values: shapes },
  look({ properties }) {
    const icon = properties.get('icon');
    const shape = properties.get('shape');
    if (icon !== undefined && (shape === undefined || shape === 'rectangle'))
      return { icon: iconId(icon), icon_form: 'rounded', icon_size: 32 };
    return { outline: shapes.get(shape ?? '') ?? 'rect' };
  },
};
