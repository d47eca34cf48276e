import { expect, it } from 'vitest';
import { clearTitles } from './clear-titles.ts';
import type { LayoutGraph } from './graph.ts';

it('a group grows until its title stands beside a line that crosses its top, with some room between', () => {
  const graph: LayoutGraph = {
    direction: 'TB',
    groups: [{ id: 'g', label: { w: 200, h: 18 } }],
    nodes: [
      { id: 'a', w: 20, h: 20 },
      { id: 'b', w: 20, h: 20, group: 'g' },
    ],
    edges: [{ id: 'ab', from: 'a', to: 'b' }],
  };
  for (const line of [60, 83, 120]) {
    const { groups } = clearTitles(graph, {
      nodes: new Map([
        ['a', { x: line - 10, y: -60, w: 20, h: 20 }],
        ['b', { x: line - 10, y: 60, w: 20, h: 20 }],
      ]),
      groups: new Map([['g', { x: 0, y: 0, w: 300, h: 100 }]]),
      edges: new Map([
        [
          'ab',
          [
            { x: line, y: -40 },
            { x: line, y: 60 },
          ],
        ],
      ]),
    });
    const { x = 0, w = 0 } = groups.get('g') ?? {};
    // From the border to the title it is 14 px, from the title to the line at least 4.
    expect(Math.max(x + w - 14 - 200 - 4 - line, line - (x + 14 + 200 + 4))).toBeGreaterThanOrEqual(0);
  }
});

it('a group in a group that fits closely grows for its title together with it', () => {
  const graph: LayoutGraph = {
    direction: 'TB',
    groups: [
      { id: 'outer', label: { w: 50, h: 18 } },
      { id: 'inner', label: { w: 108, h: 18 }, group: 'outer' },
    ],
    nodes: [
      { id: 'user', w: 100, h: 120, group: 'outer' },
      { id: 'web', w: 148, h: 90, group: 'inner' },
    ],
    edges: [{ id: 'uses', from: 'user', to: 'web' }],
  };
  const { groups, edges } = clearTitles(graph, {
    nodes: new Map([
      ['user', { x: 64, y: 46, w: 100, h: 120 }],
      ['web', { x: 40, y: 320, w: 148, h: 90 }],
    ]),
    groups: new Map([
      ['outer', { x: 0, y: 0, w: 228, h: 450 }],
      ['inner', { x: 20, y: 276, w: 188, h: 154 }],
    ]),
    edges: new Map([
      [
        'uses',
        [
          { x: 114, y: 166 },
          { x: 114, y: 320 },
        ],
      ],
    ]),
  });
  const inner = groups.get('inner') ?? { x: 0, y: 0, w: 0, h: 0 };
  const outer = groups.get('outer') ?? inner;
  const line = edges.get('uses')?.[0]?.x ?? 0;
  expect(Math.max(inner.x + inner.w - 14 - 108 - 4 - line, line - (inner.x + 14 + 108 + 4))).toBeGreaterThanOrEqual(0);
  expect(inner.x - outer.x).toBeGreaterThanOrEqual(10);
  expect(outer.x + outer.w - inner.x - inner.w).toBeGreaterThanOrEqual(10);
});
