import { pushApart } from './overlaps.ts';
import type { Placer } from './units.ts';

/** Between units, px. */
const gap = 56;
/** Turning by this, points on a spiral are spread evenly. */
const goldenAngle = Math.PI * (3 - Math.sqrt(5));
/** What pulls everything to the middle, as a share of the way there; enough that what nothing is linked to stays near. */
const gravity = 0.3;
/** Farther apart than so many times their ideal distance, two do not push each other. */
const sight = 4;

/** By forces (Fruchterman and Reingold 1991): all push each other away, links pull; then what overlaps is pushed apart. No chance in it. */
export const forces: Placer = ({ units, links, label }) => {
  const reach = units.map(({ w, h }) => Math.hypot(w, h) * 0.35 + (gap + Math.min(label.w, 80)) / 2);
  const ideal = (2 * reach.reduce((sum, one) => sum + one, 0)) / Math.max(1, units.length);
  const between = (i: number, j: number) => (reach[i] ?? 0) + (reach[j] ?? 0);
  const places = units.map((_, i) => ({
    x: ideal * 0.6 * Math.sqrt(i) * Math.cos(i * goldenAngle),
    y: ideal * 0.6 * Math.sqrt(i) * Math.sin(i * goldenAngle),
  }));
  const rounds = units.length > 400 ? 120 : 300;
  const moves = units.map(() => ({ x: 0, y: 0 }));
  for (let round = 0; round < rounds; round++) {
    const heat = ideal * 0.9 * (1 - round / rounds) ** 1.5;
    for (const [i, move] of moves.entries()) {
      const at = places[i] ?? move;
      move.x = -gravity * at.x;
      move.y = -gravity * at.y;
    }
    for (const [i, a] of places.entries()) {
      for (let j = i + 1; j < places.length; j++) {
        const [b, own, other] = [places[j], moves[i], moves[j]];
        if (!b || !own || !other) continue;
        const [dx, dy] = [a.x - b.x, a.y - b.y];
        const [square, best] = [dx * dx + dy * dy, between(i, j)];
        if (square > (sight * best) ** 2) continue;
        const push = (best * best) / Math.max(1, square);
        own.x += dx * push;
        own.y += dy * push;
        other.x -= dx * push;
        other.y -= dy * push;
      }
    }
    for (const [from, to] of links) {
      const [a, b, own, other] = [places[from], places[to], moves[from], moves[to]];
      if (!a || !b || !own || !other) continue;
      const [dx, dy] = [a.x - b.x, a.y - b.y];
      const pull = Math.hypot(dx, dy) / between(from, to);
      own.x -= dx * pull;
      own.y -= dy * pull;
      other.x += dx * pull;
      other.y += dy * pull;
    }
    for (const [i, place] of places.entries()) {
      const { x, y } = moves[i] ?? { x: 0, y: 0 };
      const length = Math.max(1e-6, Math.hypot(x, y));
      const step = Math.min(length, heat) / length;
      place.x += x * step;
      place.y += y * step;
    }
  }
  pushApart(units, places, gap);
  return places.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
};
