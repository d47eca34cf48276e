import type { Block, ShapeChange } from '@autograph/document';
import { type AddEdit, patchText, type StructureEdit } from '@autograph/editor';
import { createTextMeasurer } from '@autograph/render';
import { describe, expect, it } from 'vitest';
import { createBlockDeriver } from '../block-deriver.ts';

const deriver = createBlockDeriver(createTextMeasurer());
const at = { x: 300, y: 200 };

const source = `flowchart TD
    A[Start] --> B{Is it?}
    %% keep me
    B -->|Yes| C("OK then")
    C --> D & E --> F
    subgraph one
      G --> H
    end
    one -- text --> A
    style C fill:#fff
    linkStyle 0,1 stroke:#f00
    linkStyle 7 stroke:#0f0`;

function blockOf(text: string): Block {
  return { id: 'b', language: 'mermaid', source: text, x: 0, y: 0, index: 'a0', layout: { A: { x: 40, y: 40 }, D: { x: 40, y: 140 } } };
}

function restructured(text: string, edit: StructureEdit): string {
  const change = deriver.restructure(blockOf(text), edit);
  return 'refused' in change ? change.refused : patchText(text, change.patches);
}

function changed(text: string, node_id: string, change: ShapeChange): string {
  const edit = deriver.edit(blockOf(text), [{ kind: 'change', node_id, change }]);
  return 'refused' in edit ? edit.refused : patchText(text, edit.patches);
}

/** Without the numbers of arrows, which change. */
const unnumbered = (text: string) => text.split('linkStyle')[0];

const connect = (from: string, to: string): StructureEdit => ({ kind: 'connect', from, to, at });
const add = (what: Partial<AddEdit> = {}): StructureEdit => ({ kind: 'add', at, ...what });
const regroup = (node_id: string, group: string | null): StructureEdit => ({ kind: 'regroup', node_id, group });

