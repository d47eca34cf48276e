import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareSources, conformanceTable } from './compare.node.ts';
import { nativeTypes } from './native-types.ts';
import { readmeRow } from './readme-rows.node.ts';
import { documentedSources, widerSources } from './sources.node.ts';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

const documentedRows = compareSources(documentedSources());
const further = widerSources();

describe('examples of Mermaid’s documentation', async () => {
  const rows = await documentedRows;
  console.log(conformanceTable(rows));

  it.each(nativeTypes)('reads every %s as Mermaid does', (type) => {
    const row = rows.find((candidate) => candidate.type === type);
    expect(row?.differences).toEqual([]);
    expect(row?.files).toBeGreaterThan(2);
    expect([row?.sameVerdict, row?.sameModel]).toEqual([row?.files, row?.files]);
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
  const rows = await compareSources(further);
  console.log(conformanceTable(rows));

  it.each(nativeTypes)('accepts and rejects at least 98 % of the %s sources as Mermaid does, and finds the same in them', (type) => {
    const { files = 0, sameVerdict = 0, sameModel = 0 } = rows.find((candidate) => candidate.type === type) ?? {};
    expect(files).toBeGreaterThan(100);
    expect([100 * sameVerdict, 100 * sameModel].map((sum) => sum / files >= 98)).toEqual([true, true]);
  });

  it.each(nativeTypes)('has the README’s figures of %s', async (type) => {
    expect(readme.split('\n')).toContain(readmeRow(type, await documentedRows, rows, further));
  });
});
