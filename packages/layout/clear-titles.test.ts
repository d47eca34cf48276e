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
