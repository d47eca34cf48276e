import { describe, expect, it } from 'vitest';
import { editing } from '../chart/testing/edited.ts';

const { change, remove, restructure, shapes } = editing('dot');
const at = { x: 200, y: 200 };
const connect = (source: string, from: string, to: string) => restructure(source, { kind: 'connect', from, to, at });
const regroup = (source: string, node_id: string, group: string | null) => restructure(source, { kind: 'regroup', node_id, group });
const shape = (source: string, id: string) => shapes(source).find((one) => one.id === `b/${id}`);

describe('a node of a DOT text', () => {
  it('is shown as its attributes say', () => {
    expect(
      shape(
        'digraph { a [label="One\\nmore", shape=cylinder, style="filled,dashed", fillcolor="#ff0000", color=blue, fontcolor=white] }',
        'a',
      ),
    ).toMatchObject({
      text: 'One\nmore',
      outline: 'cyl',
      fill: '#ff0000',
      stroke: '#0000ff',
      stroke_style: 'dashed',
      text_color: '#ffffff',
    });
    expect(shape('digraph G { node [shape=box, style=rounded]; a [label=<<b>Hi</b> \\N<br/>you &amp; me>] }', 'a')).toMatchObject({
      text: 'Hi \\N\nyou & me',
      outline: 'rounded',
    });
    expect(shape('digraph { a [shape=record, label="{Animal|+ name\\l+ age\\l|+ die()\\l}"] }', 'a')).toMatchObject({
      type: 'class-box',
      text: 'Animal',
      attributes: [{ text: '+ name' }, { text: '+ age' }],
      methods: [{ text: '+ die()' }],
    });
    expect(shape('digraph { r [shape=record, label="<f0> left|{<f1> mid \\{x\\}|right}"] }', 'r')).toMatchObject({
      text: 'left',
      attributes: [{ text: 'mid {x}' }, { text: 'right' }],
    });
    expect(shape('digraph { a [fillcolor="0.0 1.0 1.0", style=filled]; b [style=filled, color=lightblue2] }', 'a')).toMatchObject({
      fill: '#ff0000',
    });
  });

  it('takes another name', () => {
    expect(change('digraph {\n  a; // first\n  a -> b\n}', 'a', { text: 'New "one"' })).toBe(
      'digraph {\n  a [label="New \\"one\\""]; // first\n  a -> b\n}',
    );
    expect(change('digraph {\n  a [shape=box, label="Old"];\n}', 'a', { text: 'New' })).toBe('digraph {\n  a [shape=box, label="New"];\n}');
    expect(change('digraph {\n  a -> b; // joins\n}', 'b', { text: 'two\nlines' })).toBe(
      'digraph {\n  a -> b; // joins\n  b [label="two\\nlines"];\n}',
    );
    expect(change('digraph { a [label=<<b>x</b>>] }', 'a', { text: 'y' })).toContain('markup');
    expect(change('digraph { a [shape=record, label="{Animal|+ name\\l}"] }', 'a', { text: 'Dog' })).toBe(
      'digraph { a [shape=record, label="{Dog|+ name\\l}"] }',
    );
  });

  it('takes colours, lines and shapes', () => {
    expect(change('digraph {\n  a\n}', 'a', { fill: '#ff0000', fill_style: 'solid' })).toBe(
      'digraph {\n  a [fillcolor="#ff0000", style=filled]\n}',
    );
    expect(change('digraph { a [style="dashed"] }', 'a', { fill: '#ff0000', fill_style: 'solid' })).toBe(
      'digraph { a [style="dashed,filled", fillcolor="#ff0000"] }',
    );
    expect(change('digraph { a [color=red] }', 'a', { stroke: '#00ff00', stroke_width: 4 })).toBe(
      'digraph { a [color="#00ff00", penwidth=4] }',
    );
    expect(change('digraph { node [shape=box]; a -> b }', 'a', { outline: 'cyl' })).toBe(
      'digraph { node [shape=box]; a -> b; a [shape=cylinder] }',
    );
    expect(change('digraph { a [shape=box] }', 'a', { outline: 'rounded' })).toBe('digraph { a [shape=box, style=rounded] }');
    expect(change('digraph { a }', 'a', { bold: true })).toBe('DOT has no attribute for this.');
  });

  it('takes fields of a record', () => {
    const source = 'digraph { a [shape=record, label="{Animal|+ name\\l+ age\\l|+ die()\\l}"] }';
    expect(change(source, 'a', { attributes: [{ text: '+ name' }, { text: '+ size|x' }] })).toBe(source.replace('+ age', '+ size\\|x'));
    expect(change(source, 'a', { methods: [] })).toBe(source.replace('+ die()\\l', ''));
    const plain = 'digraph { r [shape=record, label="<f0> left|<f1> mid|right"] }';
    expect(change(plain, 'r', { attributes: [{ text: 'mid' }, { text: 'right' }, { text: 'more' }] })).toBe(
      plain.replace('|right', '|right | more'),
    );
    expect(change(plain, 'r', { attributes: [{ text: 'right' }] })).toBe(plain.replace('|<f1> mid', ''));
  });

  it('goes with its edges, and leaves the rest', () => {
    expect(remove('digraph {\n  a; // mine\n  b // two\n  a -> b [color=red];\n}', 'a')).toBe('digraph {\n  b // two\n}');
    expect(remove('digraph {\n  a -> b -> c -> d [color=red];\n}', 'b')).toBe('digraph {\n  c -> d [color=red];\n  a;\n}');
    expect(remove('digraph { {a b} -> c }', 'a')).toBe('digraph { { b} -> c }');
    expect(remove('digraph {\n  subgraph cluster_x {\n    a\n  }\n  a -> b\n}', 'subgraph cluster_x')).toBe('digraph {\n  b\n}');
    expect(remove('graph { a -- b; b -- c }', 'a -- b')).toBe('graph { a; b -- c }');
  });

  it('moves into a cluster and out again', () => {
    const inside = 'digraph {\n  subgraph cluster_x {\n    label=X;\n    a [shape=box]; // mine\n    b;\n  }\n  a -> c;\n}';
    expect(regroup(inside, 'c', 'subgraph cluster_x')).toBe(inside.replace('    b;\n', '    b;\n    c;\n'));
    expect(regroup(inside, 'a', null)).toBe('digraph {\n  subgraph cluster_x {\n    label=X;\n    b;\n  }\n  a [shape=box]\n  a -> c;\n}');
    expect(regroup('digraph {\n  a [color=red]\n  subgraph cluster_x { b }\n}', 'a', 'subgraph cluster_x')).toBe(
      'digraph {\n  subgraph cluster_x { b; a [color=red] }\n}',
    );
  });
});

