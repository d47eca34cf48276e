import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, boxCentre, expandBox } from './box.ts';
import { flatten } from './flatten.ts';
import { nearestOnPath, pathBounds, pathContains, pathLength, pathMeetsBox, pointAlong } from './path-query.ts';
import { ellipsePath, polygonPath, rectanglePath, roundedRectanglePath } from './path-shapes.ts';
import { type ArrowRequest, arrowWay, describeRoute } from './route-arrow.ts';
import { rotate, type Vec } from './vec.ts';

const routeArrow = (request: ArrowRequest) => describeRoute(arrowWay(request));

const px = fc.integer({ min: -500, max: 500 });
const size = fc.integer({ min: 20, max: 200 });
const box: fc.Arbitrary<Box> = fc.record({ x: px, y: px, w: size, h: size });
const route = fc.constantFrom('straight', 'curved', 'orthogonal');
const outlines = {
  rectangle: rectanglePath,
  rounded: (b: Box) => roundedRectanglePath(b, 12),
  ellipse: ellipsePath,
  diamond: ({ x, y, w, h }: Box) =>
    polygonPath([
      { x: x + w / 2, y },
      { x: x + w, y: y + h / 2 },
      { x: x + w / 2, y: y + h },
      { x, y: y + h / 2 },
    ]),
} as const;
const outline = fc.tuple(box, fc.constantFrom(...Object.values(outlines))).map(([b, make]) => make(b));

const endAt = (path: ReturnType<typeof rectanglePath>) => ({
  outline: path,
  at: boxCentre(pathBounds(path) ?? { x: 0, y: 0, w: 0, h: 0 }),
});
const apart = (a: Box, b: Box, by: number) => a.x + a.w + by < b.x || b.x + b.w + by < a.x || a.y + a.h + by < b.y || b.y + b.h + by < a.y;
const boundsOf = (path: ReturnType<typeof rectanglePath>) => pathBounds(path) ?? { x: 0, y: 0, w: 0, h: 0 };

