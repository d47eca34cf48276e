import { describe, expect, it } from 'vitest';
import { editing } from '../chart/testing/edited.ts';

const { change, remove, restructure } = editing('d2');
const at = { x: 200, y: 200 };
const connect = (source: string, from: string, to: string) => restructure(source, { kind: 'connect', from, to, at });
const regroup = (source: string, node_id: string, group: string | null) => restructure(source, { kind: 'regroup', node_id, group });

describe('a thing of a D2 text', () => {
  it('takes another name where its words stand', () => {
    expect(change('a: Old # note\nb', 'a', { text: 'New' })).toBe('a: New # note\nb');
    expect(change('a: "Old" {shape: oval}', 'a', { text: 'New: "it"' })).toBe('a: "New: \\"it\\"" {shape: oval}');
    expect(change('a: {\n  label: Old\n}', 'a', { text: 'New' })).toBe('a: {\n  label: New\n}');
    expect(change('x: |md\n  # Old\n|\n', 'x', { text: 'New\nline' })).toBe('x: |md\n  # New\n  line\n|\n');
  });

  it('takes a name where it had only its key', () => {
    expect(change('a\nb', 'a', { text: 'New' })).toBe('a: New\nb');
    expect(change('a {shape: oval}', 'a', { text: 'New' })).toBe('a: New {shape: oval}');
    expect(change('g: {\n  a -> b # why\n  c\n}', 'g.b', { text: 'two\nlines' })).toBe('g: {\n  a -> b # why\n  b: "two\\nlines"\n  c\n}');
  });

  it('takes colours, letters and shapes', () => {
    expect(change('a -> b', 'b', { fill: '#ff0000', fill_style: 'solid' })).toBe('a -> b\nb.style.fill: "#ff0000"');
    expect(change('a: {\n  style.fill: red # tint\n}', 'a', { fill: '#00ff00', fill_style: 'solid' })).toBe(
      'a: {\n  style.fill: "#00ff00" # tint\n}',
    );
    expect(change('a: {\n  style: {\n    fill: red\n  }\n}', 'a', { stroke_width: 4 })).toBe(
      'a: {\n  style: {\n    fill: red\n    stroke-width: 4\n  }\n}',
    );
    expect(change('a: Hi', 'a', { bold: true })).toBe('a: Hi {style.bold: true}');
    expect(change('a: {shape: oval}', 'a', { outline: 'cyl' })).toBe('a: {shape: cylinder}');
    expect(change('a: Hi {}', 'a', { outline: 'cyl' })).toBe('a: Hi {shape: cylinder}');
    expect(change('a', 'a', { outline: 'hourglass' })).toBe('D2 has no such shape.');
  });

  it('goes with all that names it, and leaves the rest', () => {
    expect(remove('# keep\na: A\nb # two\na -> b: x\nc', 'a')).toBe('# keep\nb # two\nc');
    expect(remove('a -> b -> c -> d: say', 'b')).toBe('c -> d: say\na');
    expect(remove('g: {\n  a\n  b\n}\ng.a -> x', 'g.a')).toBe('g: {\n  b\n}\nx');
    expect(remove('g: {\n  a -> b\n}\nx', 'g')).toBe('x');
    expect(remove('a -> b\na -> b\n(a -> b)[1].style.stroke: red', 'a -> b')).toBe('a -> b\n(a -> b)[0].style.stroke: red');
  });

  it('moves into another one and out again', () => {
    expect(regroup('g: {\n  x\n}\na: A {\n  shape: oval\n}\na -> g.x', 'a', 'g')).toBe(
      'g: {\n  x\n  a: A {\n    shape: oval\n  }\n}\ng.a -> g.x',
    );
    expect(regroup('g: {\n  a: A # mine\n  x\n  a -> x\n}', 'g.a', null)).toBe('g: {\n  x\n  _.a -> x\n}\na: A # mine');
    expect(regroup('a -> b\ng.x', 'b', 'g')).toBe('a -> g.b\ng.x');
    expect(regroup('a\ng.a', 'a', 'g')).toContain('there already');
  });
});

