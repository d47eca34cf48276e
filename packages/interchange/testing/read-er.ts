import type { Cardinality, ErModel } from '@autograph/languages/mermaid-er/model.ts';
import { parseEr } from '@autograph/languages/mermaid-er/parse.ts';

/** An ER text as the language's own parser reads it; fails when it cannot. */
export function readEr(source: string): ErModel {
  const parsed = parseEr(source);
  if (!parsed.ok) throw new Error(`${parsed.diagnostics[0]?.message}\n${source}`);
  return parsed.model;
}

/** Tables with their columns and keys: `{ users: 'id PK, email UK' }`. */
export function tablesIn({ entities }: ErModel): Readonly<Record<string, string>> {
  return Object.fromEntries(
    entities.map(({ name, attributes }) => [name, attributes.map((one) => [one.name, ...one.keys].join(' ')).join(', ')]),
  );
}

const left: Readonly<Partial<Record<Cardinality, string>>> = { zero_or_one: '|o', zero_or_more: '}o', only_one: '||' };
const right: Readonly<Partial<Record<Cardinality, string>>> = { zero_or_one: 'o|', zero_or_more: 'o{', only_one: '||' };

/** Relations as Mermaid writes them, sorted. */
export function relationsIn({ relations }: ErModel): readonly string[] {
  return relations
    .map(({ from, to, role, fromCardinality, toCardinality, identifying }) =>
      `${from} ${left[fromCardinality]}${identifying ? '--' : '..'}${right[toCardinality]} ${to} : ${role}`.trim(),
    )
    .sort();
}
