import type { Block, ShapeChange } from '@autograph/document';
import type { DerivedShapeEdit, StructureEdit } from '@autograph/editor';
import { createTextMeasurer } from '@autograph/render';
import { describe, expect, it } from 'vitest';
import { applyBlockEdit, createBlockDeriver, detectLanguage } from '../index.ts';

const deriver = createBlockDeriver(createTextMeasurer());
const block = (source: string): Block => ({ id: 'b', language: 'eraser', source, x: 0, y: 0, index: 'a0', layout: {} });

/** The block with everything in a row, since shapes are shown once they have a place. */
function placed(source: string): Block {
  const bare = block(source);
  const ids = deriver.derive(bare).unplaced;
  return { ...bare, layout: Object.fromEntries(ids.map((id, at) => [id, { x: 30 + 200 * at, y: 60 }])) };
}

function edited(source: string, ...edits: readonly DerivedShapeEdit[]): string {
  const change = deriver.edit(placed(source), edits);
  if ('refused' in change) throw new Error(change.refused);
  return applyBlockEdit(placed(source), change).source;
}

function restructured(source: string, edit: StructureEdit): string {
  const change = deriver.restructure(placed(source), edit);
  if ('refused' in change) throw new Error(change.refused);
  return applyBlockEdit(placed(source), change).source;
}

const set = (node_id: string, change: ShapeChange): DerivedShapeEdit => ({ kind: 'change', node_id, change });
const remove = (node_id: string): DerivedShapeEdit => ({ kind: 'remove', node_id });
const at = { x: 0, y: 0 };

const cloud = `// the shop
title Shop
direction down

Users [icon: users] // people
AWS [icon: aws, color: orange] {
  API [icon: aws-api-gateway, label: "The API"]
  Workers {
    Resize, Notify
  }
  "Photos (S3)" [icon: aws-s3]
}

Users > API: asks
API > Resize, Notify: "jobs"   // both
Resize --> "Photos (S3)"
`;

describe('a text of nodes, groups and connections', () => {
  it('becomes native shapes with their icons, colours, labels and groups', () => {
    const { shapes, diagnostics } = deriver.derive(placed(cloud));
    expect(diagnostics).toEqual([]);
    const shape = (id: string) => shapes.find((found) => found.id === `b/${id}`);
    expect(shape('API')).toMatchObject({ type: 'node', text: 'The API', icon: 'aws:api-gateway', parent_id: 'b/AWS' });
    expect(shape('AWS')).toMatchObject({ type: 'frame', text: 'AWS', stroke: 'orange' });
    expect(shape('Workers')).toMatchObject({ type: 'frame', parent_id: 'b/AWS' });
    expect(shape('Photos (S3)')).toMatchObject({ text: 'Photos (S3)', icon: 'aws:s3' });
    expect(shape('connection:Users > API')).toMatchObject({ type: 'arrow', text: 'asks', end_head: 'triangle', stroke_style: 'solid' });
    expect(shape('connection:API > Notify')).toMatchObject({ text: 'jobs' });
    expect(shape('connection:Resize > Photos (S3)')).toMatchObject({ stroke_style: 'dashed' });
  });

  it.each([
    ['>', 'none', 'triangle', 'solid'],
    ['->', 'none', 'triangle', 'solid'],
    ['<', 'triangle', 'none', 'solid'],
    ['<>', 'triangle', 'triangle', 'solid'],
    ['-', 'none', 'none', 'solid'],
    ['--', 'none', 'none', 'dashed'],
    ['-->', 'none', 'triangle', 'dashed'],
    ['<--', 'triangle', 'none', 'dashed'],
  ])('knows the connector %s', (connector, start_head, end_head, stroke_style) => {
    const { shapes } = deriver.derive(placed(`us-east ${connector} us-west-2: a - b`));
    expect(shapes.find(({ type }) => type === 'arrow')).toMatchObject({ start_head, end_head, stroke_style, text: 'a - b' });
  });

  it.each([
    ['A >', 1, 4, 'Expected what ">" leads to, but found the end of the text.'],
    ['A [color blue]', 1, 10, 'Expected ":" and a value after "color", but found "blue]".'],
    ['A\nB [icon: x', 2, 11, 'Expected "," or "]", but found the end of the text.'],
    ['A {\n  B', 1, 1, 'Expected "}" that ends this group, but found the end of the text.'],
    ['A\n}', 2, 1, 'Expected a node, a group or a connection, but found "}".'],
    ['A > B C "D"', 1, 9, 'Expected the end of the line, but found ""D"".'],
    ['"A', 1, 1, 'Expected a text that ends with a quotation mark in its line, but found ""A".'],
  ])('says where %j is wrong, and what was expected', (source, line, column, message) => {
    expect(deriver.derive(block(source)).diagnostics).toMatchObject([{ line, column, message }]);
  });

  it('reads on past a mistake', () => {
    const { diagnostics } = deriver.derive(block('A >\nB > C\nD [x]\n'));
    expect(diagnostics.map(({ line }) => line)).toEqual([1, 3]);
  });
});

