import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, boxCentre, expandBox } from './box.ts';
import { flatten } from './flatten.ts';
import { nearestOnPath, pathBounds, pathContains, pathMeetsBox } from './path-query.ts';
import { ellipsePath, polygonPath, rectanglePath, roundedRectanglePath } from './path-shapes.ts';
import { routeArrow } from './route-arrow.ts';

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
          // Measured along the way it leaves; across a slanted side that is less.
          expect(nearestOnPath(path, tip)?.distance).toBeLessThanOrEqual(4.3);
          expect(nearestOnPath(path, tip)?.distance).toBeGreaterThan(0.3);
        }
      }),
    );
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
      fc.property(any, any, route, fc.array(fc.record({ x: px, y: px }), { maxLength: 3 }), px, (a, b, kind, points, spread) => {
        const made = routeArrow({ start: endAt(rectanglePath(a)), end: endAt(ellipsePath(b)), route: kind, points, spread });
        const numbers = [made.start, made.end, made.startDirection, made.endDirection, made.middle].flatMap(({ x, y }) => [x, y]);
        expect([...numbers, ...made.path.flatMap(([, ...rest]) => rest)].every(Number.isFinite)).toBe(true);
      }),
    );
  });

  it('keeps opposite arrows of one pair apart', () => {
    const a = endAt(rectanglePath({ x: 0, y: 0, w: 100, h: 60 }));
    const b = endAt(rectanglePath({ x: 300, y: 0, w: 100, h: 60 }));
    for (const kind of ['straight', 'curved', 'orthogonal'] as const) {
      const there = routeArrow({ start: a, end: b, route: kind, spread: 12 });
      const back = routeArrow({ start: b, end: a, route: kind, spread: 12 });
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

  it('passes the way points', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ x: px, y: px }), { minLength: 1, maxLength: 4 }), route, (points, kind) => {
        const made = routeArrow({ start: { at: { x: -600, y: 0 } }, end: { at: { x: 600, y: 0 } }, route: kind, points, radius: 0 });
        for (const point of points) expect(nearestOnPath(made.path, point)?.distance).toBeLessThan(1.5);
      }),
    );
  });
});
