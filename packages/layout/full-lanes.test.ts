import { boxContainsBox, expandBox } from '@autograph/geometry';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Direction, LayoutGraph } from './graph.ts';
import { relayout } from './incremental/relayout.ts';
import { createLayouter } from './layouter.ts';

const layouter = createLayouter();

/** Lanes with steps in them, the last one with two lanes of its own, and any links between the steps. */
const processes: fc.Arbitrary<LayoutGraph> = fc
  .record({
    direction: fc.constantFrom<Direction>('LR', 'TB', 'RL', 'BT'),
    lanes: fc.integer({ min: 1, max: 4 }),
    steps: fc.array(fc.nat(99), { minLength: 3, maxLength: 12 }),
    links: fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { maxLength: 14 }),
  })
  .map(({ direction, lanes, steps, links }) => {
    const label = { w: 60, h: 18 };
    const outer = Array.from({ length: lanes }, (_, i) => ({ id: `l${i}`, label, lane: true }));
    const inner = ['in0', 'in1'].map((id) => ({ id, label, lane: true, group: `l${lanes - 1}` }));
    const homes = [...outer.slice(0, -1), ...inner].map(({ id }) => id);
    // Every lane has a step.
    const places = [...homes.keys(), ...steps];
    return {
      direction,
      groups: [...outer, ...inner],
      nodes: places.map((place, i) => ({ id: `n${i}`, w: 40 + ((place * 7) % 60), h: 40, group: homes[place % homes.length] ?? 'in0' })),
      edges: links.map(([from, to], i) => ({ id: `e${i}`, from: `n${from % places.length}`, to: `n${to % places.length}` })),
    };
  });

function expectBands(graph: LayoutGraph, { nodes, groups }: Pick<Awaited<ReturnType<typeof layouter>>, 'nodes' | 'groups'>) {
  const sideways = graph.direction === 'LR' || graph.direction === 'RL';
  const seen = (id: string) => {
    const { x, y, w, h } = groups.get(id) ?? { x: 0, y: 0, w: 0, h: 0 };
    return sideways ? { start: x, end: x + w, low: y, high: y + h } : { start: y, end: y + h, low: x, high: x + w };
  };
  for (const holder of new Set(graph.groups.map(({ group }) => group))) {
    const lanes = graph.groups.filter(({ group }) => group === holder).map(({ id }) => seen(id));
    for (const [i, lane] of lanes.entries()) {
      expect(lane.start).toBeCloseTo(lanes[0]?.start ?? 0, 6);
      expect(lane.end).toBeCloseTo(lanes[0]?.end ?? 0, 6);
      if (i > 0) expect(lane.low).toBeGreaterThan(lanes[i - 1]?.high ?? 0);
    }
  }
  for (const { id, group } of graph.nodes) {
    const [box, lane] = [nodes.get(id), groups.get(group ?? '')];
    expect(box && lane && boxContainsBox(expandBox(lane, 0.5), box)).toBe(true);
  }
}

it('lanes are full bands, one beside the other in the order of the text', async () => {
  await fc.assert(
    fc.asyncProperty(processes, async (graph) => expectBands(graph, await layouter(graph))),
    { numRuns: 60 },
  );
});

it('lanes stay full bands when a step is added to one of them', async () => {
  await fc.assert(
    fc.asyncProperty(processes, async (graph) => {
      const { nodes, groups } = await layouter(graph);
      const [first] = graph.nodes;
      const added = { id: 'added', w: 300, h: 40, group: first?.group ?? 'in0' };
      const edge = { id: 'more', from: first?.id ?? 'n0', to: 'added' };
      const now = { ...graph, nodes: [...graph.nodes, added], edges: [...graph.edges, edge] };
      expectBands(now, relayout(now, { nodes, groups, routes: new Map() }));
    }),
    { numRuns: 40 },
  );
});
