import { type Box, boxContainsBox, boxesIntersect, expandBox } from '@autograph/geometry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Direction, LayoutGraph, LayoutResult } from '../graph.ts';
import { createLayouter } from '../layouter.ts';
import { graphs } from '../testing/graphs.ts';
import { measureLayout } from '../testing/measure-layout.ts';
import { relayout } from './relayout.ts';
import type { Standing, StandingBox } from './standing.ts';

const layouter = createLayouter();

function standingOf({ nodes, groups, edges, labels }: LayoutResult): Standing {
  const routes = [...edges].map(([id, points]) => {
    const label = labels?.get(id);
    return [id, { points, ...(label && { label }) }] as const;
  });
  return { nodes, groups, routes: new Map(routes) };
}

/** A graph without some of its nodes, whatever the shares say. */
function without(graph: LayoutGraph, shares: readonly number[]): LayoutGraph {
  const gone = new Set(shares.map((share) => graph.nodes[share % graph.nodes.length]?.id));
  const nodes = graph.nodes.filter(({ id }) => !gone.has(id));
  return { ...graph, nodes, edges: graph.edges.filter(({ from, to }) => !gone.has(from) && !gone.has(to)) };
}

/** A graph, the same without some nodes, and whom of these a person has put elsewhere. */
const edits = fc
  .record({ graph: graphs, gone: fc.array(fc.nat(99), { minLength: 1, maxLength: 4 }), pins: fc.array(fc.nat(99), { maxLength: 2 }) })
  .map(({ graph, gone, pins }) => ({ graph, less: without(graph, gone), pins }));

/** Puts some nodes far from all others. */
function withPins({ nodes, ...rest }: Standing, pins: readonly number[]): Standing {
  const ids = [...nodes.keys()];
  const pinned = new Map<string, StandingBox>(nodes);
  for (const [i, pin] of pins.entries()) {
    const id = ids[pin % Math.max(1, ids.length)] ?? '';
    const box = nodes.get(id);
    if (box) pinned.set(id, { ...box, x: 3000 + i * 400, y: 37 + i * 211, pinned: true });
  }
  return { nodes: pinned, ...rest };
}

const place = ({ x, y }: Box) => ({ x, y });

function expectApart(graph: LayoutGraph, { nodes, groups }: LayoutResult): void {
  const parents = new Map([...graph.nodes, ...graph.groups].map(({ id, group }) => [id, group]));
  const within = (id: string | undefined, outer: string): boolean => id !== undefined && (id === outer || within(parents.get(id), outer));
  const all = [...nodes, ...groups];
  for (const [i, [id, box]] of all.entries()) {
    for (const [other, its] of all.slice(i + 1)) {
      if (within(id, other) || within(other, id)) continue;
      expect({ id, other, meet: boxesIntersect(expandBox(box, -0.5), expandBox(its, -0.5)) }).toEqual({ id, other, meet: false });
    }
    const frame = groups.get(parents.get(id) ?? '');
    if (frame) expect(boxContainsBox(expandBox(frame, 0.5), box)).toBe(true);
  }
}

