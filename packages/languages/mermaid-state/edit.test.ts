import type { Block } from '@autograph/document';
import type { BlockEdit, DerivedShapeEdit } from '@autograph/editor';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyBlockEdit } from '../apply-block-edit.ts';
import { editState } from './edit.ts';
import { parseState } from './parse.ts';

const source = `stateDiagram-v2
    %% a door
    [*] --> Closed
    Closed --> Open : push %% gently
    state Open {
        [*] --> Wide
        Wide : as far as it goes
    }
    note right of Closed
        Mind your
        fingers
    end note
    class Closed,Open big
`;

const at = (x: number) => ({ x, y: 24 });
const blockOf = (text: string, layout: Block['layout'] = {}): Block => ({
  id: 'bl_1',
  language: 'mermaid',
  source: text,
  x: 0,
  y: 0,
  index: 'a0',
  layout,
});
const door = blockOf(source, {
  Closed: at(24),
  Open: at(300),
  Open_start: at(310),
  Wide: at(320),
  'Closed --> Open': at(90),
  'Closed: note': at(9),
});

function edit(edits: readonly DerivedShapeEdit[], on: Block = door): BlockEdit {
  const parsed = parseState(on.source);
  if (!parsed.ok) throw new Error('the source does not parse');
  const result = editState(parsed.model, on, edits);
  if ('refused' in result) throw new Error(result.refused);
  return result;
}

const change = (node_id: string, changes: object): DerivedShapeEdit => ({ kind: 'change', node_id, change: { ...changes } });
const remove = (node_id: string): DerivedShapeEdit => ({ kind: 'remove', node_id });
const after = (edits: readonly DerivedShapeEdit[], on: Block = door) => applyBlockEdit(on, edit(edits, on));
const head = 'stateDiagram-v2\n';
const textAfter = (body: string, ...edits: readonly DerivedShapeEdit[]) => after(edits, blockOf(head + body)).source.slice(head.length);

describe('renaming', () => {
  it('changes a state’s name wherever it stands and nothing else, and its placements follow', () => {
    const { source: text, layout } = after([change('Closed', { text: 'Shut' })]);
    expect(text).toBe(source.replaceAll('Closed', 'Shut'));
    expect(layout).toMatchObject({ Shut: at(24), 'Shut --> Open': at(90), 'Shut: note': at(9) });
    expect(Object.keys(layout).filter((id) => id.includes('Closed'))).toEqual([]);
  });

  it('of a composite state takes the start in it along', () => {
    expect(after([change('Open', { text: 'Ajar' })]).layout).toMatchObject({ Ajar: at(300), Ajar_start: at(310), Wide: at(320) });
  });

  it('changes a description in place', () => {
    expect(textAfter('A : old', change('A', { text: 'new: one' }))).toBe('A : new#58; one');
    expect(textAfter('state "old" as A {\n}', change('A', { text: 'say "x"' }))).toBe('state "say #quot;x#quot;" as A {\n}');
  });

  it('describes a state whose new name cannot be one', () => {
    expect(textAfter('  A --> B', change('A', { text: 'two words' }))).toBe('  A : two words\n  A --> B');
    expect(textAfter('A\nB', change('A', { text: 'two words' }))).toBe('A : two words\nB');
    expect(textAfter('state A {\n B\n}', change('A', { text: 'two words' }))).toBe('state "two words" as A {\n B\n}');
    expect(textAfter('A --> B', change('B', { text: 'direction LR' }))).toBe('B : direction#32;LR\nA --> B');
  });

  it('refuses the name of another state, and names for what shows none', () => {
    expect(() => edit([change('Closed', { text: 'Open' })])).toThrow('already a state called Open');
    expect(() => edit([change('Closed', { text: ' ' })])).toThrow('needs a name');
    expect(() => edit([change('root_start', { text: 'x' })])).toThrow('have no name');
  });

  it('reaches labels of transitions, notes and the title', () => {
    expect(textAfter('A --> B', change('A --> B', { text: 'has <b>; x' }))).toBe('A --> B : has #lt;b#gt;#59; x');
    expect(textAfter('A --> B : old', change('A --> B', { text: '' }))).toBe('A --> B ');
    expect(textAfter('note left of A : old', change('A: note', { text: 'new\none' }))).toBe('note left of A : new<br/>one');
    expect(after([change('Closed: note', { text: 'Mind\nyour\ntoes' })]).source).toBe(
      source.replace('Mind your\n        fingers', 'Mind\n        your\n        toes'),
    );
    expect(textAfter('note "old" as N\nA', change(': note', { text: 'new "one"' }))).toBe('note "new #quot;one#quot;" as N\nA');
    const titled = blockOf('---\ntitle: Old\n---\nstateDiagram-v2\nA');
    expect(after([change(': title', { text: 'New: one' })], titled).source).toBe('---\ntitle: "New: one"\n---\nstateDiagram-v2\nA');
    expect(() => textAfter('A --> B %% c', change('A --> B', { text: 'x' }))).toThrow('same line');
  });
});

