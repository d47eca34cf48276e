import { type Box, boxesIntersect, expandBox } from '@autograph/geometry';
import { type Segment, segmentBox } from '../segments.ts';
import { type CostGrid, chargeBox, chargeLine, createGrid } from './cost-grid.ts';
import { linesOf } from './lines.ts';
import type { Port } from './search.ts';
import type { RoutedEdge, RouteScene, Wires } from './wires.ts';

/** What is to be paid, in px of way. A node is a wall; all else may be passed where there is no better way. */
const prices = {
  wall: { fixed: 4000, perPx: 40 },
  nearNode: { fixed: 0, perPx: 0.6 },
  title: { fixed: 150, perPx: 2 },
  label: { fixed: 400, perPx: 4 },
  along: { fixed: 24, perPx: 5 },
  alongBorder: { fixed: 0, perPx: 1.5 },
  unrelated: { fixed: 0, perPx: 0.4 },
  crossing: 75,
  intoUnrelated: 60,
  outOfCommon: 90,
  throughOwn: 10,
} as const;

/** Clear space to nodes that is as good as node, px. */
export const clearance = 5;
/** From this price on, a way goes through a node. */
export const wallPrice = prices.wall.fixed;

interface Pricing {
  readonly edge: Pick<RoutedEdge, 'id' | 'from' | 'to'>;
  readonly scene: RouteScene;
  readonly wires: Wires;
  readonly area: Box;
  readonly ports: readonly Port[];
  /** Boxes that the ports belong to. */
  readonly ends: readonly Box[];
}

/** The part of a scene that one route may use, as a grid of priced passages. */
export function priceArea({ edge, scene, wires, area, ports, ends }: Pricing): CostGrid {
  const within = (box: Box) => boxesIntersect(box, area);
  const nodes = [...scene.nodes.values()].filter(within);
  const labels = [...wires.labels].flatMap(([id, box]) => (id !== edge.id && within(box) ? [box] : []));
  const segments: Segment[] = [];
  wires.eachSegment((segment, id) => {
    if (id !== edge.id && within(segmentBox(segment, 1))) segments.push(segment);
  });
  const frames = [...scene.groups].filter(([, box]) => within(box));
  const boxes = [...nodes, ...labels.map((box) => expandBox(box, -6)), ...ends];
  const borders = (low: (box: Box) => number, size: (box: Box) => number) =>
    frames.flatMap(([, box]) => [low(box) - 10, low(box) + 10, low(box) + size(box) - 10, low(box) + size(box) + 10]);
  const grid = createGrid(
    linesOf('x', {
      boxes,
      routes: segments.flatMap(({ vertical, across }) => (vertical ? [across] : [])),
      exact: ports.map(({ stub }) => stub.x),
      more: borders(
        ({ x }) => x,
        ({ w }) => w,
      ),
      low: area.x,
      high: area.x + area.w,
    }),
    linesOf('y', {
      boxes,
      routes: segments.flatMap(({ vertical, across }) => (vertical ? [] : [across])),
      exact: ports.map(({ stub }) => stub.y),
      more: borders(
        ({ y }) => y,
        ({ h }) => h,
      ),
      low: area.y,
      high: area.y + area.h,
    }),
  );
  for (const box of nodes) {
    chargeBox(grid, expandBox(box, clearance), prices.wall);
    chargeBox(grid, expandBox(box, 2 * clearance), prices.nearNode);
  }
  for (const box of ends) chargeBox(grid, box, prices.wall);
  for (const box of scene.titles) if (within(box)) chargeBox(grid, box, prices.title);
  for (const box of labels) chargeBox(grid, expandBox(box, 3), prices.label);
  for (const segment of segments) chargeSegment(grid, segment);
  const [aroundFrom, aroundTo] = [scene.around(edge.from), scene.around(edge.to)];
  for (const [id, box] of frames) {
    if (id === edge.from || id === edge.to) continue;
    const holds = Number(aroundFrom.includes(id)) + Number(aroundTo.includes(id));
    chargeFrame(grid, box, holds === 0 ? prices.intoUnrelated : holds === 1 ? prices.throughOwn : prices.outOfCommon);
    if (holds === 0) chargeBox(grid, box, prices.unrelated);
  }
  return grid;
}

function chargeSegment(grid: CostGrid, segment: Segment): void {
  const { vertical, across } = segment;
  const [low, high] = [Math.min(segment.from, segment.to), Math.max(segment.from, segment.to)];
  chargeLine(grid, vertical, across, low, high, prices.crossing);
  chargeBox(grid, segmentBox(segment, 7), prices.along, vertical ? 'vertical' : 'horizontal');
}

function chargeFrame(grid: CostGrid, { x, y, w, h }: Box, price: number): void {
  for (const vertical of [true, false]) {
    const [low, size, from, to] = vertical ? [x, w, y, y + h] : [y, h, x, x + w];
    for (const across of [low, low + size]) {
      chargeLine(grid, vertical, across, from, to, price);
      chargeBox(grid, segmentBox({ vertical, across, from, to }, 5), prices.alongBorder, vertical ? 'vertical' : 'horizontal');
    }
  }
}
