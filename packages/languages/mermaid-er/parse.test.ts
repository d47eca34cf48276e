import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cardinality, ErModel } from './model.ts';
import { parseEr } from './parse.ts';

function model(source: string): ErModel {
  const parsed = parseEr(source);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  return parsed.model;
}

function firstError(source: string) {
  const parsed = parseEr(source);
  return parsed.ok ? undefined : parsed.diagnostics[0];
}

describe('cardinalities [F267]', () => {
  const cases: readonly (readonly [string, Cardinality, string, Cardinality])[] = [
    ['|o', 'zero_or_one', 'o|', 'zero_or_one'],
    ['||', 'only_one', '||', 'only_one'],
    ['}o', 'zero_or_more', 'o{', 'zero_or_more'],
    ['}|', 'one_or_more', '|{', 'one_or_more'],
    ['one or zero', 'zero_or_one', 'zero or one', 'zero_or_one'],
    ['one or more', 'one_or_more', 'one or many', 'one_or_more'],
    ['many(1)', 'one_or_more', '1+', 'one_or_more'],
    ['zero or more', 'zero_or_more', 'zero or many', 'zero_or_more'],
    ['many(0)', 'zero_or_more', '0+', 'zero_or_more'],
    ['many', 'zero_or_more', 'only one', 'only_one'],
    ['one', 'only_one', '1', 'only_one'],
  ];

  it.each(cases)('reads %s as %s and %s as %s', (left, from, right, to) => {
    const [solid] = model(`erDiagram\n  A ${left} -- ${right} B : r`).relations;
    expect(solid).toMatchObject({ from: 'A', to: 'B', role: 'r', fromCardinality: from, toCardinality: to, identifying: true });
    const [dashed] = model(`erDiagram\n  A ${left} optionally to ${right} B : r`).relations;
    expect(dashed).toMatchObject({ fromCardinality: from, toCardinality: to, identifying: false });
  });
});

describe('entities', () => {
  it('keeps types, keys, comments and aliases of attributes and entities [F266]', () => {
    const { entities } = model(
      'erDiagram\n p["Big person"]:::vip {\n  List~int~ ids PK, FK "all of them"\n  string[] names\n }\n classDef vip fill:#f9f',
    );
    expect(entities[0]).toMatchObject({ name: 'p', alias: 'Big person', classes: ['vip'] });
    expect(entities[0]?.attributes).toMatchObject([
      { type: 'List~int~', name: 'ids', keys: ['PK', 'FK'], comment: 'all of them' },
      { type: 'string[]', name: 'names', keys: [], comment: '' },
    ]);
  });

  it('puts entities into the innermost subgraph that names them first', () => {
    const { groups } = model('erDiagram\n subgraph outer [Out side]\n  A\n  subgraph inner\n   B\n  end\n end\n B ||--|| A : r');
    expect(groups).toMatchObject([
      { id: 'inner', members: ['B'] },
      { id: 'outer', title: 'Out side', members: ['A', 'inner'] },
    ]);
  });

  it('knows where everything stands', () => {
    const source = '---\ntitle: Shop\n---\n%% orders\nerDiagram\r\n  "Line item" {\n    int count "how #35; many"\n  }';
    const { entities, title } = model(source);
    const [entity] = entities;
    const attribute = entity?.attributes[0];
    const cut = (range?: { from: number; to: number }) => source.slice(range?.from, range?.to);
    expect(title).toBe('Shop');
    expect(cut(entity?.mentions[0])).toBe('"Line item"');
    expect([cut(attribute?.typeRange), cut(attribute?.nameRange), cut(attribute?.commentRange)]).toEqual([
      'int',
      'count',
      '"how #35; many"',
    ]);
    expect(attribute?.comment).toBe('how #35; many');
  });
});

describe('errors', () => {
  it.each([
    ['erDiagram\n  A ||--o{', 2, 'the entity at the other end'],
    ['erDiagram\n  A ||-- B : x', 2, 'a cardinality'],
    ['erDiagram\n  A ||--|| B', 2, '":" and the name of the relationship'],
    ['erDiagram\n  A {\n    string\n  }', 4, 'the name of the attribute'],
    ['erDiagram\n  subgraph S\n  A\n', 4, '"end" to close the subgraph'],
    ['erDiagram\n  A\n  end', 3, 'closes nothing'],
  ])('says what %j lacks', (source, line, words) => {
    const error = firstError(source);
    expect(error?.line).toBe(line);
    expect(error?.message).toContain(words);
  });

  it('reports several mistakes at once', () => {
    const parsed = parseEr('erDiagram\n A ||--\n B ||--|| C : ok\n D : x');
    expect(parsed.ok ? [] : parsed.diagnostics.map(({ line }) => line)).toEqual([2, 4]);
  });
});

const word = fc
  .stringMatching(/^[A-Z][A-Z_]{1,8}[A-Z0-9]$/)
  .filter((text) => !/^(?:ONE|MANY|END|STYLE|CLASS|TO|ZERO|ONLY|OPTIONALLY)/.test(text));
const lower = fc.stringMatching(/^[a-z][a-z_]{1,8}[a-z]$/);
const attribute = fc.record({
  type: fc.oneof(
    lower,
    lower.map((text) => `${text}[]`),
    lower.map((text) => `${text}(10)`),
  ),
  name: lower.map((text) => `${text}_x`),
  keys: fc.uniqueArray(fc.constantFrom('PK', 'FK', 'UK'), { maxLength: 3 }),
  comment: fc.stringMatching(/^[a-zA-Z ,.é]{0,12}$/),
});
const entity = fc.record({ name: word, attributes: fc.array(attribute, { maxLength: 4 }) });

describe('properties', () => {
  it('reads back what is printed', () => {
    fc.assert(
      fc.property(fc.uniqueArray(entity, { minLength: 1, maxLength: 6, selector: ({ name }) => name }), (entities) => {
        const blocks = entities.map(({ name, attributes }) => {
          const rows = attributes.map(
            ({ type, name, keys, comment }) => `    ${type} ${name} ${keys.join(', ')} ${comment ? `"${comment}"` : ''}`,
          );
          return `  ${name} {\n${rows.join('\n')}\n  }`;
        });
        const read = model(['erDiagram', ...blocks].join('\n')).entities;
        expect(read.map(({ name, attributes }) => ({ name, attributes }))).toMatchObject(entities);
      }),
    );
  });

  it('answers any text, in time that grows with its length', () => {
    const bits = fc.constantFrom(
      'erDiagram',
      '\n',
      ' ',
      '{',
      '}',
      '"',
      '||',
      '--',
      'o{',
      ':',
      'A',
      'direction LR',
      'subgraph',
      'end',
      '~',
      '`',
      '[',
      ']',
      '%%',
      '#',
      'é',
      '\u0000',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(bits, { maxLength: 60 }).map((parts) => `erDiagram\n${parts.join('')}`),
        ),
        (source) => {
          const parsed = parseEr(source);
          for (const { from, to, line } of parsed.ok ? [] : parsed.diagnostics) {
            expect(from).toBeLessThanOrEqual(to);
            expect(to).toBeLessThanOrEqual(source.length);
            expect(line).toBeGreaterThan(0);
          }
        },
      ),
    );
  });
});
