import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { C4Model } from './model.ts';
import { parseC4 } from './parse.ts';

function model(body: string): C4Model {
  const parsed = parseC4(`C4Context\n${body}`);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  return parsed.model;
}

const errors = (body: string) => {
  const parsed = parseC4(`C4Context\n${body}`);
  return parsed.ok ? [] : parsed.diagnostics;
};
const saying = (body: string, ...names: readonly string[]) => names.map((name) => model(body).elements[0]?.said.get(name) ?? '');

describe('elements', () => {
  it('say their name, technology and purpose by position or by name', () => {
    expect(saying('Container(a, "A", "Java", "does it")', 'label', 'techn', 'descr')).toEqual(['A', 'Java', 'does it']);
    expect(saying('Container(a, A, $descr="does it")', 'label', 'techn', 'descr')).toEqual(['A', '', 'does it']);
    expect(saying('Person(a, "", "d")', 'label', 'descr')).toEqual(['', 'd']);
  });

  it('have the kind that their word says', () => {
    expect(model('SystemDb_Ext(a, "A")\nComponentQueue(b, "B")').elements.map(({ type }) => type)).toEqual([
      'external_system_db',
      'component_queue',
    ]);
  });

  it('have the colours that a later line gives them', () => {
    expect(saying('Person(a, "A")\nUpdateElementStyle(a, "red", $borderColor="blue")', 'bgColor', 'borderColor')).toEqual(['red', 'blue']);
  });
});

it('boundaries hold elements and each other', () => {
  const { elements, boundaries } = model(
    'Enterprise_Boundary(x, "X") {\n  Boundary(y, "Y", "team") {\n    Person(a, "A")\n  }\n}\nNode(z, "Z")\n{\n  System(b, "B")\n}\n',
  );
  expect(boundaries.map(({ alias, parent, said }) => [alias, parent, said.get('type')])).toEqual([
    ['x', undefined, 'ENTERPRISE'],
    ['y', 'x', 'team'],
    ['z', undefined, 'node'],
  ]);
  expect(elements.map(({ alias, parent }) => [alias, parent])).toEqual([
    ['a', 'y'],
    ['b', 'z'],
  ]);
});

it('of two relations from one thing to another, the later one counts', () => {
  const { relations } = model('Person(a, "A")\nSystem(b, "B")\nRel(a, b, "one", "T")\nRel_Back(b, a, "back")\nRelIndex(1, a, b, "two")');
  expect(relations.map(({ type, from, to, said }) => [type, from, to, said.get('label'), said.get('techn')])).toEqual([
    ['rel', 'a', 'b', 'two', 'T'],
    ['rel_b', 'b', 'a', 'back', ''],
  ]);
});

it('keeps where everything stands', () => {
  const body = '  Boundary(x, "X") {\n    Person(a, "A b", $tags="t")\n  }\n';
  const { elements, boundaries } = model(body);
  const cut = ({ from, to }: { from: number; to: number }) => `C4Context\n${body}`.slice(from, to);
  expect(elements[0]?.calls[0]?.arguments.map(({ range, whole }) => [cut(range), cut(whole)])).toEqual([
    ['a', 'a'],
    ['A b', '"A b"'],
    ['t', '$tags="t"'],
  ]);
  expect(boundaries[0]?.ranges.map(cut)).toEqual([body.trim()]);
});

it('says in words what is wrong, and where', () => {
  expect(errors('Person(a, "A") Person(b, "B")')[0]).toMatchObject({ line: 2, message: expect.stringContaining('the end of the line') });
  expect(errors('Human(a, "A")')[0]?.message).toContain('a person, a system');
  expect(errors('Boundary(a, "A") {\nPerson(b, "B")\n')[0]?.message).toContain('"}"');
  expect(errors('Person()')[0]?.message).toContain('an argument');
  expect(errors('')[0]?.message).toContain('a person, a system');
});

describe('a hostile text', () => {
  const pieces = [
    'Person(',
    'a',
    ', ',
    '"A"',
    ')',
    '{',
    '}',
    '\n',
    '$',
    '=',
    'Boundary(',
    'Rel(',
    'title x',
    'direction LR',
    '%%',
    '"',
    '""',
    ',,',
    '\u0000',
    '𝕏',
  ];

  it('never makes it throw', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 60 }), (parts) => {
        const source = `C4Context\n${parts.join('')}`;
        const parsed = parseC4(source);
        for (const { from, to } of parsed.ok ? parsed.model.elements.flatMap(({ calls }) => calls) : parsed.diagnostics) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(source.length);
        }
      }),
    );
  });

  it.each([
    ['deep nesting', 'Boundary(a, "A") {\n'],
    ['relations', 'Rel(a, b, "x")\n'],
    ['arguments', 'Person(a, '],
    ['blank lines', '\n   '],
    ['directions', 'direction '],
  ])('as long as what is read at most comes to an end: %s', (_, piece) => {
    const { ok } = parseC4(`C4Context\n${piece.repeat(Math.ceil(1e5 / piece.length))}`);
    expect(typeof ok).toBe('boolean');
  });
});
