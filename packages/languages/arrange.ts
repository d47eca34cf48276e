import { type Block, type Placement, type Shape, sameJson } from '@autograph/document';
import type { TextMeasurer } from '@autograph/geometry';
import { type Layouter, type LayoutGraph, type LayoutResult, relayout } from '@autograph/layout';
import { containerPadding } from './container.ts';
import { translatePlacement } from './keep-inside.ts';
import type { Placements } from './language.ts';
import { layoutChoice } from './layout-choice.ts';
import { ownLayout, withOwnLayout } from './own-layout.ts';
import { readBlock } from './read-block.ts';
import { placementsOf, standingOf } from './standing.ts';
import { mostThings } from './too-large.ts';

type Arrangeable = Pick<Block, 'language' | 'source' | 'valid_source' | 'layout' | 'arrangement' | 'lines'>;

/**
 * Placements for what a block's text names and its layout does not place yet, and for what has to make room for it. A text of which most
 * is new, and nothing placed by a person, is laid out as a whole. Empty when nothing is missing, when the text cannot be read, or when the language places its own.
 */
export async function arrange(given: Arrangeable, layouter: Layouter, measure: TextMeasurer): Promise<Placements> {
  const block = withOwnLayout(given);
  const graph = arrangedGraph(block, measure);
  if (!graph || idsOf(graph).every((id) => block.layout[id])) return {};
  const told = toldLayout(block, measure);
  if (told) return among(block, placementsOf(graph, told, containerPadding), measure);
  if (!isFresh(graph, block.layout)) return adjust(block, measure);
  return placementsOf(graph, await layouter(graph), containerPadding);
}

/** Whether what is new in a text has to wait for a whole layout rather than find its place at once. */
export function needsLayout(block: Arrangeable, graph: LayoutGraph, given: Placements): boolean {
  const layout = ownLayout(given);
  const places = readBlock(block).shown?.language.layout !== undefined;
  return places ? idsOf(graph).some((id) => !layout[id]) : isFresh(graph, layout);
}

/** Where the text itself says that things stand, in languages where it does. */
function toldLayout(block: Arrangeable, measure: TextMeasurer): LayoutResult | undefined {
  const { shown } = readBlock(block);
  return shown?.language.layout?.(shown.model, measure);
}

/** A whole layout put where most of what has a place is already, and around what a person pinned. */
function among(block: Arrangeable, ideal: Placements, measure: TextMeasurer): Placements {
  const known = Object.entries(block.layout).filter(([id, { points }]) => ideal[id] && !points);
  const pinned = known.filter(([, { pinned }]) => pinned);
  const shift = (axis: 'x' | 'y') => mostOf((pinned.length > 0 ? pinned : known).map(([id, at]) => at[axis] - (ideal[id]?.[axis] ?? 0)));
  const near = Object.entries(ideal).map(([id, placement]) => [id, translatePlacement(placement, shift('x'), shift('y'))] as const);
  const layout = { ...Object.fromEntries(near), ...Object.fromEntries(pinned) };
  return pinned.length === 0 ? layout : { ...layout, ...adjust({ ...block, layout }, measure) };
}

/** The most frequent value; 0 when there is none. */
function mostOf(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

/** Whether a text is best laid out as a whole: most of it has no place or another size than it had, and nobody has placed anything by hand. */
export function isFresh(graph: LayoutGraph, layout: Placements): boolean {
  const items = [...graph.nodes, ...graph.groups];
  if (items.some(({ id }) => layout[id]?.pinned)) return false;
  const kept = graph.nodes.filter(({ id, w, h }) => {
    const placement = layout[id];
    return placement && Math.abs((placement.w ?? w) - w) < 1 && Math.abs((placement.h ?? h) - h) < 1;
  });
  return items.length > 0 && 2 * kept.length < graph.nodes.length + (kept.length === 0 ? 1 : 0);
}

/** Placements that change when the text's newcomers find their place among what stands, sizes are taken in, and edges follow: at once, without a layouter. */
export function adjust(given: Arrangeable, measure: TextMeasurer, shapes?: readonly Shape[]): Record<string, Placement> {
  const block = withOwnLayout(given);
  const graph = graphOf(block, measure);
  if (!graph) return {};
  const found = placementsOf(graph, relayout(graph, standingOf(graph, block.layout, shapes ?? shapesOf(block, measure))), 0);
  return changed(block.layout, found);
}

/** Placements for the whole diagram anew. What a person pinned stays; everything else goes where a fresh layout puts it. */
export async function tidy(block: Arrangeable, layouter: Layouter, measure: TextMeasurer): Promise<Placements> {
  const graph = arrangedGraph(block, measure);
  if (!graph) return {};
  const ideal = placementsOf(graph, toldLayout(block, measure) ?? (await layouter(graph)), containerPadding);
  const pinned = Object.entries(block.layout).filter(([id, { pinned }]) => pinned && ideal[id]);
  if (pinned.length === 0) return ideal;
  const mean = (axis: 'x' | 'y') => pinned.reduce((sum, [id, at]) => sum + at[axis] - (ideal[id]?.[axis] ?? 0), 0) / pinned.length;
  const shift = { x: Math.round(mean('x')), y: Math.round(mean('y')) };
  const near = Object.entries(ideal).map(([id, placement]) => [id, translatePlacement(placement, shift.x, shift.y)] as const);
  const layout = { ...Object.fromEntries(near), ...Object.fromEntries(pinned) };
  return { ...layout, ...adjust({ ...block, layout }, measure) };
}

/** The graph that a block shows, with the arrangement that it is to have. */
function arrangedGraph(block: Arrangeable, measure: TextMeasurer): LayoutGraph | undefined {
  const graph = graphOf(block, measure);
  return graph && { ...graph, arrangement: layoutChoice(block, readBlock(block)).arrangement };
}

function shapesOf(block: Arrangeable, measure: TextMeasurer): readonly Shape[] {
  const { shown } = readBlock(block);
  const whole = { id: '', x: 0, y: 0, index: 'a0', ...block };
  return shown?.language.derive(shown.model, whole, measure).shapes ?? [];
}

/** What differs from a layout; what a person pinned is left as it is stored. */
function changed(layout: Placements, found: Readonly<Record<string, Placement>>): Record<string, Placement> {
  return Object.fromEntries(Object.entries(found).filter(([id, placement]) => !layout[id]?.pinned && !sameJson(layout[id], placement)));
}

const graphs = new WeakMap<TextMeasurer, WeakMap<object, LayoutGraph>>();

/** The graph that a block shows, measured; undefined when its text cannot be read or makes too much, or its language places its own. Remembered by the text's model. */
export function graphOf(block: Arrangeable, measure: TextMeasurer): LayoutGraph | undefined {
  const { shown } = readBlock(block);
  if (!shown?.language.graph) return undefined;
  const known = graphs.get(measure) ?? new WeakMap<object, LayoutGraph>();
  graphs.set(measure, known);
  const key = typeof shown.model === 'object' && shown.model !== null ? shown.model : shown;
  const graph = known.get(key) ?? shown.language.graph(shown.model, measure);
  known.set(key, graph);
  return graph.nodes.length + graph.groups.length + graph.edges.length > mostThings ? undefined : graph;
}

function idsOf(graph: LayoutGraph): string[] {
  return [...graph.nodes, ...graph.groups, ...graph.edges].map(({ id }) => id);
}
