import type { ArrowHead, Color, Shape } from '@autograph/document';
import type { TextMeasurer } from '@autograph/geometry';
import { type NodeShape, nodeSize } from '@autograph/shapes/node/node-shape.ts';
import type { Connector } from '../connector.ts';
import { cssColor } from '../css-color.ts';
import { labelText } from '../mermaid/label.ts';
import type { Boundary, C4Model, Element, Relation, Said } from './model.ts';
import { outlineOf } from './words.ts';

const kindNames: Readonly<Record<string, string>> = {
  person: 'Person',
  system: 'Software System',
  container: 'Container',
  component: 'Component',
};

/** The colours by which the levels of C4 are known (https://c4model.com/diagrams/notation). */
const tones: Readonly<Record<string, readonly [fill: Color, stroke: Color]>> = {
  person: ['#08427b', '#073b6f'],
  system: ['#1168bd', '#0e5aa5'],
  container: ['#438dd5', '#3c7fc0'],
  component: ['#85bbf0', '#78a8d8'],
  external_person: ['#686868', '#5a5a5a'],
  external: ['#8a8a8a', '#777777'],
};

interface Kind {
  readonly external: boolean;
  /** `container` */
  readonly level: string;
}

function kindOf(type: string): Kind {
  const [, external, level = 'system'] = /^(external_)?([a-z]+?)(?:_(?:db|queue))?$/.exec(type) ?? [];
  return { external: external !== undefined, level };
}

/** The words of an element, line by line: its name, what it is, what it does. */
export function elementText({ said, type }: Pick<Element, 'said' | 'type'>): string {
  const name = labelText(said.get('label') ?? '');
  const techn = labelText(said.get('techn') ?? '');
  const descr = labelText(said.get('descr') ?? '');
  const kind = kindNames[kindOf(type).level] ?? '';
  const bold = name.split('\n').map((line) => (line === '' ? '' : `**${line}**`));
  return [...bold, `*[${kind}${techn ? `: ${techn}` : ''}]*`, ...(descr ? ['', descr] : [])].join('\n');
}

export function elementLook(element: Element): Omit<Partial<NodeShape>, 'type'> {
  const { external, level } = kindOf(element.type);
  const [fill, stroke] = tones[external ? (level === 'person' ? 'external_person' : 'external') : level] ?? ['#1168bd', '#0e5aa5'];
  return {
    ...{
      outline: outlineOf(element.type),
      text: elementText(element),
      markdown: true,
      font_size: 13,
      fill,
      fill_style: 'solid',
      stroke,
      stroke_width: 1.5,
    },
    ...colours(element.said),
  };
}

/** px */
export function elementSize(element: Element, measure: TextMeasurer) {
  return nodeSize(elementLook(element), measure);
}

function colours(said: Said): Pick<Shape, 'fill' | 'stroke' | 'text_color'> {
  const [fill, text_color, stroke] = ['bgColor', 'fontColor', 'borderColor'].map((name) => cssColor(said.get(name) ?? ''));
  return { ...(fill && { fill }), ...(text_color && { text_color }), ...(stroke && { stroke }) };
}

/** A boundary's name, and in brackets what it is. */
export function boundaryText({ said }: Pick<Boundary, 'said'>): string {
  const type = labelText(said.get('type') ?? '').replace(/\s+/g, ' ');
  const name = labelText(said.get('label') ?? '').replace(/\s+/g, ' ');
  return type ? `${name} [${type}]` : name;
}

export function boundaryLook(boundary: Boundary): Omit<Partial<Shape>, 'type'> {
  const isNode = /Node/.test(boundary.calls.at(-1)?.word ?? '');
  return { text: boundaryText(boundary), stroke: 'grey', ...(!isNode && { stroke_style: 'dashed' }), ...colours(boundary.said) };
}

export function relationText({ said }: Pick<Relation, 'said'>, number: number | undefined): string {
  const [label = '', techn = '', descr = ''] = ['label', 'techn', 'descr'].map((name) => labelText(said.get(name) ?? ''));
  return [`${number === undefined ? '' : `${number}: `}${label}`, ...(techn ? [`[${techn}]`] : []), ...(descr ? [descr] : [])]
    .join('\n')
    .trim();
}

/** In dynamic diagrams relations are numbered in their order. */
export function numberOf(relation: Relation, { type, relations }: C4Model): number | undefined {
  return type === 'C4Dynamic' ? relations.indexOf(relation) + 1 : undefined;
}

export function relationLook(relation: Relation, model: C4Model): Partial<Connector> {
  const { type, said, from, to } = relation;
  const head: ArrowHead = 'triangle';
  const [line, text] = ['lineColor', 'textColor'].map((name) => cssColor(said.get(name) ?? ''));
  return {
    text: relationText(relation, numberOf(relation, model)),
    ...(type !== 'rel_b' && { end_head: head }),
    ...((type === 'rel_b' || type === 'birel') && { start_head: head }),
    ...(line && { stroke: line }),
    ...(text && { text_color: text }),
    ...(from === to && { label_side: 'above' }),
  };
}
