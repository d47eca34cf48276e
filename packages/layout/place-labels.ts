import { type Box, boxesIntersect, type Vec } from '@autograph/geometry';
import type { LayoutGraph, LayoutResult } from './graph.ts';
import { lengthOf, type Segment, segmentBox, segmentsOf } from './segments.ts';
import { centred } from './straighten.ts';

/** Length of line that stays visible between a label and a bend or an arrowhead, px. */
const margin = 16;
/** The same where room is scarce. */
const least = 10;

/**
 * The layout with each label on a straight piece of its edge, clear of bends: where it is if it can stay,
 * else in the middle of the longest piece that has room. Labels without such a place stay where they are.
 */
export function placeLabels(graph: LayoutGraph, result: LayoutResult): LayoutResult {
  if (!result.labels) return result;
  const labels = new Map(result.labels);
  const titles = graph.groups.flatMap(({ id, label }) => {
    const box = result.groups.get(id);
    return box && label.h > 0 ? [{ x: box.x, y: box.y, w: Math.min(box.w, label.w + 20), h: label.h + 12 }] : [];
  });
  const solid = [...result.nodes.values(), ...titles];
  for (const { id, label } of graph.edges) {
    const at = labels.get(id);
    if (!label || !at) continue;
    const others = graph.edges.filter((other) => other.id !== id);
    const isFree = (place: Vec) => {
      const box = centred(place, label);
      const lines = () => others.flatMap((other) => segmentsOf(result.edges.get(other.id) ?? []).map((piece) => segmentBox(piece, 2)));
      return (
        ![...solid, ...others.flatMap((other) => boxOfLabel(other, labels))].some((other) => boxesIntersect(other, box)) &&
        !lines().some((line) => boxesIntersect(line, box))
      );
    };
    const place = bestPlace(segmentsOf(result.edges.get(id) ?? []), at, label, isFree);
    if (place) labels.set(id, place);
  }
  return { ...result, labels };
}

function boxOfLabel({ id, label }: LayoutGraph['edges'][number], labels: ReadonlyMap<string, Vec>): Box[] {
  const at = labels.get(id);
  return at && label ? [centred(at, label)] : [];
}

function bestPlace(
  pieces: readonly Segment[],
  at: Vec,
  size: { readonly w: number; readonly h: number },
  isFree: (place: Vec) => boolean,
): Vec | undefined {
  const longestFirst = pieces.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  for (const room of [margin, least]) {
    const fitting = longestFirst.filter((piece) => lengthOf(piece) >= (piece.vertical ? size.h : size.w) + 2 * room);
    const near = fitting.map((piece) => nearest(piece, at, (piece.vertical ? size.h : size.w) / 2 + room));
    const wishes = [...near.filter((place) => Math.hypot(place.x - at.x, place.y - at.y) < 20), ...fitting.map(middle), ...near];
    const found = wishes.find(isFree);
    if (found) return found;
  }
  return undefined;
}

function middle(piece: Segment): Vec {
  return nearest(piece, { x: (piece.from + piece.to) / 2, y: (piece.from + piece.to) / 2 }, 0);
}

/** The point of a piece nearest to another, at least `room` px from its ends. */
function nearest({ vertical, across, from, to }: Segment, at: Vec, room: number): Vec {
  const along = Math.max(Math.min(from, to) + room, Math.min(Math.max(from, to) - room, vertical ? at.y : at.x));
  return vertical ? { x: across, y: along } : { x: along, y: across };
}
