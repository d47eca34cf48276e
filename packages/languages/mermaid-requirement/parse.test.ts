import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequirementModel } from './model.ts';
import { parseRequirements } from './parse.ts';

function model(body: string): RequirementModel {
  const parsed = parseRequirements(`requirementDiagram\n${body}`);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  return parsed.model;
}

const errors = (body: string) => {
  const parsed = parseRequirements(`requirementDiagram\n${body}`);
  return parsed.ok ? [] : parsed.diagnostics;
};
const fieldsOf = (body: string) => [...(model(body).items[0]?.fields ?? [])].map(([name, { text }]) => [name, text]);

describe('requirements and elements', () => {
  it('have a kind, a name and fields, of which the first of several counts', () => {
    const body = 'functionalRequirement "a b" {\nid: 1.1\ntext: "x: y"\nrisk: HIGH\nverifymethod: test\nid: 2\n}\n';
    expect(model(body).items).toMatchObject([{ name: 'a b', kind: 'requirement', type: 'Functional Requirement' }]);
    expect(fieldsOf(body)).toEqual([
      ['id', '1.1'],
      ['text', 'x: y'],
      ['risk', 'High'],
      ['verifyMethod', 'Test'],
    ]);
    expect(fieldsOf('element e {\ntype: word doc\ndocRef: a/b\n}\n')).toEqual([
      ['type', 'word doc'],
      ['docref', 'a/b'],
    ]);
  });

  it('have the styles of their lines and of the classes that are known by then', () => {
    const body =
      'requirement a {\n}\nclassDef hot fill:red\na:::hot\nstyle a stroke:blue, color: green\nclass nobody hot\nclassDef hot font-weight:bold\n';
    expect(model(body).items[0]).toMatchObject({
      classes: ['default', 'hot'],
      styles: ['fill:red', 'stroke:blue', 'color:green', 'font-weight:bold'],
    });
  });
});

it('relations run from the one that is named first, or against the arrow', () => {
  const { relations } = model('requirement a {\n}\nelement b {\n}\nb - satisfies -> a\na <- copies - b\n');
  expect(relations).toMatchObject([
    { from: 'b', to: 'a', type: 'satisfies' },
    { from: 'b', to: 'a', type: 'copies' },
  ]);
});

it('keeps where everything stands, with line ends of either kind', () => {
  const source = 'requirementDiagram\r\nrequirement a {\r\n  text: some words\r\n}\r\na - traces -> "a"\r\n';
  const parsed = parseRequirements(source);
  if (!parsed.ok) throw new Error('does not parse');
  const cut = ({ from, to }: { from: number; to: number }) => source.slice(from, to);
  const [item] = parsed.model.items;
  const [relation] = parsed.model.relations;
  const text = item?.fields.get('text');
  expect([text?.range, text?.line, relation?.typeRange, relation?.toRange].map((range) => range && cut(range))).toEqual([
    'some words',
    'text: some words',
    'traces',
    '"a"',
  ]);
});

it('says in words what is wrong, and where', () => {
  expect(errors('requirement a {\n  risk: huge\n}')[0]).toMatchObject({ line: 3, message: expect.stringContaining('low, medium, high') });
  expect(errors('a - likes -> b')[0]?.message).toContain('satisfies');
  expect(errors('requirement a {\ntype: x\n}')[0]?.message).toContain('"verifyMethod:"');
  expect(errors('requirement a {\n')[0]?.message).toContain('"}"');
});

describe('a hostile text', () => {
  const pieces = [
    'requirement ',
    'a',
    '{',
    '}',
    '\n',
    '"',
    ' - ',
    '->',
    '<-',
    'traces',
    ':',
    'id',
    'risk: high',
    'style ',
    'class ',
    'direction LR',
  ];
  const more = ['element ', 'classDef x', ',', '%', '#', ';', '\u0000', '𝕏', '\r\n'];

  it('never makes it throw', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces, ...more), fc.string({ maxLength: 3 })), { maxLength: 60 }), (parts) => {
        const source = `requirementDiagram\n${parts.join('')}`;
        const parsed = parseRequirements(source);
        for (const { from, to } of parsed.ok ? parsed.model.mentions : parsed.diagnostics) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(source.length);
        }
      }),
    );
  });

  it.each([
    ['relations', 'a - traces -> b\n'],
    ['words', 'a '],
    ['fields', 'requirement a {\nid: 1\n}\n'],
    ['styles', 'style a b:c,'],
    ['directions', 'direction '],
  ])('as long as what is read at most comes to an end: %s', (_, piece) => {
    const { ok } = parseRequirements(`requirementDiagram\n${piece.repeat(Math.ceil(1e5 / piece.length))}`);
    expect(typeof ok).toBe('boolean');
  });
});