describe('routeArrow', () => {
  it('ends a gap away from the true outlines, whatever their form [F239]', () => {
    fc.assert(
      fc.property(outline, outline, route, (a, b, kind) => {
        fc.pre(apart(boundsOf(a), boundsOf(b), 60));
        const made = routeArrow({ start: endAt(a), end: endAt(b), route: kind });
        for (const [tip, path] of [
          [made.start, a],
          [made.end, b],
        ] as const) {
          expect(pathContains(path, tip)).toBe(false);
          expect(nearestOnPath(path, tip)?.distance).toBeLessThan(4.1);
          // A way that all but grazes a long side would have to stop far away.
          expect(nearestOnPath(path, tip)?.distance).toBeGreaterThan(1.4);
        }
      }),
    );
  });

  it.each(Object.entries(outlines))('keeps the same gap to a %s from every direction [F239]', (_name, make) => {
    const path = make({ x: 0, y: 0, w: 120, h: 80 });
    for (let degrees = 0; degrees < 360; degrees += 7) {
      const at = rotate({ x: 400, y: 40 }, degrees, { x: 60, y: 40 });
      for (const kind of ['straight', 'curved', 'orthogonal'] as const) {
        const { end } = routeArrow({ start: { at }, end: endAt(path), route: kind });
        expect(nearestOnPath(path, end)?.distance).toBeCloseTo(4, 0);
      }
    }
  });

  it('leads orthogonal routes round both boxes in horizontal and vertical pieces', () => {
    fc.assert(
      fc.property(box, box, (a, b) => {
        fc.pre(apart(a, b, 0));
        const made = routeArrow({ start: endAt(rectanglePath(a)), end: endAt(rectanglePath(b)), route: 'orthogonal', radius: 0 });
        const points = flatten(made.path)[0]?.points ?? [];
        points.slice(1).forEach((point, i) => {
          const before = points[i] ?? point;
          expect(Math.min(Math.abs(point.x - before.x), Math.abs(point.y - before.y))).toBeLessThan(1);
        });
        if (!apart(a, b, 40)) return;
        for (const wall of [a, b]) expect(pathMeetsBox(made.path, expandBox(wall, -1))).toBe(false);
      }),
    );
  });

  it('gives finite numbers for any input, overlapping and empty boxes too', () => {
    const any = fc.record({ x: px, y: px, w: fc.integer({ min: 0, max: 100 }), h: fc.integer({ min: 0, max: 100 }) });
    fc.assert(
      fc.property(
        any,
        any,
        route,
        fc.array(fc.record({ x: px, y: px }), { maxLength: 3 }),
        fc.array(any, { maxLength: 3 }),
        (a, b, kind, points, obstacles) => {
          const lane = { index: 1, count: 3 };
          const made = routeArrow({ start: endAt(rectanglePath(a)), end: endAt(ellipsePath(b)), route: kind, points, lane, obstacles });
          const numbers = [made.start, made.end, made.startDirection, made.endDirection, made.middle].flatMap(({ x, y }) => [x, y]);
          expect([...numbers, ...made.path.flatMap(([, ...rest]) => rest)].every(Number.isFinite)).toBe(true);
        },
      ),
    );
  });

  it('keeps opposite arrows of one pair apart', () => {
    const a = endAt(rectanglePath({ x: 0, y: 0, w: 100, h: 60 }));
    const b = endAt(rectanglePath({ x: 300, y: 0, w: 100, h: 60 }));
    for (const kind of ['straight', 'curved', 'orthogonal'] as const) {
      const there = routeArrow({ start: a, end: b, route: kind, lane: { index: 1, count: 2 } });
      const back = routeArrow({ start: b, end: a, route: kind, lane: { index: 1, count: 2 } });
      expect(Math.abs(there.middle.y - back.middle.y)).toBe(24);
    }
  });

  it('loops outside of a shape that points at itself', () => {
    const shape = { x: 0, y: 0, w: 100, h: 60 };
    for (const kind of ['straight', 'curved', 'orthogonal'] as const) {
      const made = routeArrow({ start: endAt(rectanglePath(shape)), end: endAt(rectanglePath(shape)), route: kind });
      expect(pathMeetsBox(made.path, shape)).toBe(false);
      expect(made.start).not.toEqual(made.end);
    }
  });

  it('passes the way points; at right angles at least their rows or columns, and the very point when there is one', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ x: px, y: px }), { minLength: 1, maxLength: 4 }), route, (points, kind) => {
        const made = routeArrow({ start: { at: { x: -600, y: 0 } }, end: { at: { x: 600, y: 0 } }, route: kind, points, radius: 0 });
        const corners = flatten(made.path)[0]?.points ?? [];
        // Two points in line are a piece, which ends where its neighbours run: the next test's subject.
        const inLine = (a: Vec | undefined, b: Vec | undefined) => a && b && (Math.abs(a.x - b.x) < 1.5 || Math.abs(a.y - b.y) < 1.5);
        for (const [i, point] of points.entries()) {
          if (kind === 'orthogonal' && (inLine(points[i - 1], point) || inLine(point, points[i + 1]))) continue;
          if (kind !== 'orthogonal' || points.length === 1) expect(nearestOnPath(made.path, point)?.distance).toBeLessThan(1.5);
          else expect(corners.some(({ x, y }) => Math.abs(x - point.x) < 1.5 || Math.abs(y - point.y) < 1.5)).toBe(true);
        }
      }),
    );
  });

  it('keeps a piece of two points where it is while the ends move along it [F239]', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 200 }), fc.integer({ min: -200, max: 200 }), (above, below) => {
        const start = endAt(rectanglePath({ x: 0, y: above, w: 100, h: 60 }));
        const end = endAt(rectanglePath({ x: 300, y: below, w: 100, h: 60 }));
        const points = [
          { x: 180, y: 30 },
          { x: 180, y: 230 },
        ];
        const made = routeArrow({ start, end, route: 'orthogonal', points, radius: 0 });
        const [from, a, b, to, ...more] = flatten(made.path)[0]?.points ?? [];
        if (above === below) return;
        expect(more).toEqual([]);
        expect([a?.x, b?.x]).toEqual([180, 180]);
        expect([from?.y, to?.y]).toEqual([above + 30, below + 30]);
      }),
    );
  });

  it('goes around what lies between when there is a way, whichever its kind', () => {
    const boxes = fc.array(box, { minLength: 2, maxLength: 14 });
    fc.assert(
      fc.property(boxes, route, (all, kind) => {
        const [a, b, ...obstacles] = all.filter((one, i) => all.slice(0, i).every((other) => apart(one, other, 12)));
        if (!a || !b) return;
        const made = routeArrow({ start: endAt(rectanglePath(a)), end: endAt(rectanglePath(b)), route: kind, obstacles });
        for (const obstacle of obstacles) expect(pathMeetsBox(made.path, expandBox(obstacle, -1))).toBe(false);
      }),
    );
  });

  it('keeps many arrows of one pair, and many loops, apart', () => {
    const a = endAt(rectanglePath({ x: 0, y: 0, w: 100, h: 60 }));
    const b = endAt(rectanglePath({ x: 300, y: 140, w: 80, h: 40 }));
    fc.assert(
      fc.property(route, fc.integer({ min: 2, max: 9 }), fc.constantFrom(a, b), (kind, count, end) => {
        const ways = Array.from({ length: count }, (_, index) => routeArrow({ start: a, end, route: kind, lane: { index, count } }));
        const shared = ways.flatMap((way, i) => ways.slice(i + 1).map((other) => overlap(way.path, other.path)));
        expect(Math.max(...shared)).toBeLessThan(8);
      }),
      { numRuns: 30 },
    );
  });
});

/** How much of one way lies on another, px. */
function overlap(one: ReturnType<typeof rectanglePath>, other: ReturnType<typeof rectanglePath>): number {
  const length = pathLength(one);
  let shared = 0;
  for (let at = 0; at < length; at += 2) if ((nearestOnPath(other, pointAlong(one, at / length).at)?.distance ?? 9) < 0.5) shared += 2;
  return shared;
}
