import type { TextMeasurer } from '@autograph/geometry';
import { type NodeShape, nodeSize } from '@autograph/shapes/node/node-shape.ts';
import type { Connector } from '../connector.ts';
import { iconId } from '../mermaid/icon-id.ts';
import { labelText } from '../mermaid/label.ts';
import type { Edge, Thing } from './model.ts';

/** Mermaid's own symbols, by those of our library. */
const symbols: Readonly<Record<string, string>> = {
  cloud: 'general:cloud',
  database: 'general:database',
  disk: 'general:hard-drive',
  internet: 'general:globe',
  server: 'general:server',
};

export function thingText({ title, iconText }: Pick<Thing, 'title' | 'iconText'>): string {
  return labelText(title ?? iconText ?? '');
}

/** The icon of our library that the text names; undefined when it names none. */
export function symbolOf({ icon }: Pick<Thing, 'icon'>): string | undefined {
  if (icon === undefined || icon === 'blank') return undefined;
  return symbols[icon] ?? iconId(icon.includes(':') ? icon : `icon:${icon}`);
}

const outlines = { service: 'rounded', junction: 'f-circ' } as const;

/** The outlines that services and junctions can have. */
export const nodeOutlines: ReadonlySet<string> = new Set(Object.values(outlines));

/** What a node in an outline is. */
export function kindIn(outline: unknown): keyof typeof outlines | undefined {
  if (outline === outlines.service) return 'service';
  return outline === outlines.junction ? 'junction' : undefined;
}

/** A service is a card with its symbol above its title; a junction is a dot. */
export function nodeLook({ kind, icon, title, iconText }: Thing): Omit<Partial<NodeShape>, 'type'> {
  if (kind === 'junction') return { outline: outlines.junction, stroke: 'grey' };
  const text = thingText({ ...(title !== undefined && { title }), ...(iconText !== undefined && { iconText }) });
  const symbol = symbolOf({ ...(icon !== undefined && { icon }) });
  const paper = { outline: outlines.service, text, font_size: 13, fill_style: 'soft', stroke_width: 1.25 } as const;
  if (symbol === undefined) return { ...paper, fill: 'blue', stroke: 'blue' };
  const own = icon !== undefined && icon in symbols;
  return {
    ...paper,
    icon: symbol,
    icon_form: 'card',
    ...(own ? { icon_size: 36, fill: 'blue', stroke: 'blue' } : { icon_size: 44, fill: 'grey', stroke: 'grey' }),
  };
}

/** Least size of a service, px: most are alike, so that rows and columns look even. */
const least = { w: 104, h: 84 };

/** px */
export function thingSize(thing: Thing, measure: TextMeasurer): { readonly w: number; readonly h: number } {
  const { w, h } = nodeSize(nodeLook(thing), measure);
  return thing.kind === 'junction' ? { w, h } : { w: Math.max(least.w, w), h: Math.max(least.h, h) };
}

export function edgeText({ title }: Pick<Edge, 'title'>): string {
  return labelText(title ?? '');
}

export function edgeLook(edge: Edge): Partial<Connector> {
  const text = edgeText(edge);
  return {
    ...(text && { text }),
    ...(edge.from.into && { start_head: 'triangle' }),
    ...(edge.to.into && { end_head: 'triangle' }),
  };
}