describe('lines below the name', () => {
  it('change, come and go', () => {
    const body = '  A : Name\n  A : one\n';
    expect(textAfter(body, change('A', { details: ['two'] }))).toBe('  A : Name\n  A : two\n');
    expect(textAfter(body, change('A', { details: ['one', 'two'] }))).toBe('  A : Name\n  A : one\n  A : two\n');
    expect(textAfter(body, change('A', { details: [] }))).toBe('  A : Name\n');
    expect(textAfter('A --> B', change('B', { details: ['entry / x'] }))).toBe('B : B\nB : entry / x\nA --> B');
  });
});

describe('transitions', () => {
  it('join another state, and a state that only they named stays', () => {
    expect(textAfter('A --> B : x\nC', change('A --> B', { end: { shape_id: 'bl_1/C' } }))).toBe('A --> C : x\nB\nC');
    expect(textAfter('[*] --> B\nC --> B', change('root_start --> B', { end: { shape_id: 'bl_1/C' } }))).toBe('[*] --> C\nC --> B');
    expect(() => edit([change('Closed --> Open', { end: { x: 1, y: 2 } })])).toThrow('joins two states');
    expect(() => edit([change('Closed --> Open', { stroke: 'red' })])).toThrow('no styles');
  });
});

describe('looks', () => {
  it('go into the state’s style line, or into a new one', () => {
    expect(textAfter('A\nstyle A fill:red', change('A', { stroke: '#00ff00' }))).toBe('A\nstyle A fill:red,stroke:#00ff00');
    expect(textAfter('  A\n', change('A', { fill: '#00ff00', stroke_width: 3 }))).toMatch(
      /^ {2}A\n {2}style A fill:#[0-9a-f]{6},stroke-width:3px\n$/,
    );
    expect(textAfter('A\nB\nstyle A,B fill:red', change('A', { stroke_width: 2 }))).toBe(
      'A\nB\nstyle A,B fill:red\n    style A fill:red,stroke-width:2px',
    );
    expect(() => textAfter('state "x" as a b', change('a b', { fill: 'red' }))).toThrow('letters and digits only');
  });
});

describe('moving', () => {
  it('pins what was dragged and leaves the text alone; a composite state takes all that is in it along', () => {
    expect(edit([change('Closed', { x: 400, y: 90 })])).toEqual({ patches: [], layout: { Closed: { x: 400, y: 90, pinned: true } } });
    expect(edit([change('Open', { x: 400 })]).layout).toMatchObject({
      Open: { x: 400 },
      Open_start: { x: 410 },
      Wide: { x: 420, pinned: true },
    });
  });

  it('measures from the composite state, across the regions in it', () => {
    const regions = blockOf(`${head}state A {\nB\n--\nC\n}`, {
      A: at(100),
      'A: region 1': at(110),
      'A: region 2': at(200),
      B: at(120),
      C: at(220),
    });
    expect(edit([change('C', { x: 50 })], regions).layout).toEqual({ C: { ...at(150), pinned: true } });
  });
});

describe('removing', () => {
  it('takes a state out with its transitions, notes and mentions, keeping what only they named', () => {
    const { source: text, layout } = after([remove('Closed')]);
    expect(text).toBe(
      `stateDiagram-v2
    %% a door
    state Open {
        [*] --> Wide
        Wide : as far as it goes
    }
    class Open big
`,
    );
    expect(Object.keys(layout)).toEqual(['Open', 'Open_start', 'Wide']);
  });

  it('takes a composite state out with all that is in it', () => {
    const { source: text } = after([remove('Open')]);
    expect(text).not.toContain('Wide');
    expect(text).toContain('[*] --> Closed');
    expect(text).toContain('class Closed big');
  });

  it('of a transition keeps both states; of a note or its line the state', () => {
    expect(textAfter('  A --> B : x\n', remove('A --> B'))).toBe('  A\n  B\n');
    expect(textAfter('A --> B\nB --> A', remove('A --> B'))).toBe('B --> A');
    expect(textAfter('[*] --> A', remove('root_start'))).toBe('A');
    expect(textAfter('A\nnote left of A : x', remove('A: note'))).toBe('A');
    expect(textAfter('A\nnote left of A\n x\nend note', remove('A: note --'))).toBe('A');
  });

  it('of one of several transitions keeps the others where they are', () => {
    const twice = blockOf(`${head}A --> B\nA --> B : again`, { 'A --> B': at(30), 'A --> B (2)': at(60) });
    expect(after([remove('A --> B')], twice)).toMatchObject({ source: `${head}A --> B : again`, layout: { 'A --> B': at(60) } });
  });

  it('takes the divider of an emptied region along', () => {
    expect(textAfter('state A {\n B\n --\n C\n}', remove('C'))).toBe('state A {\n B\n}');
    expect(textAfter('state A {\n B\n --\n C\n --\n D\n}', remove('B'))).toBe('state A {\n C\n --\n D\n}');
  });
});

it('keeps any new name readable, and every other line', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 20 }), (name) => {
      fc.pre(name.trim() !== '' && !['Closed', 'Open', 'Wide'].includes(name.trim()));
      const result = after([change('Wide', { text: name })]);
      const parsed = parseState(result.source);
      expect(parsed.ok && parsed.model.states).toHaveLength(5);
      expect(result.source).toContain('    %% a door\n    [*] --> Closed\n    Closed --> Open : push %% gently\n');
    }),
  );
});
