import type { ShapeId } from '@autograph/document';
import { isHidden, type SceneGraph } from '@autograph/editor';
import { type Box, expandBox, unionBoxes } from '@autograph/geometry';

/** Breadth of the strips that are looked through along a side, page px; of those far in it is a share of how far. */
const leastStrip = 256;

type Side = 'left' | 'top' | 'right' | 'bottom';

const reaches: Readonly<Record<Side, (box: Box) => number>> = {
  left: ({ x }) => x,
  top: ({ y }) => y,
  right: ({ x, w }) => x + w,
  bottom: ({ y, h }) => y + h,
};

/** The box around all that is seen on a board, px; undefined when there is nothing. */
export function contentBox(scene: SceneGraph): Box | undefined {
  return around(
    scene,
    scene.descendants(null).map(({ id }) => id),
  );
}

/** That box after something has changed in some places, at the cost of what lies at the sides that they touch. */
export function contentBoxAfter(scene: SceneGraph, before: Box, places: readonly Box[]): Box | undefined {
  const all = unionBoxes([before, ...places]) ?? before;
  const inner = expandBox(before, -1);
  const reach = (side: Side): number | undefined => {
    const isOutward = side === 'left' || side === 'top' ? -1 : 1;
    const touched = places.some((place) => isOutward * (reaches[side](place) - reaches[side](inner)) >= 0);
    return touched ? reachOf(scene, all, side) : reaches[side](before);
  };
  const [left, top, right, bottom] = [reach('left'), reach('top'), reach('right'), reach('bottom')];
  if (left === undefined || top === undefined || right === undefined || bottom === undefined) return undefined;
  return { x: left, y: top, w: right - left, h: bottom - top };
}

/** Whether a shape is hidden, or folded away in a container. */
export function isUnseen(scene: SceneGraph, id: ShapeId): boolean {
  return isHidden(scene, id) || scene.foldedIn(id) !== undefined;
}

function around(scene: SceneGraph, ids: readonly ShapeId[]): Box | undefined {
  return unionBoxes(ids.flatMap((id) => (isUnseen(scene, id) ? [] : (scene.pageBounds(id) ?? []))));
}

/** How far what is seen within a box reaches to one of its sides: strip by strip from there, until one holds something. */
function reachOf(scene: SceneGraph, within: Box, side: Side): number | undefined {
  const length = side === 'left' || side === 'right' ? within.w : within.h;
  for (let from = 0; from <= length; ) {
    const breadth = Math.max(leastStrip, from / 8);
    const found = around(scene, scene.query(stripOf(within, side, from, breadth)));
    if (found) return reaches[side](found);
    from += breadth;
  }
  return undefined;
}

function stripOf({ x, y, w, h }: Box, side: Side, from: number, breadth: number): Box {
  if (side === 'left') return { x: x + from, y, w: breadth, h };
  if (side === 'right') return { x: x + w - from - breadth, y, w: breadth, h };
  if (side === 'top') return { x, y: y + from, w, h: breadth };
  return { x, y: y + h - from - breadth, w, h: breadth };
}
