import fc from 'fast-check';
import type { Direction, LayoutGraph } from '../graph.ts';

/** Graphs with groups in groups, labels, loops, long edges and edges to groups. */
export const graphs: fc.Arbitrary<LayoutGraph> = fc
  .record({
    direction: fc.constantFrom<Direction>('TB', 'BT', 'LR', 'RL'),
    groups: fc.array(fc.record({ parent: fc.nat(9), direction: fc.option(fc.constantFrom<Direction>('TB', 'LR'), { nil: undefined }) }), {
      maxLength: 4,
    }),
    nodes: fc.array(fc.record({ group: fc.nat(9), w: fc.integer({ min: 10, max: 200 }), h: fc.integer({ min: 10, max: 90 }) }), {
      minLength: 1,
      maxLength: 14,
    }),
    edges: fc.array(fc.record({ from: fc.nat(99), to: fc.nat(99), label: fc.boolean(), length: fc.integer({ min: 1, max: 3 }) }), {
      maxLength: 20,
    }),
  })
  .map(({ direction, groups, nodes, edges }) => {
    const inGroup = (index: number, below: number) => (index < below ? { group: `g${index}` } : {});
    const ends = [...nodes.map((_, i) => `n${i}`), ...groups.map((_, i) => `g${i}`)];
    return {
      direction,
      groups: groups.map((group, i) => ({
        id: `g${i}`,
        label: { w: 60, h: 18 },
        ...inGroup(group.parent, i),
        ...(group.direction && { direction: group.direction }),
      })),
      nodes: nodes.map(({ group, w, h }, i) => ({ id: `n${i}`, w, h, ...inGroup(group, groups.length) })),
      edges: edges.map(({ from, to, label, length }, i) => ({
        id: `e${i}`,
        from: ends[from % ends.length] ?? 'n0',
        to: ends[to % ends.length] ?? 'n0',
        length,
        ...(label && { label: { w: 40, h: 18 } }),
      })),
    };
  });
