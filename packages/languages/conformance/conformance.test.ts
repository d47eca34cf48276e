import { describe, expect, it } from 'vitest';
import { compareSources, conformanceTable } from './compare.node.ts';
import { documentedSources, widerSources } from './sources.node.ts';

const native = [
  'flowchart',
  'sequence',
  'er',
  'class',
  'state',
  'gantt',
  'gitgraph',
  'mindmap',
  'timeline',
  'kanban',
  'requirement',
  'c4',
  'architecture',
  'block',
];

describe('examples of Mermaid’s documentation', async () => {
  const rows = await compareSources(documentedSources());
  console.log(conformanceTable(rows));

  it.each(native)('reads every %s as Mermaid does', (type) => {
    const row = rows.find((candidate) => candidate.type === type);
    expect(row?.differences).toEqual([]);
    expect(row?.sameModel).toBe(row?.files);
  });

  it('accepts what Mermaid accepts, of every type', () => {
    const refused = rows.flatMap(({ differences }) => differences.filter((line) => line.includes('Mermaid accepts it')));
    expect(refused).toEqual([]);
  });

  it('covers the whole corpus', () => {
    expect(rows.reduce((sum, { files }) => sum + files, 0)).toBe(374);
  });
});

describe('sources of Mermaid’s own tests', async () => {
  const rows = await compareSources(widerSources());
  console.log(conformanceTable(rows));

  it.each(native)('reads at least 98 % of the %s sources as Mermaid does', (type) => {
    const row = rows.find((candidate) => candidate.type === type);
    expect(row?.files).toBeGreaterThan(100);
    expect((row?.sameModel ?? 0) / (row?.files ?? 1)).toBeGreaterThanOrEqual(0.98);
  });
});
