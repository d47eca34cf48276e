import { type Box, boxContainsBox, boxesIntersect, type Vec } from '@autograph/geometry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EndRoom } from '../graph.ts';
import { createLayouter } from '../layouter.ts';
import { segmentBox, segmentsOf } from '../segments.ts';
import { graphs } from '../testing/graphs.ts';
import { measureLayout } from '../testing/measure-layout.ts';

const layouter = createLayouter();

const shrunk = ({ x, y, w, h }: Box) => ({ x: x + 0.5, y: y + 0.5, w: w - 1, h: h - 1 });

/** How far a point is from the nearest side of a box, px. */
const distanceToBorder = ({ x, y }: Vec, box: Box) => {
  const dx = Math.max(box.x - x, 0, x - box.x - box.w);
  const dy = Math.max(box.y - y, 0, y - box.y - box.h);
  const inside = Math.min(Math.abs(x - box.x), Math.abs(x - box.x - box.w), Math.abs(y - box.y), Math.abs(y - box.y - box.h));
  return dx + dy > 0 ? Math.hypot(dx, dy) : inside;
};

const grown = ({ x, y, w, h }: Box) => ({ x: x - 0.5, y: y - 0.5, w: w + 1, h: h + 1 });

/** What is drawn at the first point of a route. */
const endBox = ([tip, next]: readonly Vec[], { along, low, high }: EndRoom): Box | undefined => {
  if (!tip || !next || along < 2) return undefined;
  const [length, before, after] = [along - 1, Math.max(0, low - 1), Math.max(0, high - 1)];
  return Math.abs(tip.x - next.x) < 1
    ? { x: tip.x - before, y: next.y > tip.y ? tip.y + 0.5 : tip.y - length, w: before + after, h: length - 0.5 }
    : { x: next.x > tip.x ? tip.x + 0.5 : tip.x - length, y: tip.y - before, w: length - 0.5, h: before + after };
};

