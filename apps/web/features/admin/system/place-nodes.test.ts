import type { Dependencies } from '@autograph/contracts';
import { expect, it } from 'vitest';
import { placeNodes } from './place-nodes.ts';

const node = (name: string, kind: 'client' | 'service' = 'service') => ({ name, kind, status: 'healthy' as const });
const edge = (from: string, to: string) => ({ from, to, last_at: '2026-01-01T00:00:00.000Z' });

it('places callers to the left of whom they call, also where calls go in circles, and none on another', () => {
  const graph: Dependencies = {
    nodes: [node('frontend', 'client'), node('gateway'), node('auth'), node('diagram'), node('rooms'), node('idle')],
    edges: [
      edge('frontend', 'gateway'),
      edge('gateway', 'auth'),
      edge('gateway', 'diagram'),
      edge('diagram', 'rooms'),
      edge('rooms', 'diagram'),
    ],
    cycles: [['diagram', 'rooms']],
  };
  const { nodes } = placeNodes(graph);
  const x = Object.fromEntries(nodes.map((placed) => [placed.name, placed.x]));
  for (const [from = '', to = ''] of [
    ['frontend', 'gateway'],
    ['gateway', 'auth'],
    ['gateway', 'diagram'],
    ['diagram', 'rooms'],
  ])
    expect(x[from]).toBeLessThan(x[to] ?? 0);
  expect(new Set(nodes.map((placed) => `${placed.x} ${placed.y}`)).size).toBe(graph.nodes.length);
});

it('has a place for every service before anybody has called', () => {
  expect(placeNodes({ nodes: [node('gateway'), node('auth')], edges: [], cycles: [] }).nodes).toHaveLength(2);
});
