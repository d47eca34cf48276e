import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EntitySketch } from '../entity-sketch.ts';
import { labelText } from '../mermaid/label.ts';
import { parseEr } from './parse.ts';
import { writeEr } from './write.ts';

const awkward = fc.constantFrom(
  ...[
    'direction LR',
    'erDiagram',
    'accDescr',
    'accTitle: x',
    'end',
    'one',
    'to',
    'u',
    'style',
    'class',
    'subgraph',
    'PK',
    'fk-x',
    '1',
    'a b',
  ],
  ...[
    '"',
    '`',
    '%%{init}%%',
    '%% a',
    '<br/>',
    '<a b="c">',
    '#35;',
    '&amp;',
    '\\n',
    '{',
    '}',
    '~a~',
    "O'Hara",
    'naïve',
    '表',
    'u.x',
    'a--b',
    ']',
  ],
);
/** As identifiers are: no control characters, spaces even and not at the ends. */
const text = fc
  .array(fc.oneof(awkward, fc.string({ unit: 'grapheme', maxLength: 6 })), { minLength: 1, maxLength: 3 })
  .map((parts) =>
    parts
      .join('')
      .replace(/\p{Cc}/gu, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  .filter((name) => name !== '' && name !== '_');

const attribute = fc.record({
  type: fc.oneof(fc.constantFrom('int', 'varchar(255)', 'double precision', 'text[]'), text),
  name: text,
  keys: fc.constantFrom<readonly ('PK' | 'FK' | 'UK')[]>([], ['PK'], ['PK', 'FK'], ['FK', 'UK']),
  comment: fc.oneof(fc.constant(''), text),
});
const cardinality = fc.constantFrom('zero_or_one' as const, 'zero_or_more' as const, 'only_one' as const);

const sketch: fc.Arbitrary<EntitySketch> = fc.uniqueArray(text, { minLength: 1, maxLength: 5 }).chain((names) =>
  fc.record({
    entities: fc.tuple(
      ...names.map((name) =>
        fc.record({ name: fc.constant(name), note: fc.oneof(fc.constant(''), text), attributes: fc.array(attribute, { maxLength: 4 }) }),
      ),
    ),
    relations: fc.array(
      fc.record({
        ...{ from: fc.constantFrom(...names), to: fc.constantFrom(...names), role: fc.oneof(fc.constant(''), text) },
        ...{ fromCardinality: cardinality, toCardinality: cardinality, identifying: fc.boolean() },
      }),
      { maxLength: 4 },
    ),
    groups: fc.tuple(text, fc.subarray(names, { minLength: 1 })).map(([title, members]) => [{ title, members }]),
  }),
);

it('writes any names, types and comments so that they are read back as they were', () => {
  fc.assert(
    fc.property(sketch, (given) => {
      const { source } = writeEr(given);
      const parsed = parseEr(source);
      if (!parsed.ok) throw new Error(`${parsed.diagnostics[0]?.message}\n${source}`);
      const { entities, relations, groups } = parsed.model;
      const titles = new Set(groups.map(({ id }) => id));
      const read = entities.filter(({ name }) => !titles.has(name));
      const sorted = <T extends { readonly name: string }>(items: readonly T[]) => items.toSorted((a, b) => (a.name < b.name ? -1 : 1));
      expect(sorted(read.map(({ name, attributes }) => ({ name: labelText(name), attributes: attributes.map(plain) })))).toEqual(
        sorted(given.entities.map(({ name, attributes }) => ({ name, attributes: attributes.map((one) => ({ ...one })) }))),
      );
      expect(
        relations.map(({ from, to, role, fromCardinality, toCardinality, identifying }) => ({
          ...{ from: labelText(from), to: labelText(to), role: labelText(role), fromCardinality, toCardinality, identifying },
        })),
      ).toEqual(given.relations.map((one) => ({ ...one })));
      expect(groups.map(({ title, members }) => ({ title: labelText(title), members: members.map(labelText).sort() }))).toEqual(
        given.groups.map(({ title, members }) => ({ title, members: members.toSorted() })),
      );
    }),
    { numRuns: 500 },
  );
});

function plain({ type, name, keys, comment }: { type: string; name: string; keys: readonly string[]; comment: string }) {
  return { type: labelText(type), name: labelText(name), keys, comment: labelText(comment) };
}