describe('an edit on the board', () => {
  it('renames a node wherever the text names it, or its label', () => {
    expect(edited(cloud, set('Resize', { text: 'Scale' }))).toBe(cloud.replaceAll('Resize', 'Scale'));
    expect(edited(cloud, set('API', { text: 'Front door' }))).toBe(cloud.replace('The API', 'Front door'));
    expect(edited(cloud, set('Users', { text: 'All: users' }))).toBe(cloud.replaceAll('Users', '"All: users"'));
    expect(edited(cloud, set('Notify', { text: 'Resize' }))).toBe(cloud.replace('Resize, Notify\n', 'Resize, Notify [label: Resize]\n'));
    expect(edited(cloud, set('AWS', { text: 'Amazon' }))).toBe(cloud.replace('AWS [', 'Amazon ['));
    expect(edited(cloud, set(': title', { text: 'Store' }))).toBe(cloud.replace('title Shop', 'title Store'));
  });

  it('recolours, in the brackets that are there or in new ones', () => {
    expect(edited(cloud, set('AWS', { stroke: 'blue', fill: 'blue' }))).toBe(cloud.replace('orange', 'blue'));
    expect(edited(cloud, set('Users', { fill: '#ff00aa' }))).toBe(cloud.replace('[icon: users]', '[color: "#ff00aa", icon: users]'));
    expect(edited(cloud, set('Workers', { stroke: 'red' }))).toBe(cloud.replace('Workers {', 'Workers [color: red] {'));
    expect(edited('A [color: red, icon: user]', set('A', { fill: null }))).toBe('A [icon: user]');
    expect(() => edited(cloud, set('Users', { opacity: 0.5 }))).toThrow('colour');
  });

  it('changes the shape of a step and the type of a flow object', () => {
    expect(edited('A\nB [shape: oval]\n', set('B', { outline: 'diam' }))).toBe('A\nB [shape: diamond]\n');
    expect(edited('A [type: event]\nB\n', set('B', { outline: 'diam' }))).toBe('A [type: event]\nB [type: gateway]\n');
  });

  it('changes words, heads and ends of connections', () => {
    expect(edited(cloud, set('connection:Users > API', { text: 'calls' }))).toBe(cloud.replace('asks', 'calls'));
    expect(edited(cloud, set('connection:Users > API', { text: '' }))).toBe(cloud.replace('API: asks', 'API'));
    expect(edited(cloud, set('connection:Resize > Photos (S3)', { text: 'to' }))).toBe(
      cloud.replace('--> "Photos (S3)"', '--> "Photos (S3)": to'),
    );
    expect(edited(cloud, set('connection:Resize > Photos (S3)', { stroke_style: 'solid' }))).toBe(cloud.replace('-->', '>'));
    expect(edited(cloud, set('connection:Users > API', { end: { shape_id: 'b/Photos (S3)' } }))).toBe(
      cloud.replace('Users > API', 'Users > Photos (S3)'),
    );
    expect(edited(cloud, set('connection:API > Notify', { end: { shape_id: 'b/Users' } }))).toBe(
      cloud.replace('Resize, Notify: ', 'Resize, Users: '),
    );
    expect(edited('A > B > C', set('connection:B > C', { text: 'x' }))).toBe('A > B\nB > C: x');
  });

  it('takes things out with what belongs to them, remarks untouched', () => {
    expect(edited(cloud, remove('connection:API > Notify'))).toBe(cloud.replace('Resize, Notify: ', 'Resize: '));
    expect(edited(cloud, remove('Notify'))).toBe(cloud.replace('Resize, Notify\n', 'Resize\n').replace('Resize, Notify: ', 'Resize: '));
    expect(edited(cloud, remove('Users'))).toBe(cloud.replace('Users [icon: users]', '').replace('Users > API: asks\n', ''));
    expect(edited('A > B > C\n', remove('B'))).toBe('A, C\n');
    expect(edited('A > B\n', remove('connection:A > B'))).toBe('A, B\n');
    expect(edited(cloud, remove('Workers'))).toBe(
      cloud
        .replace(/ {2}Workers \{[^}]*\}\n/, '')
        .replace(/API > Resize.*jobs" {3}/, '   ')
        .replace('Resize --> "Photos (S3)"\n', ''),
    );
  });

  it('draws connections and nodes into the text', () => {
    expect(restructured(cloud, { kind: 'connect', from: 'Users', to: 'AWS', at })).toBe(`${cloud}Users > AWS\n`);
    expect(restructured('A > B // x\n\n// end\n', { kind: 'connect', from: 'B', to: 'A', at })).toBe('A > B // x\nB > A\n\n// end\n');
    expect(restructured('A --> B', { kind: 'add', from: 'B', at })).toBe('A --> B\nB --> C');
    expect(restructured('A {\n  B\n}\n', { kind: 'add', from: 'B', group: 'A', at })).toBe('A {\n  B\n  C\n}\nB > C\n');
    expect(restructured('A { }', { kind: 'add', group: 'A', at })).toBe('A {\n  B\n}');
    expect(restructured('A\nB\n', { kind: 'add', outline: 'diam', at })).toBe('A\nB\nC [shape: diamond]\n');
  });

  it('moves the line of a node or group into a group and out of it', () => {
    const source = 'A [color: red]\nG {\n  B, C\n  H {\n    D\n  }\n}\nA > B\n';
    const regroup = (node_id: string, group: string | null) => restructured(source, { kind: 'regroup', node_id, group });
    expect(regroup('A', 'H')).toBe('G {\n  B, C\n  H {\n    D\n    A [color: red]\n  }\n}\nA > B\n');
    expect(regroup('C', null)).toBe('A [color: red]\nG {\n  B\n  H {\n    D\n  }\n}\nC\nA > B\n');
    expect(regroup('H', null)).toBe('A [color: red]\nG {\n  B, C\n}\nH {\n  D\n}\nA > B\n');
    expect(() => regroup('G', 'H')).toThrow('into itself');
  });
});

it('tells the kinds of diagram apart', () => {
  const label = (source: string) => detectLanguage('eraser', source)?.id;
  expect(label(cloud)).toBe('eraser-cloud');
  expect(label('A > B: yes\nA > C: no')).toBe('eraser-flowchart');
  expect(label('Pool {\n  Ask [type: event]\n}')).toBe('eraser-bpmn');
  expect(label('// cloud architecture\nA > B')).toBe('eraser-cloud');
});