describe('a connection of a D2 text', () => {
  it('takes words and colours', () => {
    expect(change('a -> b', 'a -> b', { text: 'calls' })).toBe('a -> b: calls');
    expect(change('a -> b: x {style.animated: true}', 'a -> b', { text: 'calls' })).toBe('a -> b: calls {style.animated: true}');
    expect(change('a -> b -> c', 'b -> c', { text: 'calls' })).toBe('a -> b -> c\n(b -> c)[0]: calls');
    expect(change('a -> b', 'a -> b', { end_head: 'diamond_open' })).toBe('a -> b: {target-arrowhead.shape: diamond}');
    expect(change('a <- b', 'a <- b', { end_head: 'none' })).toBe('a <- b: {source-arrowhead.shape: none}');
    expect(change('a -> b', 'a -> b', { start_head: 'circle' })).toContain('more than a word');
    expect(change('a -> b: x', 'a -> b', { stroke: '#ff0000' })).toBe('a -> b: x {style.stroke: "#ff0000"}');
    expect(change('a -> b\n(a -> b)[0].style.stroke: red', 'a -> b', { stroke: '#00ff00' })).toBe(
      'a -> b\n(a -> b)[0].style.stroke: "#00ff00"',
    );
  });

  it('is drawn, taken away and hung on something else', () => {
    expect(connect('a\nb # last\n', 'a', 'b')).toBe('a\nb # last\na -> b\n');
    expect(connect('g: {\n  a\n  b\n}\nc', 'g.a', 'g.b')).toBe('g: {\n  a\n  b\n  a -> b\n}\nc');
    expect(remove('a -> b -> c', 'a -> b')).toBe('b -> c\na');
    expect(change('a -> b: x\nc', 'a -> b', { end: { shape_id: 'b/c' } })).toBe('a -> c: x\nb\nc');
    expect(change('a -> b -> c\nd', 'a -> b', { end: { shape_id: 'b/d' } })).toBe('a -> d\nb -> c\nd');
    expect(change('a <- b\nc', 'a <- b', { start: { shape_id: 'b/c' } })).toBe('a <- c\nb\nc');
  });

  it('brings a new thing', () => {
    expect(restructure('a -> b', { kind: 'add', from: 'a', at })).toBe('a -> b\na -> c');
    expect(restructure('g: {\n  one\n}\n', { kind: 'add', group: 'g', at, outline: 'cyl' })).toBe(
      'g: {\n  one\n  node: {shape: cylinder}\n}\n',
    );
    expect(restructure('', { kind: 'add', at })).toBe('node');
  });
});

describe('a table of a D2 text', () => {
  const source =
    'users: {\n  shape: sql_table\n  id: int {constraint: primary_key} # key\n  name: text\n}\norders: {shape: sql_table; user: int}\norders.user -> users.id\n';
  const row = (type: string, name: string, ...keys: string[]) => ({ type, name, keys, comment: '' });

  it('takes changes of its rows where they stand', () => {
    expect(change(source, 'users', { rows: [row('bigint', 'uid', 'PK'), row('text', 'name')] })).toBe(
      source.replace('  id: int', '  uid: bigint').replace('users.id', 'users.uid'),
    );
    expect(change(source, 'users', { rows: [row('int', 'id', 'PK')] })).toBe(source.replace('  name: text\n', ''));
    expect(change(source, 'users', { rows: [row('int', 'id', 'PK'), row('text', 'name'), row('text', 'mail', 'UK')] })).toBe(
      source.replace('  name: text\n', '  name: text\n  mail: text {constraint: unique}\n'),
    );
    expect(change(source, 'users', { rows: [row('int', 'id'), row('text', 'name')] })).toBe(
      source.replace(' {constraint: primary_key}', ''),
    );
    expect(change(source, 'orders', { rows: [row('int', 'user', 'FK')] })).toBe(
      source.replace('user: int}', 'user: int {constraint: foreign_key}}'),
    );
  });

  it('refuses rows that could not be told apart', () => {
    expect(change(source, 'users', { rows: [row('int', 'id', 'PK'), row('text', 'ID')] })).toBe('Each row needs a name of its own.');
  });

  it('of a class takes members', () => {
    const parser = 'P: {\n  shape: class\n  +reader: io.Reader\n  close(): error\n}\n';
    expect(change(parser, 'P', { methods: [{ text: 'close(): error' }, { text: '+open(name string): error' }] })).toBe(
      parser.replace('  close(): error\n', '  close(): error\n  +open(name string): error\n'),
    );
    expect(change(parser, 'P', { attributes: [{ text: '-reader: Reader' }] })).toBe(
      parser.replace('+reader: io.Reader', '-reader: Reader'),
    );
  });
});
