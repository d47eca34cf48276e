import { boxContains } from '@autograph/geometry';
import { describe, expect, it } from 'vitest';
import type { LayoutGraph } from './graph.ts';
import { createLayouter } from './layouter.ts';

const layouter = createLayouter();
const label = { w: 60, h: 18 };

/** Four groups in one, each with two nodes and a captioned edge between them. */
const graph = (across: LayoutGraph['edges'] = []): LayoutGraph => {
  const names = ['a', 'b', 'c', 'd'];
  return {
    direction: 'TB',
    nodes: names.flatMap((name) => [
      { id: `${name}1`, w: 60, h: 40, group: name },
      { id: `${name}2`, w: 60, h: 40, group: name },
    ]),
    groups: [{ id: 'all', label }, ...names.map((id, turn) => ({ id, group: 'all', label: { w: 0, h: 0 }, turn: names.length - turn }))],
    edges: [
      ...names.map((name) => ({ id: name, from: `${name}1`, to: `${name}2`, label: { w: 40 + 10 * name.charCodeAt(0), h: 18 } })),
      ...across,
    ],
  };
};

describe('groups that have a turn', () => {
  it('stand side by side in that order, with all that is in them', async () => {
    const { groups, nodes, labels, edges } = await layouter(graph());
    const order = [...groups].filter(([id]) => id !== 'all').toSorted(([, a], [, b]) => a.x - b.x);
    expect(order.map(([id]) => id)).toEqual(['d', 'c', 'b', 'a']);
    for (const [i, [id, box]] of order.entries()) {
      expect(box.x).toBeGreaterThanOrEqual((order[i - 1]?.[1].x ?? -1) + (order[i - 1]?.[1].w ?? 0));
      for (const inner of [nodes.get(`${id}1`), nodes.get(`${id}2`), labels?.get(id), ...(edges.get(id) ?? [])]) {
        expect(inner && boxContains(box, inner)).toBe(true);
      }
    }
  });

  it('stay where they are when something runs from one to another', async () => {
    const linked = graph([{ id: 'x', from: 'a1', to: 'b2' }]);
    const without = { ...linked, groups: linked.groups.map(({ turn: _, ...group }) => group) };
    expect(await layouter(linked)).toEqual(await layouter(without));
  });
});

it('frames are as wide as their titles, where there is room', async () => {
  const { groups } = await layouter({
    direction: 'TB',
    nodes: ['a', 'b'].map((id) => ({ id, w: 60, h: 40, group: id === 'a' ? 'outer' : 'inner' })),
    groups: [
      { id: 'outer', label: { w: 400, h: 18 } },
      { id: 'inner', group: 'outer', label: { w: 200, h: 18 } },
    ],
    edges: [{ id: 'e', from: 'a', to: 'b' }],
  });
  expect(groups.get('outer')?.w).toBeGreaterThanOrEqual(428);
  expect(groups.get('inner')?.w).toBeGreaterThanOrEqual(228);
});