describe('an edge of a DOT text', () => {
  it('is shown as its attributes say', () => {
    expect(
      shape('digraph { a -> b [label=x, dir=both, arrowtail=crow, arrowhead=odiamond, headlabel=n, style=dotted] }', 'a -> b'),
    ).toMatchObject({
      text: 'x',
      start_head: 'many',
      end_head: 'diamond_open',
      end_label: 'n',
      stroke_style: 'dotted',
    });
    expect(shape('graph { a -- b }', 'a -- b')).toMatchObject({ start_head: 'none', end_head: 'none' });
  });

  it('takes words and colours', () => {
    expect(change('digraph {\n  a -> b;\n}', 'a -> b', { text: 'calls it' })).toBe('digraph {\n  a -> b [label="calls it"];\n}');
    expect(change('digraph {\n  a -> b -> c [color=red]\n}', 'b -> c', { text: 'x' })).toBe(
      'digraph {\n  a -> b [color=red]\n  b -> c [color=red, label=x]\n}',
    );
    expect(change('digraph { a -> b [color=red] }', 'a -> b', { stroke: '#00ff00' })).toBe('digraph { a -> b [color="#00ff00"] }');
    expect(change('digraph { a -> b }', 'a -> b', { end_head: 'diamond_open' })).toBe('digraph { a -> b [arrowhead=odiamond] }');
    expect(change('digraph { a -> b }', 'a -> b', { start_head: 'circle' })).toBe('digraph { a -> b [arrowtail=dot, dir=both] }');
    expect(change('digraph { {a b} -> c }', 'a -> c', { text: 'x' })).toContain('a -> c [label=x]');
  });

  it('is drawn and hung on something else', () => {
    expect(connect('digraph {\n  a;\n  b; // last\n}\n', 'a', 'b')).toBe('digraph {\n  a;\n  b; // last\n  a -> b;\n}\n');
    expect(connect('graph {\n  a -- c\n  b\n}', 'a', 'b')).toBe('graph {\n  a -- c\n  a -- b\n  b\n}');
    expect(change('digraph {\n  a -> b [color=red]; c;\n}', 'a -> b', { end: { shape_id: 'b/c' } })).toContain('a -> c [color=red]');
    expect(change('digraph { c; a -> b }', 'a -> b', { end: { shape_id: 'b/c' } })).toBe('digraph { c; a -> c; b }');
  });

  it('brings a new node', () => {
    expect(restructure('digraph {\n  a -> b\n}', { kind: 'add', from: 'a', at })).toBe('digraph {\n  a -> b\n  a -> c\n}');
    expect(
      restructure('digraph {\n  subgraph cluster_x {\n    one;\n  }\n}', { kind: 'add', group: 'subgraph cluster_x', at, outline: 'cyl' }),
    ).toBe('digraph {\n  subgraph cluster_x {\n    one;\n    step [shape=cylinder];\n  }\n}');
    expect(restructure('digraph {}', { kind: 'add', at })).toBe('digraph { step }');
  });
});

describe('a cluster of a DOT text', () => {
  const source = 'digraph {\n  subgraph cluster_x {\n    label="Old"; color=red\n    a\n  }\n}';

  it('takes names and colours', () => {
    expect(shape(source, 'subgraph cluster_x')).toMatchObject({ type: 'frame', text: 'Old', stroke: '#ff0000' });
    expect(change(source, 'subgraph cluster_x', { text: 'New' })).toBe(source.replace('Old', 'New'));
    expect(change(source, 'subgraph cluster_x', { stroke: '#00ff00' })).toBe(source.replace('color=red', 'color="#00ff00"'));
    expect(change('digraph {\n  subgraph cluster_x {\n    a;\n  }\n}', 'subgraph cluster_x', { text: 'New' })).toBe(
      'digraph {\n  subgraph cluster_x {\n    label=New;\n    a;\n  }\n}',
    );
  });
});
