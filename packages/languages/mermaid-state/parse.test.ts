import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StateModel } from './model.ts';
import { parseState } from './parse.ts';

function model(body: string): StateModel {
  const parsed = parseState(`stateDiagram-v2\n${body}`);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  return parsed.model;
}

function errors(source: string) {
  const parsed = parseState(source);
  return parsed.ok ? [] : parsed.diagnostics;
}

const statesOf = (body: string) => model(body).states.map(({ id, kind }) => `${id} ${kind}`);
const linesOf = (body: string) => model(body).states[0]?.descriptions.map(({ text }) => text);

describe('states', () => {
  it('are named by transitions, with a start and an end [F270]', () => {
    const { transitions } = model('[*] --> Active\nActive --> Inactive : sleep\nInactive --> [*]');
    expect(statesOf('[*] --> Active\nActive --> Inactive\nInactive --> [*]')).toEqual([
      'root_start start',
      'Active state',
      'Inactive state',
      'root_end end',
    ]);
    expect(transitions).toMatchObject([
      { from: 'root_start', to: 'Active', label: '' },
      { from: 'Active', to: 'Inactive', label: 'sleep' },
      { from: 'Inactive', to: 'root_end', label: '' },
    ]);
  });

  it('are described in quotes before their name, after a colon, and line by line', () => {
    expect(linesOf('state "A long name" as A')).toEqual(['A long name']);
    expect(linesOf('A : does: this\nA:and that')).toEqual(['does: this', 'and that']);
  });

  it('are choices, forks and joins by what stands in double brackets [F296] [F297]', () => {
    expect(statesOf('state c <<choice>>\nstate f <<fork>>\nstate j [[join]]')).toEqual(['c choice', 'f fork', 'j join']);
  });

  it('have style classes, styles and links', () => {
    const { states, classDefs } = model(
      'A:::hot --> B\nclass A,B big\nstyle B fill:red;,stroke:blue\nclassDef hot fill:#f9f,stroke:red;\nclick A "https://a.org" "tip"',
    );
    expect(states).toMatchObject([
      { id: 'A', classes: ['hot', 'big'], link: 'https://a.org' },
      { id: 'B', classes: ['big'], styles: ['fill:red', 'stroke:blue'] },
    ]);
    expect(classDefs.get('hot')).toEqual(['fill:#f9f', 'stroke:red']);
  });
});

describe('composite states', () => {
  it('hold states, starts and ends of their own, and each other [F271]', () => {
    const { states } = model('state Active {\n direction LR\n [*] --> Running\n state Deep {\n  X\n }\n}\nActive --> Off');
    expect(states.map(({ id, parent, composite }) => [id, parent, composite])).toEqual([
      ['Active', undefined, true],
      ['Active_start', 'Active', false],
      ['Running', 'Active', false],
      ['Deep', 'Active', true],
      ['X', 'Deep', false],
      ['Off', undefined, false],
    ]);
    expect(states[0]?.direction).toBe('LR');
  });

  it('are parted into concurrent regions by double dashes', () => {
    const { regions, states } = model('state A {\n [*] --> B\n --\n direction LR\n [*] --> C\n}');
    expect(regions.map(({ composite, direction }) => [composite, direction])).toEqual([
      ['A', 'TB'],
      ['A', 'LR'],
    ]);
    expect(new Set(states.map(({ parent }) => parent))).toEqual(new Set([undefined, ...regions.map(({ id }) => id)]));
    expect(states.filter(({ kind }) => kind === 'start')).toHaveLength(2);
  });
});

describe('notes', () => {
  it('stand left or right of a state, on one line or several, or float', () => {
    const { notes } = model('note left of A : one line\nnote right of A\n  two\n  lines\nend note\nnote "free" as N');
    expect(notes.map(({ about, side, text }) => [about, side, text])).toEqual([
      ['A', 'left', 'one line'],
      ['A', 'right', 'two\n  lines'],
      [undefined, undefined, 'free'],
    ]);
  });
});

it('keeps where everything stands', () => {
  const body = '  A:::hot --> B : go on\n  state "x y" as C {\n  }\n';
  const { transitions, states } = model(body);
  const source = `stateDiagram-v2\n${body}`;
  const cut = ({ from, to }: { from: number; to: number }) => source.slice(from, to);
  const [first] = transitions;
  expect(
    first && [first.statement, first.statement.from_state, first.statement.arrow, first.statement.label ?? first.statement].map(cut),
  ).toEqual(['A:::hot --> B : go on', 'A', '-->', ': go on']);
  expect(states[2]?.descriptions.map(cut)).toEqual(['x y']);
});

it('says in words what is wrong, and where', () => {
  expect(errors('stateDiagram-v2\n  A -> B')[0]).toMatchObject({
    line: 2,
    column: 5,
    message: expect.stringContaining('Expected a state'),
  });
  expect(errors('stateDiagram-v2\nA -->')[0]?.message).toContain('Expected a state');
  expect(errors('stateDiagram-v2\nstate A {\nB')[0]?.message).toContain('"}"');
  expect(errors('stateDiagram-v2\nnote over A : x')[0]?.message).toContain('"left of", "right of"');
  expect(errors('stateDiagram-v2\nA : x\nA : y\nstate A {\n}')[0]).toMatchObject({ line: 3, message: expect.stringContaining('one name') });
});

describe('a hostile text', () => {
  const pieces = fc.constantFrom(
    ...['state ', 'A', '{', '}', '\n', '"', ' as ', '-->', '--', '[*]', ' : ', ':::', '<<fork>>', 'note left of '],
  );
  const more = fc.constantFrom(
    'end note',
    'direction LR',
    'class A b',
    '%%',
    '#',
    ';',
    '\u0000',
    '𝕏',
    'click A "u" "t"',
    'accDescr {',
    'scale ',
  );

  it('never makes it throw', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, more, fc.string({ maxLength: 3 })), { maxLength: 60 }), (parts) => {
        const source = `stateDiagram-v2\n${parts.join('')}`;
        const parsed = parseState(source);
        for (const { from, to } of parsed.ok ? parsed.model.transitions.map(({ statement }) => statement) : parsed.diagnostics) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(source.length);
        }
      }),
    );
  });

  it.each([
    ['deep nesting', '', 'state A {\n'],
    ['one long line', 'A : ', 'style a:#b '],
    ['one long name', '', 'a'],
    ['words in a state line', 'state ', 'a '],
    ['arrows', '', '-->'],
    ['transitions', '', 'A --> B : c\n'],
    ['notes without an end', '', 'note left of A\n'],
    ['directions', '', 'direction '],
    ['regions', 'state A {\n', 'B\n--\n'],
  ])('as long as what is read at most comes to an end: %s', (_, start, piece) => {
    const { ok } = parseState(`stateDiagram-v2\n${start}${piece.repeat(Math.ceil(1e5 / piece.length))}`);
    expect(typeof ok).toBe('boolean');
  });
});
