import type { ArrowHead, Shape, ShapeId } from '@autograph/document';
import type { Drawing } from '@autograph/editor';
import type { Box } from '@autograph/geometry';
import { boxCentre } from '@autograph/geometry';
import { lightTheme } from '@autograph/render';
import { nodeOutline } from '@autograph/shapes/node/outlines/index.ts';
import { styleOfChange } from '../mermaid/style-change.ts';
import { outlineTone } from '../outline-tone.ts';
import { labelPatchText } from './label-source.ts';
import { bracketsOf } from './shape-source.ts';

type Node = Drawing['nodes'][number];
type Group = Drawing['groups'][number];
type Edge = Drawing['edges'][number];

const indent = '  ';

/** Words of the grammar, and what could be taken for the end of an arrow. */
const reserved: ReadonlySet<string> = new Set(
  'o x v end graph flowchart subgraph style linkstyle classdef class click call href default direction interpolate'.split(' '),
);

/** A drawing as a flowchart: its nodes in their frames, then its edges, then the colours that were chosen. */
export function writeFlowchart(drawing: Drawing): { readonly source: string; readonly ids: ReadonlyMap<ShapeId, string> } {
  const ids = namesOf([...drawing.groups, ...drawing.nodes]);
  const id = (shape: ShapeId) => ids.get(shape) ?? shape;

  function scope(group: ShapeId | undefined, depth: number): string[] {
    const nodes = drawing.nodes.filter((node) => node.group === group).sort(readingOrder);
    const groups = drawing.groups.filter((inner) => inner.group === group).sort(readingOrder);
    const pad = indent.repeat(depth);
    return [
      ...nodes.map((node) => `${pad}${declared(node, id(node.id))}`),
      ...groups.flatMap((inner) => [
        `${pad}subgraph ${id(inner.id)} [${labelPatchText(inner.text, false)}]`,
        ...scope(inner.id, depth + 1),
        `${pad}end`,
      ]),
    ];
  }

  const lines = [
    `flowchart ${directionOf(drawing)}`,
    ...scope(undefined, 1),
    ...drawing.edges.map((edge) => indent + joined(edge, id)),
    ...styles(drawing, id).map((line) => indent + line),
    ...drawing.edges.flatMap(({ look }, at) => {
      const style = cssOf({ stroke: look.stroke, text_color: look.text_color });
      return style === '' ? [] : [`${indent}linkStyle ${at} ${style}`];
    }),
  ];
  return { source: `${lines.join('\n')}\n`, ids };
}

/** From left to right, then from top to bottom, as far as boxes stand in rows. */
function readingOrder(a: { readonly box: Box }, b: { readonly box: Box }): number {
  const apart = a.box.y + a.box.h <= b.box.y || b.box.y + b.box.h <= a.box.y;
  return apart ? a.box.y - b.box.y : a.box.x - b.box.x;
}

