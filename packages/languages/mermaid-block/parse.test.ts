import { describe, expect, it } from 'vitest';
import { parseBlocks } from './parse.ts';

function read(source: string) {
  const parsed = parseBlocks(source);
  if (!parsed.ok) throw new Error(parsed.diagnostics.map(({ message, line }) => `${line}: ${message}`).join('\n'));
  return parsed.model;
}

describe('a block diagram', () => {
  it('has blocks in columns, with spans, spaces and blocks in blocks', () => {
    const { columns, children } = read(
      'block\ncolumns 3\na["A"] b:2\nspace:2 c(("C"))\nblock:g["Group"]:2\n  columns 2\n  d e\nend\nx<["Go"]>(right, down)',
    );
    expect(columns).toBe(3);
    expect(children).toMatchObject([
      { id: 'a', label: 'A', type: 'square', width: 1 },
      { id: 'b', label: 'b', type: 'na', width: 2 },
      { type: 'space' },
      { type: 'space' },
      { id: 'c', type: 'circle' },
      { id: 'g', label: 'Group', type: 'composite', width: 2, columns: 2, children: [{ id: 'd' }, { id: 'e' }] },
      { id: 'x', type: 'block_arrow', directions: ['right', 'down'] },
    ]);
  });

  it('has edges that declare what they join, each at its place in the text', () => {
    const source = 'block\na b\na -- "calls" --> c["C"]\na -.-> b';
    const { children, edges } = read(source);
    expect(children.map(({ label }) => label)).toEqual(['a', 'b', 'C']);
    expect(edges).toMatchObject([
      { from: 'a', to: 'c', label: 'calls', arrow: '-->' },
      { from: 'a', to: 'b', arrow: '-.->' },
    ]);
    expect(edges.map(({ link }) => source.slice(link.from, link.to))).toEqual(['-- "calls" -->', '-.->']);
  });

  it('has classes and styles, later words over earlier ones', () => {
    const { children, classDefs } = read('block\na b\na("Round")\nclassDef hot fill:#f00;\nclass a,b hot\nstyle b fill:#969;');
    expect(children).toMatchObject([
      { label: 'Round', type: 'round', classes: ['hot'], styles: [] },
      { classes: ['hot'], styles: ['fill:#969'] },
    ]);
    expect([...classDefs]).toEqual([['hot', ['fill:#f00']]]);
  });

  it('has all edges of a chain, and says that Mermaid would not', () => {
    const parsed = parseBlocks('block\na --> b --> c');
    expect(parsed.ok && parsed.model.edges.map(({ id }) => id)).toEqual(['a-b', 'b-c']);
    expect(parsed.ok && parsed.warnings).toMatchObject([{ severity: 'warning', line: 2, column: 7 }]);
  });

  it('says what is wrong', () => {
    const complaint = (source: string) => {
      const parsed = parseBlocks(source);
      return parsed.ok ? undefined : parsed.diagnostics[0]?.message;
    };
    expect(complaint('block\na[A]')).toBe('Expected words in quotes, but found "A]".');
    expect(complaint('block\nblock:g\na')).toContain('"end", which closes the block');
    expect(complaint(`block\n${'block\n'.repeat(9000)}a\n${'end\n'.repeat(9000)}`)).toContain('deep');
    expect(complaint('block\na\nstyle b fill:#fff')).toContain('stands above it');
  });
});
