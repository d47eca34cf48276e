import { boxContainsBox, boxesIntersect, expandBox } from '@autograph/geometry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Arrangement, LayoutGraph } from '../graph.ts';
import { createLayouter } from '../layouter.ts';
import { graphs } from '../testing/graphs.ts';
import { measureLayout } from '../testing/measure-layout.ts';

const layouter = createLayouter();
const node = (id: string, group?: string) => ({ id, w: 80, h: 40, ...(group && { group }) });
const edge = (from: string, to: string) => ({ id: `${from}${to}`, from, to });

describe.each<Arrangement>(['tree', 'force', 'circular'])('the %s layout', (arrangement) => {
  it('lets no nodes overlap, encloses in groups their members and no others, and leads lines around nodes', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, async (drawn) => {
        const graph = { ...drawn, arrangement };
        const result = await layouter(graph);
        const { nodeOverlaps, edgesThroughNodes } = measureLayout(graph, result);
        expect({ nodeOverlaps, edgesThroughNodes }).toEqual({ nodeOverlaps: 0, edgesThroughNodes: 0 });
        const parents = new Map([...graph.nodes, ...graph.groups].map(({ id, group }) => [id, group]));
        const isIn = (id: string, group: string): boolean => {
          const parent = parents.get(id);
          return parent !== undefined && (parent === group || isIn(parent, group));
        };
        for (const [group, frame] of result.groups) {
          for (const [id, box] of [...result.nodes, ...result.groups]) {
            if (id === group || isIn(group, id)) continue;
            if (isIn(id, group)) expect(boxContainsBox(expandBox(frame, 0.5), box)).toBe(true);
            else expect(boxesIntersect(expandBox(frame, -0.5), box)).toBe(false);
          }
        }
        expect(await layouter(graph)).toEqual(result);
      }),
      { numRuns: 40 },
    );
  });
});

const fan: LayoutGraph = {
  direction: 'TB',
  groups: [],
  nodes: ['a', 'b', 'c', 'd', 'e'].map((id) => node(id)),
  edges: [edge('a', 'b'), edge('a', 'c'), edge('b', 'd'), edge('b', 'e')],
};

it('a tree has parents above the middle of their children, and turns with its direction', async () => {
  const { nodes } = await layouter({ ...fan, arrangement: 'tree' });
  const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map((id) => nodes.get(id) ?? { x: 0, y: 0, w: 0, h: 0 });
  expect(b && a && b.y > a.y && c?.y === b.y && d && d.y > b.y && e?.y === d.y).toBe(true);
  expect(((d?.x ?? 0) + (e?.x ?? 0)) / 2).toBeCloseTo(b?.x ?? 0, 0);
  const sideways = (await layouter({ ...fan, arrangement: 'tree', direction: 'LR' })).nodes;
  expect((sideways.get('b')?.x ?? 0) > (sideways.get('a')?.x ?? 0)).toBe(true);
});

it('a circle has all at about one distance from its middle', async () => {
  const { nodes } = await layouter({ ...fan, arrangement: 'circular' });
  const middles = [...nodes.values()].map(({ x, y, w, h }) => ({ x: x + w / 2, y: y + h / 2 }));
  const centre = { x: middles.reduce((s, p) => s + p.x, 0) / 5, y: middles.reduce((s, p) => s + p.y, 0) / 5 };
  const away = middles.map(({ x, y }) => Math.hypot(x - centre.x, y - centre.y));
  expect(Math.max(...away) / Math.min(...away)).toBeLessThan(1.25);
});

it('a tree hangs the children of each parent on one line, with labels above the children', async () => {
  const label = { w: 40, h: 18 };
  const edges = [edge('a', 'b'), { ...edge('a', 'c'), label }, edge('b', 'd'), edge('b', 'e')];
  for (const direction of ['TB', 'RL'] as const) {
    const { nodes, edges: routes, labels } = await layouter({ ...fan, edges, direction, arrangement: 'tree' });
    const along = direction === 'TB' ? 'y' : 'x';
    const [ab, ac] = [routes.get('ab'), routes.get('ac')];
    expect(ab?.length).toBe(4);
    expect(ab?.slice(0, 2)[1]?.[along]).toBe(ac?.[1]?.[along]);
    expect(ab?.[0]).toEqual(ac?.[0]);
    const c = nodes.get('c') ?? { x: 0, y: 0, w: 0, h: 0 };
    expect(labels?.get('ac')?.[direction === 'TB' ? 'x' : 'y']).toBe(direction === 'TB' ? c.x + c.w / 2 : c.y + c.h / 2);
  }
});

it('forces keep together what is linked, and parts that nothing links as near as they fit', async () => {
  const pairs = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [`${name}1`, `${name}2`] as const);
  const { nodes } = await layouter({
    direction: 'TB',
    arrangement: 'force',
    groups: [],
    nodes: pairs.flat().map((id) => node(id)),
    edges: pairs.map(([from, to]) => edge(from, to)),
  });
  const boxes = [...nodes.values()];
  const extent = (axis: 'x' | 'y', size: 'w' | 'h') =>
    Math.max(...boxes.map((box) => box[axis] + box[size])) - Math.min(...boxes.map((box) => box[axis]));
  // Twelve boxes with room for a line and a gap around each.
  expect(extent('x', 'w') * extent('y', 'h')).toBeLessThan(12 * (80 + 120) * (40 + 120));
});