/** Short ids made of the words on the shapes, each once. */
function namesOf(drawn: readonly (Node | Group)[]): ReadonlyMap<ShapeId, string> {
  const taken = new Set<string>();
  return new Map(
    drawn.map(({ id, text }): [ShapeId, string] => {
      const words =
        text
          .normalize('NFKD')
          .match(/[A-Za-z0-9]+/g)
          ?.slice(0, 3) ?? [];
      const camel = words
        .map((word, at) => (at === 0 ? word.toLowerCase() : capital(word.toLowerCase())))
        .join('')
        .slice(0, 24);
      const stem = /^[a-z]/.test(camel) && !reserved.has(camel.toLowerCase()) ? camel : `n${capital(camel)}`;
      let name = stem;
      for (let number = 2; taken.has(name) || name === 'n'; number += 1) name = `${stem}${number - (stem === 'n' ? 1 : 0)}`;
      taken.add(name);
      return [id, name];
    }),
  );
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function declared({ outline, text, icon }: Node, id: string): string {
  const label = labelPatchText(text, false);
  const quoted = labelPatchText(text, true);
  if (icon !== undefined) return `${id}@{ icon: "${icon}"${text.trim() === '' ? '' : `, label: ${quoted}`} }`;
  const around = bracketsOf(outline);
  return around ? `${id}${around[0]}${label}${around[1]}` : `${id}@{ shape: ${outline}, label: ${quoted} }`;
}

function directionOf({ nodes, groups, edges }: Drawing): string {
  const boxes = new Map([...groups, ...nodes].map(({ id, box }) => [id, box]));
  let [across, down] = [0, 0];
  for (const { from, to } of edges) {
    const [a, b] = [boxes.get(from), boxes.get(to)];
    if (!a || !b) continue;
    const [start, end] = [boxCentre(a), boxCentre(b)];
    if (Math.abs(end.x - start.x) > Math.abs(end.y - start.y)) across += Math.sign(end.x - start.x);
    else down += Math.sign(end.y - start.y);
  }
  if (Math.abs(across) >= Math.abs(down)) return across < 0 ? 'RL' : 'LR';
  return down < 0 ? 'BT' : 'TB';
}

/** Mermaid's three marks at the ends of links. */
function markOf(head: ArrowHead): '>' | 'o' | 'x' | '' {
  if (head === 'none') return '';
  if (head === 'cross' || head === 'bar') return 'x';
  return head.startsWith('circle') ? 'o' : '>';
}

function joined({ from, to, text, look, start_head, end_head }: Edge, id: (shape: ShapeId) => string): string {
  const [start, end] = [markOf(start_head), markOf(end_head)];
  const backwards = start !== '' && end === '';
  const [first, last] = backwards ? [to, from] : [from, to];
  const mark = backwards ? start : end;
  const opening = start !== '' && end !== '' ? (mark === '>' ? '<' : mark) : '';
  const label = text.trim() === '' ? '' : `|${labelPatchText(text, false)}|`;
  return `${id(first)} ${opening}${lineOf(look, mark)}${label} ${id(last)}`;
}

function lineOf({ stroke_style, stroke_width }: Partial<Shape>, mark: string): string {
  if (stroke_style === 'dashed' || stroke_style === 'dotted') return `-.-${mark}`;
  if ((stroke_width ?? 0) >= 3) return mark === '' ? '===' : `==${mark}`;
  return mark === '' ? '---' : `--${mark}`;
}

function cssOf(look: Partial<Shape>): string {
  return written(styleOfChange(look));
}

function written(style: Style): string {
  return [...style].map(([name, value]) => `${name}:${value}`).join(',');
}

type Style = ReadonlyMap<string, string>;

/** The style that was asked for. */
function asked({ fill, fill_style, stroke, stroke_style, text_color }: Partial<Shape>): Style {
  return styleOfChange({ ...(fill && { fill, fill_style }), stroke, stroke_style, text_color });
}

/** The style of a node as it is seen on a light board. */
function nodeStyle({ fill, fill_style = 'soft', stroke = 'black', stroke_style, text_color }: Partial<Shape>): Style {
  const isBare = fill === 'none' || fill_style === 'none';
  const paint = isBare ? 'none' : lightTheme.fill(fill, fill_style === 'solid' ? 'solid' : 'soft');
  return new Map([['fill', paint], ...styleOfChange({ stroke, stroke_style, text_color })]);
}

/** What of a node's style does not come with its outline. */
function ownStyle({ look, outline, icon }: Node): Style {
  if (icon !== undefined || nodeOutline(outline).body !== undefined) return asked(look);
  const usual = nodeStyle(outlineTone(outline));
  return new Map([...nodeStyle(look)].filter(([name, value]) => usual.get(name) !== value));
}

/** One `classDef` for each look that several have, a `style` for each that one has alone. */
function styles({ nodes, groups }: Drawing, id: (shape: ShapeId) => string): readonly string[] {
  const wearers = new Map<string, string[]>();
  const wear = (shape: ShapeId, style: Style) => {
    const css = written(style);
    if (css !== '') wearers.set(css, [...(wearers.get(css) ?? []), id(shape)]);
  };
  for (const node of nodes) wear(node.id, ownStyle(node));
  for (const group of groups) wear(group.id, asked(group.look));
  let shared = 0;
  return [...wearers].flatMap(([css, names]) => {
    const [only = ''] = names;
    if (names.length === 1) return [`style ${only} ${css}`];
    shared += 1;
    return [`classDef look${shared} ${css}`, `class ${names.join(',')} look${shared}`];
  });
}
