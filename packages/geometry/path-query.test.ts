import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxContains, expandBox } from './box.ts';
import { flatten } from './flatten.ts';
import { type Path, rotatePath, translatePath } from './path.ts';
import { distanceToPath, nearestOnPath, pathBounds, pathContains, pathLength, pointAlong } from './path-query.ts';
import { ellipsePath, rectanglePath, roundedRectanglePath, smoothPath } from './path-shapes.ts';
import { distance } from './vec.ts';

const px = fc.integer({ min: -300, max: 300 });
const point = fc.record({ x: px, y: px });
const curve: fc.Arbitrary<Path> = fc.array(point, { minLength: 2, maxLength: 6 }).map((points) => smoothPath(points));

describe('paths', () => {
  it('have bounds that hold every point of theirs, tightly', () => {
    fc.assert(
      fc.property(curve, (path) => {
        const bounds = pathBounds(path) ?? { x: 0, y: 0, w: 0, h: 0 };
        const points = flatten(path).flatMap((line) => line.points);
        for (const p of points) expect(boxContains(expandBox(bounds, 1e-6), p)).toBe(true);
        expect(Math.abs(Math.min(...points.map((p) => p.x)) - bounds.x)).toBeLessThan(0.5);
      }),
    );
  });

  it('are as far from a point as their nearest point is', () => {
    fc.assert(
      fc.property(curve, point, (path, at) => {
        expect(distanceToPath(path, at)).toBeCloseTo(nearestOnPath(path, at)?.distance ?? Number.NaN, 6);
      }),
    );
    expect(distanceToPath([], { x: 0, y: 0 })).toBeUndefined();
  });

  it('contain what lies in them: an ellipse its inside, not its box corners', () => {
    const path = ellipsePath({ x: 0, y: 0, w: 200, h: 100 });
    expect(pathContains(path, { x: 100, y: 50 })).toBe(true);
    expect(pathContains(path, { x: 5, y: 5 })).toBe(false);
    expect(pathContains(roundedRectanglePath({ x: 0, y: 0, w: 100, h: 100 }, 20), { x: 2, y: 2 })).toBe(false);
    expect(
      pathContains(
        smoothPath([
          { x: 0, y: 0 },
          { x: 50, y: 50 },
        ]),
        { x: 25, y: 25 },
      ),
    ).toBe(false);
  });

  it('know their nearest point: on an ellipse within the flattening of the true one', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: Math.PI * 2, noNaN: true }), (turn) => {
        const onCircle = { x: 100 + 100 * Math.cos(turn), y: 100 + 100 * Math.sin(turn) };
        expect(nearestOnPath(ellipsePath({ x: 0, y: 0, w: 200, h: 200 }), onCircle)?.distance).toBeLessThan(0.3);
      }),
    );
  });

  it('keep their length when moved and turned', () => {
    fc.assert(
      fc.property(curve, px, point, (path, degrees, by) => {
        const moved = rotatePath(translatePath(path, by.x, by.y), degrees, by);
        expect(Math.abs(pathLength(moved) - pathLength(path))).toBeLessThan(1 + pathLength(path) * 0.002);
      }),
    );
  });

  it('are walked by part of their length', () => {
    const square = rectanglePath({ x: 0, y: 0, w: 100, h: 100 });
    expect(pathLength(square)).toBe(400);
    expect(pointAlong(square, 0.5).at).toEqual({ x: 100, y: 100 });
    expect(distance(pointAlong(square, 0.125).at, { x: 50, y: 0 })).toBeLessThan(1e-9);
  });
});
