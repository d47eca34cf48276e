import type { ArrowHead, Shape } from '@autograph/document';
import type { NodeLook } from '../chart/chart.ts';
import type { Connector } from '../connector.ts';
import { outlineTone } from '../outline-tone.ts';
import { dotColour } from './colour.ts';
import { labelText } from './label.ts';
import type { Cluster, Edge, Node, Values } from './model.ts';
import { recordParts } from './record.ts';
import { outlineOf } from './vocabulary.ts';

type Style = Omit<Partial<Shape>, 'type' | 'text'>;

export function stylesOf(values: Values): readonly string[] {
  return (values.get('style')?.text ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

export const isRecord = ({ values }: Pick<Node, 'values'>): boolean => /^M?record$/.test(values.get('shape')?.text ?? '');

/** Lines and letters; what only the styles of lines say. */
function lineStyle(values: Values): Style {
  const styles = stylesOf(values);
  const [colour, letters] = [dotColour(values.get('color')?.text), dotColour(values.get('fontcolor')?.text)];
  const width = Number.parseFloat(values.get('penwidth')?.text ?? '');
  const size = Number.parseFloat(values.get('fontsize')?.text ?? '');
  return {
    ...(colour && { stroke: colour }),
    ...(letters && letters !== 'none' && { text_color: letters }),
    ...(styles.includes('dashed') && { stroke_style: 'dashed' as const }),
    ...(styles.includes('dotted') && { stroke_style: 'dotted' as const }),
    ...(styles.includes('bold') && { stroke_width: 3 }),
    ...(width >= 0 && { stroke_width: Math.min(100, width) }),
    ...(size >= 8 && size <= 72 && { font_size: size }),
    ...(styles.some((word) => word === 'invis' || word === 'invisible') && { hidden: true }),
  };
}

function boxStyle(values: Values): Style {
  const isFilled = stylesOf(values).some((word) => word === 'filled' || word === 'radial');
  const fill = isFilled ? dotColour((values.get('fillcolor') ?? values.get('color') ?? { text: 'lightgrey' }).text) : undefined;
  return { ...lineStyle(values), ...(fill && { fill, fill_style: 'solid' as const }) };
}

/** What a node's attributes make of its shape: everything but where it is. */
export function nodeLook(node: Node, graph: string): NodeLook {
  const { values } = node;
  const label = values.get('label') ?? { text: '\\N', html: false };
  const shape = values.get('shape')?.text ?? 'ellipse';
  const style = boxStyle(values);
  const names = { own: node.id, graph };
  if (isRecord(node) && !label.html) {
    const { title, attributes, methods } = recordParts(label.text.replaceAll('\\N', node.id).replaceAll('\\G', graph));
    const listed = (lines: readonly string[]) => lines.map((text) => ({ text }));
    return {
      type: 'class-box',
      text: title,
      stereotypes: [],
      attributes: listed(attributes),
      methods: listed(methods),
      compact: true,
      ...style,
    };
  }
  const outline = outlineOf(shape, stylesOf(values));
  const text = shape === 'point' ? '' : labelText(label, names);
  return { type: 'node', text, outline, ...outlineTone(outline), ...style };
}

export function clusterLook({ values, name }: Cluster, graph: string) {
  const label = values.get('label');
  const background = dotColour(values.get('bgcolor')?.text);
  const pen = dotColour(values.get('pencolor')?.text);
  const text = label ? labelText(label, { own: name, graph: name || graph }) : '';
  return { text, ...boxStyle(values), ...(background && { fill: background, fill_style: 'solid' as const }), ...(pen && { stroke: pen }) };
}

const heads: Readonly<Record<string, ArrowHead>> = {
  normal: 'triangle',
  none: 'none',
  vee: 'arrow',
  open: 'arrow',
  empty: 'triangle_open',
  onormal: 'triangle_open',
  inv: 'triangle',
  dot: 'circle',
  odot: 'circle_open',
  diamond: 'diamond',
  odiamond: 'diamond_open',
  ediamond: 'diamond_open',
  box: 'bar',
  obox: 'bar',
  tee: 'bar',
  crow: 'many',
  crowtee: 'one_or_many',
  crowodot: 'zero_or_many',
  teetee: 'only_one',
  teeodot: 'zero_or_one',
};

/** The name that is written for a mark. */
export function headName(head: string): string | undefined {
  return Object.keys(heads).find((name) => heads[name] === head);
}

/** `forward`, `back`, `both` or `none`: at which ends an edge has marks. */
export function directionOf(values: Values, directed: boolean): string {
  return values.get('dir')?.text ?? (directed ? 'forward' : 'none');
}

export function edgeLook(edge: Edge, directed: boolean, graph: string): Partial<Connector> {
  const { values, from, to } = edge;
  const names = { own: `${from}${directed ? '->' : '--'}${to}`, graph };
  const words = (name: string) => {
    const value = values.get(name);
    return value ? labelText(value, names) : '';
  };
  const direction = directionOf(values, directed);
  const head = (name: string, shown: boolean): ArrowHead => (shown ? (heads[values.get(name)?.text ?? 'normal'] ?? 'triangle') : 'none');
  const text = words('label') || words('xlabel');
  return {
    ...(text !== '' && { text }),
    start_head: head('arrowtail', direction === 'back' || direction === 'both'),
    end_head: head('arrowhead', direction === 'forward' || direction === 'both'),
    ...(words('taillabel') !== '' && { start_label: words('taillabel') }),
    ...(words('headlabel') !== '' && { end_label: words('headlabel') }),
    ...lineStyle(values),
  };
}
