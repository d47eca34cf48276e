import { describe, expect, it } from 'vitest';
import { parseD2 } from './parse.ts';

function read(source: string) {
  const parsed = parseD2(source);
  if (!parsed.ok) throw new Error(`${parsed.diagnostics[0]?.line}:${parsed.diagnostics[0]?.column} ${parsed.diagnostics[0]?.message}`);
  return parsed.model;
}

const problem = (source: string) => {
  const parsed = parseD2(source);
  if (parsed.ok) return undefined;
  const [first] = parsed.diagnostics;
  return `${first?.line}:${first?.column} ${first?.message}`;
};
const warnings = (source: string) => read(source).warnings.map(({ line, message }) => `${line} ${message}`);
const ids = (source: string) => [...read(source).things.keys()];
const links = (source: string) => read(source).links.map(({ id }) => id);
const look = (source: string, id: string) => {
  const { chart } = read(source);
  return [...chart.nodes, ...chart.groups].find((part) => part.id === id)?.look;
};

describe('a D2 text', () => {
  it('names things by keys, with dots and maps for what lies within', () => {
    expect(ids('cloud.aws.db\ncloud: {\n  aws: { web; api }\n}\n')).toEqual([
      'cloud',
      'cloud.aws',
      'cloud.aws.db',
      'cloud.aws.web',
      'cloud.aws.api',
    ]);
    expect(ids("\"a.b\".c; 'it''s'")).toEqual(['"a.b"', '"a.b".c', "it's"]);
    expect(ids('Web Server -> web server.Cache')).toEqual(['Web Server', 'Web Server.Cache']);
  });

  it('gives them words, shapes and looks', () => {
    const source = 'db: Orders {\n  shape: cylinder\n  style: {fill: "#f00"; stroke-dash: 3}\n  style.font-color: white\n}\n';
    expect(look(source, 'db')).toMatchObject({
      type: 'node',
      text: 'Orders',
      outline: 'cyl',
      fill: '#ff0000',
      stroke_style: 'dashed',
      text_color: '#ffffff',
    });
    expect(look('a.shape: person', 'a')).toMatchObject({ outline: 'person', text: 'a' });
    expect(look('g: { label: Group; x }', 'g')).toMatchObject({ text: 'Group' });
    expect(look('x: |md\n  # Hi\n  there\n|\n', 'x')).toMatchObject({ outline: 'text', markdown: true, text: 'Hi\nthere', bold: true });
    expect(look('x: ||ts a | b ||', 'x')).toMatchObject({ font: 'mono', text: 'a | b' });
    expect(look('e: {icon: https://icons.terrastruct.com/dev%2Fdocker.svg}', 'e')).toMatchObject({ icon: 'tech:docker' });
  });

  it('joins them by connections, in chains, both ways and by number', () => {
    expect(links('a -> b <- c -- d <-> e')).toEqual(['a -> b', 'b <- c', 'c -- d', 'd <-> e']);
    expect(links('g: {\n  x -> y\n  x -> _.z\n}\na -> b\na -> b: again')).toEqual(['g.x -> g.y', 'g.x -> z', 'a -> b', 'a -> b (2)']);
    const { chart } = read('a -> b: calls {style.stroke: red}\na -> b\n(a -> b)[1].style.stroke-width: 4\n(a -> b)[1]: later\n');
    expect(chart.edges.map(({ look }) => look)).toMatchObject([
      { text: 'calls', stroke: '#ff0000', end_head: 'triangle' },
      { text: 'later', stroke_width: 4 },
    ]);
    expect(read('a <- b').chart.edges[0]).toMatchObject({ from: 'b', to: 'a', look: { end_head: 'triangle', start_head: 'none' } });
    expect(read('a -> b: {target-arrowhead: 1 {shape: diamond; style.filled: true}}').chart.edges[0]?.look).toMatchObject({
      end_head: 'diamond',
      end_label: '1',
    });
    expect(links('g.(a -> b)[0].style.stroke: red\ng.a -> g.b')).toEqual(['g.a -> g.b']);
  });

  it('shows tables with columns and constraints, and classes with members', () => {
    const source =
      'users: {\n  shape: sql_table\n  id: int {constraint: primary_key}\n  org: int {constraint: [foreign_key; unique]}\n}\norgs.shape: sql_table\norgs.id: int\nusers.org -> orgs.id';
    expect(look(source, 'users')).toMatchObject({
      type: 'entity',
      rows: [
        { name: 'id', type: 'int', keys: ['PK'] },
        { name: 'org', type: 'int', keys: ['FK', 'UK'] },
      ],
    });
    expect(read(source).chart.edges).toMatchObject([{ from: 'users', to: 'orgs' }]);
    expect(look('P: {\n  shape: class\n  +reader: io.Reader\n  \\#peek(n int): (s string, eof bool)\n  -reset()\n}', 'P')).toMatchObject({
      type: 'class-box',
      attributes: [{ text: '+reader: io.Reader' }],
      methods: [{ text: '#peek(n int): (s string, eof bool)' }, { text: '-reset()' }],
    });
  });

  it('takes looks from classes and words from variables', () => {
    const source =
      'vars: {\n  team: {name: Core}\n  tint: red\n}\nclasses: {\n  hot: {style.fill: ${tint}; shape: hexagon}\n}\na: By ${team.name} {class: hot}\n';
    expect(look(source, 'a')).toMatchObject({ text: 'By Core', fill: '#ff0000', outline: 'hex' });
    expect(look('vars: {base: {x; y}}\ng: { ...${base} }', 'g.x')).toMatchObject({ text: 'x' });
    expect(warnings('a: ${nothing}')).toEqual(['1 There is no variable for ${nothing}.']);
  });

  it('takes back what is null, and passes comments', () => {
    expect(ids('# one\na -> b # two\n"""\nthree: 3\n"""\nc\nb: null')).toEqual(['a', 'c']);
    expect(links('a -> b\na -> c\n(a -> b)[0]: null')).toEqual(['a -> c']);
  });

  it('reads directions of the whole', () => {
    expect(read('direction: right\na').direction).toBe('LR');
    expect(read('a').direction).toBe('TB');
  });

  it('says what is not done here', () => {
    expect(warnings('a\n*.style.fill: red')).toEqual(['2 Patterns with * are not applied here: name each thing.']);
    expect(warnings('...@base\na: @other')).toEqual([
      '1 Other files are not read here: write what this one says.',
      '2 Other files are not read here: write what this one says.',
    ]);
    expect(warnings('a\nlayers: { x: { b } }')).toEqual(['2 Only the first board is shown, not its layers, scenarios and steps.']);
    expect(warnings('(a -> b)[3]: x')).toEqual(['1 There is no such connection before this.']);
    expect(warnings('a\nb: {\n  shape: sequence_diagram\n  x -> y\n}')).toEqual([
      '3 A sequence among other things is drawn as boxes and arrows: write it as a diagram of its own.',
    ]);
    expect(warnings('a: {shape: blob}')).toEqual(['1 “blob” is no shape: expected one such as rectangle, cylinder or sql_table.']);
  });

  it('says where a text breaks, and what was expected', () => {
    expect(problem('a\nb: {\n  c\n')).toBe('2:4 Expected "}" for the "{" that opens here.');
    expect(problem('a: "x')).toBe('1:4 Expected a closing " in the same line.');
    expect(problem('a ->')).toBe('1:5 Expected what the connection leads to, but found the end of the text.');
    expect(problem('a\n-> b')).toBe('2:1 Expected a key before the connection, but found "-> b".');
    expect(problem('a:\nb')).toBe('1:3 Expected a value after ":", but found the end of the line.');
    expect(problem('a }')).toBe('1:3 This "}" closes nothing: expected a key.');
    expect(problem('(a -> b: x')).toBe('1:8 Expected ")" after the connection, but found ": x".');
    expect(problem('a: |md x')).toBe('1:4 Expected "|" at the end of the text that begins here.');
    expect(problem('{'.repeat(5))).toContain('Expected a key');
    expect(problem(`${'a: {'.repeat(300)}`)).toContain('more than 100 deep');
    expect(problem(`${'a.'.repeat(300)}b`)).toContain('more than 100 deep');
  });
});
