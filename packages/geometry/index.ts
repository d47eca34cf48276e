export type { ArrowEnd } from './arrow-end.ts';
export {
  type Box,
  boxAround,
  boxBetween,
  boxCentre,
  boxContains,
  boxContainsBox,
  boxesIntersect,
  expandBox,
  rotatedBounds,
  translateBox,
  unionBoxes,
} from './box.ts';
export { flatten, type Polyline } from './flatten.ts';
export { GridIndex } from './grid-index.ts';
export { type Lane, mirroredLane } from './lane.ts';
export { type Path, type PathCommand, rotatePath, translatePath } from './path.ts';
export { crossings, nearestOnPath, pathBounds, pathContains, pathEncloses, pathLength, pathMeetsBox, pointAlong } from './path-query.ts';
export {
  ellipsePath,
  polygonPath,
  polylinePath,
  rectanglePath,
  roundedPolylinePath,
  roundedRectanglePath,
  smoothPath,
} from './path-shapes.ts';
export { type ArrowRequest, type ArrowRoute, arrowWay, describeRoute } from './route-arrow.ts';
export { type FontFamily, fontFamilies, type TextMeasurer, type TextStyle } from './text.ts';
export { add, angle, distance, lerp, normalize, perpendicular, rotate, scale, subtract, type Vec } from './vec.ts';