describe('drawing in a flowchart', () => {
  it.each([
    ['after the last arrow from the same node, when both are known', connect('A', 'F'), '--> F\n', '--> F\n    A --> F\n'],
    ['on at the end of a chain that leads nowhere yet', connect('F', 'B'), '--> F\n', '--> F --> B\n'],
    ['within a subgraph that holds both', connect('H', 'G'), 'G --> H', 'G --> H --> G'],
    ['outside of a subgraph that holds one', connect('G', 'F'), 'end\n', 'end\n    G --> F\n'],
    ['from a subgraph', connect('one', 'F'), 'one -- text --> A', 'one -- text --> A\n    one --> F'],
    ['to itself', connect('C', 'C'), '--> F\n', '--> F\n    C --> C\n'],
  ])('writes an arrow %s', (_, edit, before, after) => {
    expect(unnumbered(restructured(source, edit))).toBe(unnumbered(source.replace(before, after)));
  });

  it('keeps the styles of arrows by number with their arrows', () => {
    const lines = restructured(source, connect('A', 'F')).split('\n').slice(-2);
    expect(lines).toEqual(['    linkStyle 0,1 stroke:#f00', '    linkStyle 8 stroke:#0f0']);
  });

  it.each([
    ['the arrow and its spaces', 'graph LR\nA==>B\nB==>C\n', connect('A', 'C'), 'graph LR\nA==>B\nB==>C\nA==>C\n'],
    ['semicolons', 'graph LR\n  n1 --- n2;\n', add({ from: 'n2' }), 'graph LR\n  n1 --- n2;\n  n2 --- n3;\n'],
    ['one line', 'graph LR; a-->b; b-->c;', connect('c', 'a'), 'graph LR; a-->b; b-->c; c-->a;'],
    ['Windows line ends', 'graph LR\r\n  A-->B\r\n', add({ from: 'A' }), 'graph LR\r\n  A-->B\r\n  A-->C\r\n'],
    ['tabs', 'graph LR\n\tweb_app --> data_base\n', add(), 'graph LR\n\tweb_app --> data_base\n\tnew_node\n'],
    ['spaces where letters would join the arrow', 'graph LR\nxa---y\n', connect('y', 'xa'), 'graph LR\nxa---y\ny --- xa\n'],
    ['nothing there yet', 'flowchart LR', add(), 'flowchart LR\n    A'],
  ])('follows the style of the text: %s', (_, text, edit, expected) => {
    expect(restructured(text, edit)).toBe(expected);
  });

  it.each([
    ['alone, at the end', add(), 'text --> A\n', 'text --> A\n    I\n'],
    ['in a subgraph, with a form', add({ group: 'one', outline: 'cyl' }), 'G --> H\n', 'G --> H\n      I[(I)]\n'],
    ['dragged out within its subgraph', add({ group: 'one', from: 'H' }), 'G --> H\n', 'G --> H\n      H --> I\n'],
    ['dragged out of a subgraph', add({ from: 'H' }), 'end\n', 'end\n    H --> I\n'],
  ])('writes a new node %s', (_, edit, before, after) => {
    expect(unnumbered(restructured(source, edit))).toBe(unnumbered(source.replace(before, after)));
  });

  it('puts a new node where it was dropped, and moves nothing else', () => {
    const change = deriver.restructure(blockOf(source), { kind: 'add', from: 'A', at, outline: 'diam' });
    expect(change).toMatchObject({ made: 'I', layout: { I: { pinned: true }, 'A->I': { x: 40, y: 40 } } });
    expect('layout' in change && Object.keys(change.layout).sort()).toEqual(['A->I', 'I']);
    const sized = deriver.restructure(blockOf(source), { kind: 'add', at, size: { w: 200, h: 100 } });
    expect(sized).toMatchObject({ layout: { I: { x: 200, y: 150, w: 200, h: 100, pinned: true } } });
  });

  it.each([
    ['in the middle of a chain', 'A->B', { end: { shape_id: 'b/F' } }, '--> B{Is it?}', '--> F\n    B{Is it?}'],
    ['at its beginning', 'one->A', { start: { shape_id: 'b/F' } }, 'one -- text', 'F -- text'],
    ['that is written in a list', 'E->F', { end: { shape_id: 'b/A' } }, 'D & E --> F', 'D & E\n    D --> F\n    E --> A'],
  ])('hangs an arrow %s on another node', (_, id, change, before, after) => {
    expect(changed(source, id, change)).toBe(source.replace(before, after));
  });

  it('hangs an arrow out of its subgraph, whose nodes stay in it', () => {
    const text = changed(source, 'G->H', { end: { shape_id: 'b/A' } });
    expect(text).toContain('subgraph one\n      G\n      H\n    end\n    G --> A\n');
  });

  it.each([
    ['A', 'diam', 'A[Start]', 'A{Start}'],
    ['C', 'circle', '("OK then")', '(("OK then"))'],
    ['D', 'hex', 'D & E', 'D{{D}} & E'],
    ['B', 'doc', 'B{Is it?}', 'B{Is it?}@{ shape: doc }'],
    ['E', 'rect', 'E', 'E'],
  ])('gives node %s the form %s', (id, outline, before, after) => {
    expect(changed(source, id, { outline })).toBe(source.replace(before, after));
  });

  it('names the form where the text names it', () => {
    const text = 'flowchart LR\n  D@{ shape: doc, label: "Hi" } --> E@{ label: "E" }';
    expect(changed(text, 'D', { outline: 'cyl' })).toBe(text.replace('doc', 'cyl'));
    expect(changed(text, 'E', { outline: 'lin-doc' })).toBe(text.replace('{ label: "E"', '{ shape: lin-doc, label: "E"'));
  });

  it.each([
    ['a node that is named elsewhere', regroup('D', 'one'), 'H\n', 'H\n      D\n'],
    ['a node with a line of its own', regroup('Z', 'one'), 'H\n', 'H\n      Z[Own]\n'],
    ['a node out of a subgraph, its arrow with it', regroup('H', null), 'G --> H\n    end\n', 'G\n    end\n    G --> H\n'],
  ])('moves %s', (_, edit, before, after) => {
    const text = `${source}\n    Z[Own]`;
    const moved = (edit.kind === 'regroup' && edit.node_id === 'Z' ? source : text).replace(before, after);
    expect(restructured(text, edit)).toBe(moved);
  });

  it('moves a subgraph into another, indented as there, and out again', () => {
    const text = 'flowchart TD\n  subgraph X\n    A --> B\n    subgraph Y\n      C\n    end\n  end\n  subgraph Z\n  end\n';
    const into = 'flowchart TD\n  subgraph X\n    A --> B\n  end\n  subgraph Z\n    subgraph Y\n      C\n    end\n  end\n';
    expect(restructured(text, regroup('Y', 'Z'))).toBe(into);
    expect(restructured(into, regroup('Y', 'X'))).toBe(text);
    expect(restructured(text, regroup('X', 'Y'))).toBe('A group cannot go into itself.');
  });

  it('refuses, with a sentence that says what to do, what it cannot write', () => {
    expect(changed(source, 'A->B', { end: { x: 10, y: 10 } })).toBe(
      'An arrow of a diagram joins two of its own shapes. Drop its end on one of them.',
    );
    expect(changed(source, 'one', { outline: 'diam' })).toBe('Only nodes have a form that can be chosen.');
    expect(restructured(`${source}\n A[`, connect('A', 'F'))).toContain('Correct it first.');
    expect(restructured(source, { kind: 'reorder', node_id: 'A->B', to: 1 })).toContain('drag an end of one onto another shape.');
  });
});