describe('layered layout', () => {
  it('places every node, lets none overlap, and keeps members inside their groups', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, async (graph) => {
        const { nodes, groups } = await layouter(graph);
        expect([...nodes.keys()].sort()).toEqual(graph.nodes.map(({ id }) => id).sort());
        const boxes = [...nodes];
        for (const [i, [, a]] of boxes.entries()) {
          for (const [, b] of boxes.slice(i + 1))
            expect(boxesIntersect(a, { x: b.x + 0.5, y: b.y + 0.5, w: b.w - 1, h: b.h - 1 })).toBe(false);
        }
        for (const { id, group } of [...graph.nodes, ...graph.groups]) {
          const [inner, outer] = [nodes.get(id) ?? groups.get(id), groups.get(group ?? '')];
          if (inner && outer) expect(boxContainsBox(grown(outer), inner)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('runs every link square from border to border, and sets labels on no node and no other label', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, async (graph) => {
        const { nodes, groups, edges, labels } = await layouter(graph);
        const texts = graph.edges.flatMap(({ id, label, from, to }) => {
          const at = labels?.get(id);
          return at && label && from !== to ? [{ x: at.x - label.w / 2, y: at.y - label.h / 2, ...label }] : [];
        });
        for (const [i, text] of texts.entries()) {
          for (const other of [...nodes.values(), ...texts.slice(i + 1)]) expect(boxesIntersect(shrunk(text), other)).toBe(false);
        }
        for (const { id, from, to } of graph.edges) {
          const route = edges.get(id) ?? [];
          for (const [i, b] of route.entries()) {
            const a = route[i - 1] ?? b;
            expect(Math.min(Math.abs(a.x - b.x), Math.abs(a.y - b.y))).toBeLessThan(1);
          }
          for (const [tip, box] of [
            [route[0], nodes.get(from) ?? groups.get(from)],
            [route.at(-1), nodes.get(to)],
          ] as const) {
            if (tip && box && nodes.has(from)) expect(distanceToBorder(tip, box)).toBeLessThan(1.5);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('keeps what is drawn at the ends of links, marks and words, clear of other links, their ends and all captions', async () => {
    const room = fc.record({
      along: fc.integer({ min: 0, max: 40 }),
      low: fc.integer({ min: 0, max: 8 }),
      high: fc.integer({ min: 0, max: 24 }),
    });
    const plain = graphs.map((graph) => ({
      ...graph,
      groups: [],
      nodes: graph.nodes.map(({ id }) => ({ id, w: 800, h: 800 })),
      edges: graph.edges.filter(({ from, to }) => from !== to && from.startsWith('n') && to.startsWith('n')),
    }));
    await fc.assert(
      fc.asyncProperty(plain, fc.array(room, { minLength: 40, maxLength: 40 }), async (graph, rooms) => {
        const none = { along: 0, low: 0, high: 0 };
        const edges = graph.edges.map((edge, i) => ({ ...edge, ends: { from: rooms[2 * i] ?? none, to: rooms[2 * i + 1] ?? none } }));
        const { edges: routes, labels } = await layouter({ ...graph, edges });
        const captions = edges.flatMap(({ id, label }) => {
          const at = labels?.get(id);
          return at && label ? [{ x: at.x - label.w / 2, y: at.y - label.h / 2, ...label }] : [];
        });
        const drawn = edges.flatMap(({ id, ends }) => {
          const route = routes.get(id) ?? [];
          return [endBox(route, ends.from), endBox(route.toReversed(), ends.to)].flatMap((box) => (box ? [{ id, box }] : []));
        });
        for (const [i, { id, box }] of drawn.entries()) {
          for (const other of [...captions, ...drawn.slice(i + 1).map((end) => end.box)]) expect(boxesIntersect(box, other)).toBe(false);
          for (const [other, route] of routes) {
            if (other === id) continue;
            for (const piece of segmentsOf(route)) expect(boxesIntersect(box, segmentBox(piece, 0))).toBe(false);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('encloses in groups their members and no others, and leads no link through a node that is not its end', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, async (graph) => {
        const result = await layouter(graph);
        const parents = new Map([...graph.nodes, ...graph.groups].map(({ id, group }) => [id, group]));
        const isIn = (id: string, group: string): boolean => {
          const parent = parents.get(id);
          return parent !== undefined && (parent === group || isIn(parent, group));
        };
        for (const [group, frame] of result.groups) {
          for (const [id, box] of [...result.nodes, ...result.groups]) {
            if (id === group || isIn(id, group) || isIn(group, id)) continue;
            expect(boxesIntersect(shrunk(frame), box)).toBe(false);
          }
        }
        expect(measureLayout(graph, result).edgesThroughNodes).toBe(0);
        expect(await layouter(graph)).toEqual(result);
      }),
      { numRuns: 60 },
    );
  });

  it('takes a small step out of a link that has room to run straight', async () => {
    const { edges } = await layouter({
      direction: 'TB',
      groups: [],
      nodes: [
        { id: 'a', w: 90, h: 40 },
        { id: 'b', w: 64, h: 40 },
        { id: 'c', w: 80, h: 40 },
        { id: 'd', w: 71, h: 40 },
      ],
      edges: [
        { id: 'ab', from: 'a', to: 'b' },
        { id: 'ac', from: 'a', to: 'c' },
        { id: 'bd', from: 'b', to: 'd' },
        { id: 'cd', from: 'c', to: 'd' },
        { id: 'ad', from: 'a', to: 'd' },
      ],
    });
    for (const route of edges.values()) {
      for (const [i, b] of route.slice(2, -1).entries()) {
        const a = route[i + 1] ?? b;
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(8);
      }
    }
  });

  it('widens a group whose title its links would cross', async () => {
    const { groups, edges } = await layouter({
      direction: 'TB',
      groups: [{ id: 'g', label: { w: 70, h: 18 } }],
      nodes: [
        { id: 'a', w: 60, h: 40 },
        { id: 'b', w: 60, h: 40, group: 'g' },
      ],
      edges: [{ id: 'ab', from: 'a', to: 'b' }],
    });
    const box = groups.get('g') ?? { x: 0, y: 0, w: 0, h: 0 };
    const x = edges.get('ab')?.at(-1)?.x ?? 0;
    expect(Math.max(x - box.x, box.x + box.w - x)).toBeGreaterThanOrEqual(84);
  });

  it('gives the same answer to the same question', async () => {
    const [graph] = fc.sample(graphs, { numRuns: 1, seed: 5 });
    if (graph) expect(await createLayouter()(graph)).toEqual(await layouter(graph));
  });

  it('runs links along the direction, longer ones farther, and keeps the order of siblings', async () => {
    const node = (id: string) => ({ id, w: 60, h: 40 });
    const { nodes, edges } = await layouter({
      direction: 'LR',
      groups: [],
      nodes: ['a', 'b', 'c', 'd'].map(node),
      edges: [
        { id: 'ab', from: 'a', to: 'b' },
        { id: 'ac', from: 'a', to: 'c' },
        { id: 'ad', from: 'a', to: 'd', length: 3 },
      ],
    });
    const at = (id: string) => nodes.get(id) ?? { x: 0, y: 0, w: 0, h: 0 };
    expect(at('b').x).toBeGreaterThan(at('a').x + 60);
    expect(at('d').x).toBeGreaterThan(at('b').x + 120);
    expect(at('b').y).toBeLessThan(at('c').y);
    const route = edges.get('ab') ?? [];
    expect(route[0]?.x).toBeCloseTo(at('a').x + 60, 0);
    expect(route.at(-1)?.x).toBeCloseTo(at('b').x, 0);
  });

  it('spreads links along the bars of forks and joins', async () => {
    const states = ['a', 'b', 'c'];
    const { edges } = await layouter({
      direction: 'TB',
      groups: [],
      nodes: [...['fork', 'join'].map((id) => ({ id, w: 112, h: 10 })), ...states.map((id) => ({ id, w: 80, h: 40 }))],
      edges: states.flatMap((id) => [
        { id: `${id}<`, from: 'fork', to: id },
        { id: `${id}>`, from: id, to: 'join' },
      ]),
    });
    for (const ends of [states.map((id) => edges.get(`${id}<`)?.[0]), states.map((id) => edges.get(`${id}>`)?.at(-1))]) {
      const places = ends.map((end) => end?.x ?? 0).sort((a, b) => a - b);
      for (const [i, place] of places.slice(1).entries()) expect(place - (places[i] ?? 0)).toBeGreaterThan(30);
    }
  });

  it('leaves room for labels between the ends of their links', async () => {
    const { nodes, labels } = await layouter({
      direction: 'LR',
      groups: [],
      nodes: [
        { id: 'a', w: 40, h: 40 },
        { id: 'b', w: 40, h: 40 },
      ],
      edges: [{ id: 'ab', from: 'a', to: 'b', label: { w: 100, h: 18 } }],
    });
    const middle = labels?.get('ab')?.x ?? 0;
    expect(middle - 50).toBeGreaterThan((nodes.get('a')?.x ?? 0) + 40);
    expect(middle + 50).toBeLessThan(nodes.get('b')?.x ?? 0);
  });
});
