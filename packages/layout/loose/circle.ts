import { apartBy } from './overlaps.ts';
import { neighboursOf, type Placer } from './units.ts';

/** Between neighbours on the circle, px. */
const gap = 48;

/** Around a circle, from the top clockwise: what is linked stands side by side as far as it can. */
export const circle: Placer = (graph) => {
  const { units, label } = graph;
  const order = walk(neighboursOf(graph));
  const reach = units.map(({ w, h }) => Math.hypot(w, h) + gap + Math.min(label.w, 60));
  const total = reach.reduce((sum, one) => sum + one, 0);
  const places = units.map(() => ({ x: 0, y: 0 }));
  if (units.length < 2) return places;
  for (let radius = total / (2 * Math.PI); ; radius *= 1.06) {
    let angle = -Math.PI / 2;
    for (const [at, unit] of order.entries()) {
      if (at > 0) angle += (Math.PI * ((reach[order[at - 1] ?? 0] ?? 0) + (reach[unit] ?? 0))) / total;
      places[unit] = { x: Math.round(radius * Math.cos(angle)), y: Math.round(radius * Math.sin(angle)) };
    }
    if (apartBy(units, places, gap / 2)) return places;
  }
};

/** Units as a walk along the links comes by them, the one with the fewest unseen neighbours next. */
function walk(neighbours: readonly (readonly number[])[]): number[] {
  const seen = new Set<number>();
  const unseen = (unit: number) => new Set((neighbours[unit] ?? []).filter((other) => !seen.has(other))).size;
  for (const root of neighbours.keys()) {
    const open = [root];
    for (let unit = open.pop(); unit !== undefined; unit = open.pop()) {
      if (seen.has(unit)) continue;
      seen.add(unit);
      const next = (neighbours[unit] ?? []).filter((other) => !seen.has(other));
      open.push(...next.toSorted((a, b) => unseen(b) - unseen(a) || b - a));
    }
  }
  return [...seen];
}
