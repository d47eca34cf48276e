import type { Placement } from '@autograph/document';
import { type Box, boxesIntersect, expandBox } from '@autograph/geometry';
import type { LayoutGraph } from '@autograph/layout';
import { guessPlaces } from './guess-places.ts';
import { placeNewcomers } from './place-newcomers.ts';
import { renamed } from './renamed.ts';

type Layout = Readonly<Record<string, Placement>>;

/** What typing adds in one go: more than that came in another way, and is better shown as laid out. */
const mostNewcomers = 3;
/** A smaller diagram is laid out as a whole about as soon. */
const leastNodes = 20;
/** Clear space that a node keeps when its new name widens it, px. */
const gap = 16;

export interface PlacedAtOnce {
  /** Placements to set; null where one is of no more use. */
  readonly placements: Readonly<Record<string, Placement | null>>;
  /** Good only until the whole has been laid out. */
  readonly provisional: boolean;
}

/**
 * Places what `layout` does not, without a layout: what has only been renamed in the text (since `before`) stays where it was, and a few
 * newcomers go beside what they are linked to. Undefined when it takes a layout to say.
 */
export function placeAtOnce(before: LayoutGraph | undefined, graph: LayoutGraph, layout: Layout): PlacedAtOnce | undefined {
  const names = before && renamed(before, graph);
  const kept = names && takenOver(names, graph, layout);
  if (kept) return kept;
  const newcomers = [...graph.nodes, ...graph.groups].filter(({ id }) => !layout[id]).length;
  if (newcomers > mostNewcomers || graph.nodes.length < leastNodes) return undefined;
  return { placements: placeNewcomers(graph, layout, { ...layout, ...guessPlaces(graph, layout) }), provisional: true };
}

/** The places of what was renamed under the new names, good for now when one is too small; undefined when one is missing. */
function takenOver(names: ReadonlyMap<string, string>, graph: LayoutGraph, layout: Layout): PlacedAtOnce | undefined {
  let provisional = false;
  const placements = new Map<string, Placement | null>([...names.values()].map((old) => [old, null]));
  const boxes = new Map(graph.nodes.map((node) => [node.id, placeOf(node, layout[names.get(node.id) ?? node.id])]));
  for (const { id } of [...graph.nodes, ...graph.groups, ...graph.edges]) {
    const old = names.get(id);
    const placement = layout[old ?? id];
    if (!placement) return undefined;
    if (old === undefined) continue;
    const box = boxes.get(id);
    provisional ||= box !== undefined && box.w > (placement.w ?? 0) && !isClear(id, box, boxes);
    placements.set(id, box ? { ...placement, ...box } : placement);
  }
  return { placements: Object.fromEntries(placements), provisional };
}

/** A node's box about the middle of its place; one that a person sized keeps that size. */
function placeOf({ w, h }: LayoutGraph['nodes'][number], placement: Placement | undefined): Box | undefined {
  if (!placement) return undefined;
  const { x, y, w: was = w, h: high = h, pinned } = placement;
  if (pinned) return { x, y, w: was, h: high };
  return { x: Math.round(x + (was - w) / 2), y: Math.round(y + (high - h) / 2), w, h };
}

function isClear(id: string, box: Box, boxes: ReadonlyMap<string, Box | undefined>): boolean {
  const around = expandBox(box, gap);
  return [...boxes].every(([other, its]) => other === id || !its || !boxesIntersect(around, its));
}