describe('taking changes into a layout', () => {
  it('leaves a layout that nothing has changed in as it is', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, async (graph) => {
        const before = await layouter(graph);
        const after = relayout(graph, standingOf(before));
        expect(after.nodes).toEqual(before.nodes);
        for (const [id, box] of before.groups) expect(after.groups.get(id)).toMatchObject(place(box));
      }),
      { numRuns: 60 },
    );
  });

  it('moves nothing for newcomers where there are no groups', async () => {
    await fc.assert(
      fc.asyncProperty(edits, async ({ graph, less }) => {
        const flat = <T extends LayoutGraph>({ nodes, edges, ...rest }: T): LayoutGraph => {
          const ids = new Set(nodes.map(({ id }) => id));
          return {
            ...rest,
            groups: [],
            nodes: nodes.map(({ group, ...node }) => node),
            edges: edges.filter(({ from, to }) => ids.has(from) && ids.has(to)),
          };
        };
        const before = await layouter(flat(less));
        const { nodes } = relayout(flat(graph), standingOf(before));
        for (const [id, box] of before.nodes) expect(nodes.get(id)).toEqual(box);
      }),
      { numRuns: 60 },
    );
  });

  it('moves nothing that a person has placed, lets nothing overlap, and keeps members in their groups', async () => {
    await fc.assert(
      fc.asyncProperty(edits, async ({ graph, less, pins }) => {
        const ungrouped = { ...graph, nodes: graph.nodes.map((node, i) => (i % 2 === 0 ? node : { ...node, w: node.w + 40 })) };
        const standing = withPins(standingOf(await layouter(less)), pins);
        const result = relayout(ungrouped, standing);
        for (const [id, box] of standing.nodes) if (box.pinned) expect(result.nodes.get(id)).toMatchObject(place(box));
        expect(result.nodes.size).toBe(graph.nodes.length);
        expect(measureLayout(ungrouped, result).nodeOverlaps).toBe(0);
        if (pins.length === 0) expectApart(ungrouped, result);
      }),
      { numRuns: 120 },
    );
  });

  it('leads edges around other nodes, square, and sets their labels on no node and no other label', async () => {
    await fc.assert(
      fc.asyncProperty(edits, async ({ graph, less, pins }) => {
        const result = relayout(graph, withPins(standingOf(await layouter(less)), pins));
        expect(measureLayout(graph, result)).toMatchObject({ edgesThroughNodes: 0, labelOverlaps: 0 });
        for (const route of result.edges.values()) {
          for (const [i, b] of route.entries()) {
            const a = route[i - 1] ?? b;
            expect(Math.min(Math.abs(a.x - b.x), Math.abs(a.y - b.y))).toBeLessThan(1);
          }
        }
      }),
      { numRuns: 120 },
    );
  });

  it('gives the same answer to the same question', async () => {
    const [edit] = fc.sample(edits, { numRuns: 1, seed: 11 });
    const standing = edit && standingOf(await layouter(edit.less));
    if (edit && standing) expect(relayout(edit.graph, standing)).toEqual(relayout(edit.graph, standing));
  });

  const node = (id: string, group?: string) => ({ id, w: 80, h: 40, ...(group !== undefined && { group }) });
  const edge = (from: string, to: string, label?: { readonly w: number; readonly h: number }) => ({
    id: `${from}${to}`,
    from,
    to,
    ...(label && { label }),
  });
  const boxIn = ({ nodes, groups }: LayoutResult, id: string) => nodes.get(id) ?? groups.get(id) ?? { x: 0, y: 0, w: 0, h: 0 };

  it.each<[Direction, (from: Box, to: Box) => boolean]>([
    ['TB', (from, to) => to.y > from.y + from.h],
    ['BT', (from, to) => to.y + to.h < from.y],
    ['LR', (from, to) => to.x > from.x + from.w],
    ['RL', (from, to) => to.x + to.w < from.x],
  ])('puts a newcomer one rank on from what leads to it, beside its siblings: %s', async (direction, isBeyond) => {
    const before: LayoutGraph = { direction, groups: [], nodes: [node('a'), node('b')], edges: [edge('a', 'b')] };
    const after = { ...before, nodes: [...before.nodes, node('c')], edges: [...before.edges, edge('a', 'c', { w: 50, h: 18 })] };
    const result = relayout(after, standingOf(await layouter(before)));
    const [a, b, c] = ['a', 'b', 'c'].map((id) => boxIn(result, id));
    expect(a && c && isBeyond(a, c)).toBe(true);
    expect(b && c && !isBeyond(b, c) && !isBeyond(c, b)).toBe(true);
  });

  it('puts a newcomer into its group, and lets the group grow only as far as that needs', async () => {
    const group = { id: 'g', label: { w: 60, h: 18 } };
    const before: LayoutGraph = { direction: 'TB', groups: [group], nodes: [node('a', 'g'), node('far')], edges: [] };
    const after = { ...before, nodes: [...before.nodes, node('b', 'g')], edges: [edge('a', 'b')] };
    const start = await layouter(before);
    const result = relayout(after, standingOf(start));
    expect(boxContainsBox(boxIn(result, 'g'), boxIn(result, 'b'))).toBe(true);
    expect(boxIn(result, 'g').w).toBe(boxIn(start, 'g').w);
    expect(boxIn(result, 'far')).toEqual(boxIn(start, 'far'));
  });

  it('draws a frame around nodes that were put into a group, where they stand', async () => {
    const before: LayoutGraph = {
      direction: 'TB',
      groups: [],
      nodes: [node('a'), node('b'), node('c')],
      edges: [edge('a', 'b'), edge('b', 'c')],
    };
    const after: LayoutGraph = {
      ...before,
      groups: [{ id: 'g', label: { w: 60, h: 18 } }],
      nodes: [node('a'), node('b', 'g'), node('c', 'g')],
    };
    const start = await layouter(before);
    const result = relayout(after, standingOf(start));
    for (const id of ['b', 'c']) {
      expect(boxIn(result, id)).toEqual(boxIn(start, id));
      expect(boxContainsBox(boxIn(result, 'g'), boxIn(result, id))).toBe(true);
    }
  });

  it('makes room for a node that has grown, by moving its neighbour alone', async () => {
    const before: LayoutGraph = {
      direction: 'TB',
      groups: [],
      nodes: [node('r'), node('a'), node('b'), node('c')],
      edges: [edge('r', 'a'), edge('r', 'b'), edge('r', 'c')],
    };
    const start = await layouter(before);
    const after = { ...before, nodes: before.nodes.map((one) => (one.id === 'a' ? { ...one, w: 140 } : one)) };
    const result = relayout(after, standingOf(start));
    expect(['r', 'c'].map((id) => boxIn(result, id))).toEqual(['r', 'c'].map((id) => boxIn(start, id)));
    expect(boxIn(result, 'b').y === boxIn(start, 'b').y || boxIn(result, 'b').x === boxIn(start, 'b').x).toBe(true);
    expect(boxesIntersect(boxIn(result, 'a'), boxIn(result, 'b'))).toBe(false);
  });

  it('keeps the routes of what has not changed, and finds new ones around what a person has moved', async () => {
    const before: LayoutGraph = {
      direction: 'LR',
      groups: [],
      nodes: [node('a'), node('b'), node('c'), node('d')],
      edges: [edge('a', 'b'), edge('b', 'c'), edge('a', 'd')],
    };
    const start = standingOf(await layouter(before));
    const b = start.nodes.get('b') ?? { x: 0, y: 0, w: 80, h: 40 };
    const nodes = new Map<string, StandingBox>([...start.nodes, ['b', { ...b, x: b.x + 600, pinned: true }]]);
    const result = relayout(before, { ...start, nodes });
    expect(result.edges.get('ad')).toEqual(start.routes.get('ad')?.points);
    expect(measureLayout(before, result)).toMatchObject({ edgesThroughNodes: 0 });
    expect(result.edges.get('ab')?.at(-1)?.x).toBeGreaterThan(b.x + 500);
  });
});
