import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClassModel } from './model.ts';
import { parseClass } from './parse.ts';

function model(source: string): ClassModel {
  const parsed = parseClass(source);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  return parsed.model;
}

function errors(source: string) {
  const parsed = parseClass(source);
  return parsed.ok ? [] : parsed.diagnostics;
}

const first = (body: string) => model(`classDiagram\n${body}`).classes[0];
const membersOf = (body: string) =>
  first(body)?.members.map(({ kind, visibility, text, classifier }) => [kind, visibility, text, classifier]);

describe('members', () => {
  it('are attributes and methods with visibility, generic types and marks [F268] [F294]', () => {
    const written = membersOf(
      'class User {\n  +String name\n  -List~int~ ids\n  #login(name: String) bool\n  ~stop()*\n  +now()$ Map~K, V~\n  limit$\n}',
    );
    expect(written).toEqual([
      ['attribute', '+', '+String name', ''],
      ['attribute', '-', '-List<int> ids', ''],
      ['method', '#', '#login(name: String) : bool', ''],
      ['method', '~', '~stop()', '*'],
      ['method', '+', '+now() : Map<K, V>', '$'],
      ['attribute', '', 'limit', '$'],
    ]);
  });

  it('are the same in a body and in lines of their own', () => {
    expect(membersOf('A : +int age\nA: run() bool')).toEqual(membersOf('class A {\n+int age\nrun() bool\n}'));
  });

  it('of nested generic types pair their tildes from the outside', () => {
    expect(membersOf('A : List~List~int~~ a')).toEqual([['attribute', '', 'List<List<int>> a', '']]);
  });
});

describe('classes', () => {
  it('have annotations inside and outside, labels, generic types and style classes [F295]', () => {
    expect(first('class Shape~T~["A shape"]:::hot {\n  <<interface>>\n}')).toMatchObject({
      name: 'Shape',
      generic: 'T',
      label: 'A shape',
      classes: ['hot'],
      annotations: [{ text: 'interface' }],
    });
    expect(first('class A <<abstract>>\n<<service>> A')?.annotations.map(({ text }) => text)).toEqual(['abstract', 'service']);
  });

  it('may have names in backticks and of any letters', () => {
    expect(model('classDiagram\n`my class` --> Größe\n類 --> A.b-c').classes.map(({ name }) => name)).toEqual([
      'my class',
      'Größe',
      '類',
      'A.b-c',
    ]);
  });

  it('stand in namespaces, which nest by braces and by dots', () => {
    const { namespaces, classes } = model('classDiagram\nnamespace A.B["Bee"] {\n class X\n namespace C {\n  class Y\n }\n}');
    expect(namespaces).toMatchObject([
      { id: 'A', explicit: false },
      { id: 'A.B', label: 'Bee', parent: 'A', explicit: true },
      { id: 'A.B.C', label: 'C', parent: 'A.B' },
    ]);
    expect(classes).toMatchObject([{ namespace: 'A.B' }, { namespace: 'A.B.C' }]);
  });
});

describe('relations', () => {
  it.each([
    ['<|--', 'extension', 'none', false],
    ['--*', 'none', 'composition', false],
    ['o--', 'aggregation', 'none', false],
    ['..>', 'none', 'dependency', true],
    ['<|..|>', 'extension', 'extension', true],
    ['--', 'none', 'none', false],
  ])('reads %s [F269]', (arrow, fromHead, toHead, dashed) => {
    expect(model(`classDiagram\nA "1" ${arrow} "0..*" B : has`).relations).toMatchObject([
      { from: 'A', to: 'B', fromHead, toHead, dashed, fromText: '1', toText: '0..*', label: 'has' },
    ]);
  });

  it('of a lollipop end at an interface of its own', () => {
    const { classes, interfaces } = model('classDiagram\napi ()-- Server\nServer --() api');
    expect(classes.map(({ name }) => name)).toEqual(['Server']);
    expect(interfaces).toMatchObject([
      { label: 'api', of: 'Server' },
      { label: 'api', of: 'Server' },
    ]);
  });
});

it('says in words what is wrong, and where', () => {
  expect(errors('classDiagram\n  A -> B')[0]).toMatchObject({ line: 2, message: expect.stringContaining('Expected a line, "--" or ".."') });
  expect(errors('classDiagram\n<<interface>> A')[0]?.message).toContain('no class called “A”');
  expect(errors('classDiagram\n')[0]?.message).toContain('Expected a class');
  expect(errors('classDiagram\nclass A {\n x\n')[0]?.message).toContain('"}"');
});

describe('a hostile text', () => {
  it('never makes it throw', () => {
    const pieces = fc.constantFrom(
      'class ',
      'A',
      '{',
      '}',
      '\n',
      '"',
      '`',
      '~',
      '<<',
      '--',
      '()',
      ' : ',
      'namespace ',
      'note ',
      '\u0000',
      '𝕏',
      '%%',
      'click A call ',
      'x',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 60 }), (parts) => {
        const source = `classDiagram\n${parts.join('')}`;
        const parsed = parseClass(source);
        for (const { from, to } of parsed.ok ? parsed.model.relations.map(({ range }) => range) : parsed.diagnostics) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(source.length);
        }
      }),
    );
  });

  it.each([
    ['deep nesting', 'classDiagram\n', 'namespace N {\n'],
    ['one long line', 'classDiagram\nA : ', 'style a:#b;'],
    ['lines', 'classDiagram\n', '-'],
    ['tildes', 'classDiagram\nA : x', '~'],
    ['relations', 'classDiagram\n', 'A --> B : c\n'],
    ['directions', 'classDiagram\n', 'direction '],
  ])('as long as what is read at most comes to an end: %s', (_, start, piece) => {
    const { ok } = parseClass(start + piece.repeat(Math.ceil(1e5 / piece.length)));
    expect(typeof ok).toBe('boolean');
  });
});
