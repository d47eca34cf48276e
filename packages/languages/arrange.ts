import type { Block, Placement } from '@autograph/document';
import type { TextMeasurer, Vec } from '@autograph/geometry';
import type { Layouter, LayoutGraph, LayoutResult } from '@autograph/layout';
import { containerPadding } from './container.ts';
import type { Placements } from './language.ts';
import { placeNewcomers } from './place-newcomers.ts';
import { readBlock } from './read-block.ts';

type Arrangeable = Pick<Block, 'language' | 'source' | 'valid_source' | 'layout'>;

/**
 * Placements for what a block's text names and its layout does not place yet. Once a person has moved anything, what has a place
 * keeps it; before that the whole is laid out anew with the newcomers. Empty when nothing is missing, when the text cannot be read, or when the language places its own.
 */
export async function arrange(block: Arrangeable, layouter: Layouter, measure: TextMeasurer): Promise<Placements> {
  const graph = graphOf(block, measure);
  if (!graph || idsOf(graph).every((id) => block.layout[id])) return {};
  const ideal = placementsOf(graph, await layouter(graph));
  return isUntouched(block.layout) ? ideal : placeNewcomers(graph, block.layout, ideal);
}

/** Nobody has placed anything by hand: the whole may follow the text, as its links do best when laid out together. */
function isUntouched(layout: Placements): boolean {
  return Object.values(layout).every(({ pinned }) => !pinned);
}

/** Placements for the whole diagram anew. What a person pinned stays; everything else goes where a fresh layout puts it. */
export async function tidy(block: Arrangeable, layouter: Layouter, measure: TextMeasurer): Promise<Placements> {
  const graph = graphOf(block, measure);
  if (!graph) return {};
  const pinned = Object.fromEntries(Object.entries(block.layout).filter(([, placement]) => placement.pinned));
  const ideal = placementsOf(graph, await layouter(graph));
  if (![...graph.nodes, ...graph.groups].some(({ id }) => pinned[id])) return ideal;
  return { ...placeNewcomers(graph, pinned, ideal), ...pinned };
}

const graphs = new WeakMap<TextMeasurer, WeakMap<object, LayoutGraph>>();

/** The graph that a block shows, measured; undefined when its text cannot be read, or its language places its own. Remembered by the text's model. */
export function graphOf(block: Arrangeable, measure: TextMeasurer): LayoutGraph | undefined {
  const { shown } = readBlock(block);
  if (!shown?.language.graph) return undefined;
  const known = graphs.get(measure) ?? new WeakMap<object, LayoutGraph>();
  graphs.set(measure, known);
  const key = typeof shown.model === 'object' && shown.model !== null ? shown.model : shown;
  const graph = known.get(key) ?? shown.language.graph(shown.model, measure);
  known.set(key, graph);
  return graph;
}

function idsOf(graph: LayoutGraph): string[] {
  return [...graph.nodes, ...graph.groups, ...graph.edges].map(({ id }) => id);
}

/** A layout's answer as placements in a block's coordinates, rounded to whole px. */
function placementsOf(graph: LayoutGraph, result: LayoutResult): Record<string, Placement> {
  const shift = containerPadding;
  const boxes = [...result.groups, ...result.nodes].map(([id, { x, y, w, h }]): [string, Placement] => [
    id,
    { x: Math.round(x + shift), y: Math.round(y + shift), w: Math.ceil(w), h: Math.ceil(h) },
  ]);
  const edges = graph.edges.map(({ id }): [string, Placement] => [
    id,
    routePlacement(result.edges.get(id) ?? [], result.labels?.get(id), shift),
  ]);
  return Object.fromEntries([...boxes, ...edges]);
}

/** The placement of an edge: its route; its position is where its label belongs, or else the route's start. */
function routePlacement(points: readonly Vec[], label: Vec | undefined, shift: number): Placement {
  const moved = points.map(({ x, y }) => [round(x + shift), round(y + shift)]);
  const [startX = 0, startY = 0] = moved[0] ?? [];
  const at = label ? { x: round(label.x + shift), y: round(label.y + shift) } : { x: startX, y: startY };
  return moved.length > 1 ? { ...at, points: moved } : at;
}

function round(value: number): number {
  return Math.round(value * 2) / 2;
}
