import { unionBoxes } from '@autograph/geometry';
import { type LooseGraph, neighboursOf, type Placer } from './units.ts';

/** Between parts that nothing links, px. */
const gap = 64;
/** Of width to height, as the parts together should be at most. */
const aspect = 1.6;

/** Places what hangs together by a placer, and the parts that nothing links side by side, in rows, the highest first. */
export function partByPart(placer: Placer): Placer {
  return (graph) => {
    const parts = partsOf(graph);
    if (parts.length < 2) return placer(graph);
    const placed = parts.map((members) => {
      const places = placer(within(graph, members));
      const boxes = members.map((unit, at) => {
        const [{ w, h } = { w: 0, h: 0 }, { x, y } = { x: 0, y: 0 }] = [graph.units[unit], places[at]];
        return { x: x - w / 2, y: y - h / 2, w, h };
      });
      return { members, places, box: unionBoxes(boxes) ?? { x: 0, y: 0, w: 0, h: 0 } };
    });
    const area = placed.reduce((sum, { box }) => sum + (box.w + gap) * (box.h + gap), 0);
    const most = Math.max(Math.sqrt(area * aspect), ...placed.map(({ box }) => box.w));
    const found = graph.units.map(() => ({ x: 0, y: 0 }));
    let [left, top, height] = [0, 0, 0];
    for (const { members, places, box } of placed.sort((a, b) => b.box.h - a.box.h)) {
      if (left > 0 && left + box.w > most + 1) [left, top, height] = [0, top + height + gap, 0];
      for (const [at, unit] of members.entries()) {
        const { x, y } = places[at] ?? { x: 0, y: 0 };
        found[unit] = { x: Math.round(x - box.x + left), y: Math.round(y - box.y + top) };
      }
      [left, height] = [left + box.w + gap, Math.max(height, box.h)];
    }
    return found;
  };
}

/** The numbers of the units that links hold together, part by part. */
function partsOf(graph: LooseGraph): number[][] {
  const neighbours = neighboursOf(graph);
  const seen = new Set<number>();
  return graph.units.flatMap((_, start) => {
    if (seen.has(start)) return [];
    seen.add(start);
    const part = [start];
    for (const unit of part)
      for (const next of neighbours[unit] ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        part.push(next);
      }
    return [part.sort((a, b) => a - b)];
  });
}

function within({ units, links, ...rest }: LooseGraph, members: readonly number[]): LooseGraph {
  const number = new Map(members.map((unit, at) => [unit, at]));
  return {
    ...rest,
    units: members.flatMap((unit) => units[unit] ?? []),
    links: links.flatMap(([a, b]) => {
      const [from, to] = [number.get(a), number.get(b)];
      return from === undefined || to === undefined ? [] : [[from, to] as const];
    }),
  };
}
