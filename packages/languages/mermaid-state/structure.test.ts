import type { Block } from '@autograph/document';
import type { StructureEdit } from '@autograph/editor';
import { createTextMeasurer } from '@autograph/render';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyBlockEdit } from '../apply-block-edit.ts';
import { createBlockDeriver } from '../block-deriver.ts';
import { parseState } from './parse.ts';
import { structureOf } from './structure.ts';

const deriver = createBlockDeriver(createTextMeasurer());
const head = 'stateDiagram-v2\n';

const blockOf = (body: string, layout: Block['layout'] = {}): Block => ({
  ...{ id: 'bl_1', language: 'mermaid', source: head + body, x: 0, y: 0, index: 'a0' },
  layout,
});

function change(block: Block, edit: StructureEdit) {
  const result = deriver.restructure(block, edit);
  if ('refused' in result) throw new Error(result.refused);
  return { text: applyBlockEdit(block, result).source.slice(head.length), ...result };
}

const connect = (body: string, from: string, to: string) => change(blockOf(body), { kind: 'connect', from, to, at: { x: 0, y: 0 } });
const add = (body: string, rest: object, layout?: Block['layout']) =>
  change(blockOf(body, layout), { kind: 'add', at: { x: 200, y: 100 }, ...rest });
const regroup = (body: string, node_id: string, group: string | null) => change(blockOf(body), { kind: 'regroup', node_id, group }).text;

describe('connecting', () => {
  it('writes a transition after the last one from the same state, before which comments stay', () => {
    const { text, made } = connect('  A --> B %% first\n  B --> C\n', 'A', 'C');
    expect(text).toBe('  A --> B %% first\n  A --> C\n  B --> C\n');
    expect(made).toBe('A --> C');
    expect(connect('A-->B', 'B', 'A').text).toBe('A-->B\nB-->A');
  });

  it('writes it where both ends stand, and outside when they stand in different states', () => {
    expect(connect('state X {\n  A --> B\n}\nC', 'B', 'A').text).toBe('state X {\n  A --> B\n  B --> A\n}\nC');
    expect(connect('state X {\n  A\n}\nC', 'A', 'C').text).toBe('state X {\n  A\n}\nC\nA --> C');
    expect(connect('state X {\n  A\n  --\n  B\n  C\n}', 'B', 'C').text).toBe('state X {\n  A\n  --\n  B\n  C\n  B --> C\n}');
  });

  it('reaches starts and ends where they stand', () => {
    expect(connect('state X {\n  [*] --> A\n  B\n}', 'X_start', 'B').text).toBe('state X {\n  [*] --> A\n  [*] --> B\n  B\n}');
    expect(connect('A --> [*]\nB', 'B', 'root_end').text).toBe('A --> [*]\nB\nB --> [*]');
    expect(() => connect('[*] --> A', 'A', 'root_start')).toThrow('Nothing leads to a start');
    expect(() => connect('A --> [*]', 'root_end', 'A')).toThrow('Nothing leads away from an end');
    expect(() => connect('state X {\n  [*] --> A\n}\nB', 'X_start', 'B')).toThrow('does not fit');
  });
});

describe('adding', () => {
  it('writes a new state in the manner of the others, with the transition that it was dragged out by', () => {
    const { text, made, layout } = add('A --> B\n', { from: 'A' }, { A: { x: 40, y: 40 }, B: { x: 40, y: 140 } });
    expect(text).toBe('A --> B\nA --> C\n');
    expect(made).toBe('C');
    expect(layout.C).toMatchObject({ x: 168, pinned: true });
    expect(add('Idle --> Busy', {}).text).toBe('Idle --> Busy\nNewState');
    expect(add('', {}).text.trim()).toBe('state2');
  });

  it('writes it into the composite state and region where it was drawn', () => {
    expect(add('state X {\n  A\n}', { from: 'A', group: 'X' }).text).toBe('state X {\n  A\n  A --> Y\n}');
    expect(add('state X {\n}', { group: 'X' }).text).toBe('state X {\n    Y\n}');
    expect(add('A\nstate X {\n  B\n}', { from: 'A', group: 'X' }).text).toBe('A\nstate X {\n  B\n  Y\n}\nA --> Y');
    const regions = { 'X: region 1': { x: 0, y: 0, w: 90, h: 90 }, 'X: region 2': { x: 150, y: 0, w: 90, h: 190 } };
    expect(add('state X {\n  A\n  --\n  B\n}', { group: 'X' }, regions).text).toBe('state X {\n  A\n  --\n  B\n  Y\n}');
  });

  it('makes choices of diamonds and forks of bars', () => {
    expect(add('A --> B', { from: 'A', outline: 'diam' }).text).toBe('A --> B\nstate C <<choice>>\nA --> C');
    expect(add('A', { outline: 'fork' }).text).toBe('A\nstate B <<fork>>');
    expect(() => add('A --> [*]', { from: 'root_end' })).toThrow('Nothing leads away');
  });
});

describe('regrouping', () => {
  it('names a state where it goes, or moves its own lines there', () => {
    expect(regroup('A --> B\nstate X {\n  C\n}', 'A', 'X')).toBe('A --> B\nstate X {\n  C\n  A\n}');
    expect(regroup('state X {\n  A : words\n  B\n}\nC', 'A', null)).toBe('state X {\n  B\n}\nC\nA : words');
    expect(regroup('state X {\n  A --> B\n}', 'A', null)).toBe('state X {\n  B\n}\nA --> B');
  });

  it('takes a composite state with all that is in it', () => {
    expect(regroup('state X {\n  state Y {\n    A\n  }\n  B\n}\nC', 'Y', null)).toBe('state X {\n  B\n}\nC\nstate Y {\n  A\n}');
    expect(regroup('state Y {\n  A\n}\nstate X {\n  B\n}', 'Y', 'X')).toBe('state X {\n  B\n  state Y {\n    A\n  }\n}');
  });

  it('refuses what cannot be', () => {
    expect(() => regroup('state X {\n  state Y {\n  A\n  }\n}', 'X', 'Y')).toThrow('into itself');
    expect(() => regroup('[*] --> A\nstate X {\n  B\n}', 'root_start', 'X')).toThrow('belongs where it is');
  });
});

it('does what was asked for and nothing else, whatever the diagram', () => {
  const names = ['A', 'B', 'C', 'X', 'Y'];
  const line = fc.oneof(
    fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)).map(([a, b]) => `${a} --> ${b}`),
    fc.constantFrom(
      'A',
      'B : words',
      '[*] --> C',
      'C --> [*]',
      'state X {\n A\n}',
      'state Y {\n B --> C\n --\n [*] --> D\n}',
      'note left of A : n',
    ),
  );
  const edit: fc.Arbitrary<StructureEdit> = fc.oneof(
    fc.record({
      kind: fc.constant('connect' as const),
      from: fc.constantFrom(...names),
      to: fc.constantFrom(...names),
      at: fc.constant({ x: 0, y: 0 }),
    }),
    fc.record({ kind: fc.constant('regroup' as const), node_id: fc.constantFrom(...names), group: fc.constantFrom('X', 'Y', null) }),
    fc.record({
      kind: fc.constant('add' as const),
      from: fc.constantFrom(...names),
      group: fc.constantFrom('X', 'Y'),
      at: fc.constant({ x: 9, y: 9 }),
    }),
  );
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), edit, (lines, wanted) => {
      const block = blockOf(lines.join('\n'));
      const before = parseState(block.source);
      const result = before.ok ? deriver.restructure(block, wanted) : { refused: 'It does not parse.' };
      if ('refused' in result || !before.ok) {
        expect('refused' in result && result.refused).toMatch(/^[A-Z].*\.$/);
        return;
      }
      const after = parseState(applyBlockEdit(block, result).source);
      if (!after.ok) throw new Error('no longer parses');
      const count = (edits: number) => [before.model.states.length + edits, after.model.states.length];
      const [states, now] = count(wanted.kind === 'add' ? 1 : 0);
      expect(now).toBe(states);
      const parents = (model: typeof before.model) => new Map(model.states.map(({ id }) => [id, structureOf(model).parent(id)]));
      const [was, is] = [parents(before.model), parents(after.model)];
      for (const [id, parent] of was) if (wanted.kind !== 'regroup' || id !== wanted.node_id) expect(is.get(id)).toBe(parent);
      expect(after.model.transitions.length - before.model.transitions.length).toBe(wanted.kind === 'regroup' ? 0 : 1);
    }),
  );
});
