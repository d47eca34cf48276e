import type { Block } from '@autograph/document';
import type { DerivedShapeEdit, StructureEdit } from '@autograph/editor';
import { createTextMeasurer } from '@autograph/render';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyBlockEdit } from '../apply-block-edit.ts';
import { createBlockDeriver } from '../block-deriver.ts';
import { editing } from '../chart/testing/edited.ts';
import { parseC4 } from './parse.ts';

const source = `C4Container
    title Bank
    %% people
    Person(ann, "Ann", "pays")
    System_Boundary(bank, "The bank") {
        Container(web, "Web", "Java", "shows")
        ContainerDb(db, "Store")
    }
    Rel(ann, web, "Uses", "HTTPS")
    Rel(web, db, "Reads")
    UpdateRelStyle(ann, web, $lineColor="blue")
`;

const deriver = createBlockDeriver(createTextMeasurer());
const at = (x: number) => ({ x, y: 40 });
const layout = { ': title': at(24), bank: at(300), web: at(330), db: at(500), ann: at(60), 'ann -> web': at(90) };
const blockOf = (text: string): Block => ({ ...{ id: 'bl_1', language: 'mermaid', source: text, x: 0, y: 0, index: 'a0' }, layout });

function after(edits: readonly DerivedShapeEdit[], text = source) {
  const block = blockOf(text);
  const result = deriver.edit(block, edits);
  if ('refused' in result) throw new Error(result.refused);
  return applyBlockEdit(block, result);
}

const change = (node_id: string, changes: object): DerivedShapeEdit => ({ kind: 'change', node_id, change: { ...changes } });
const remove = (node_id: string): DerivedShapeEdit => ({ kind: 'remove', node_id });
const textAfter = (...edits: readonly DerivedShapeEdit[]) => after(edits).source;

describe('words', () => {
  it('of an element change its name, technology and purpose in place', () => {
    expect(textAfter(change('web', { text: '**Site**\n*[Container: Go]*\n\nsells "it"' }))).toBe(
      source.replace('"Web", "Java", "shows"', '"Site", "Go", "sells #quot;it#quot;"'),
    );
    expect(textAfter(change('db', { text: '**Store**\n*[Container: SQL]*' }))).toBe(source.replace('"Store")', '"Store", $techn="SQL")'));
    expect(textAfter(change('ann', { text: 'Anna' }))).toBe(source.replace('"Ann", "pays"', '"Anna", ""'));
    expect(() => textAfter(change('ann', { text: '' }))).toThrow('needs a name');
  });

  it('of boundaries, relations and the title', () => {
    expect(textAfter(change('bank', { text: 'A bank [SYSTEM]' }))).toBe(source.replace('The bank', 'A bank'));
    expect(textAfter(change('ann -> web', { text: 'Visits\n[HTTP]' }))).toBe(source.replace('"Uses", "HTTPS"', '"Visits", "HTTP"'));
    expect(textAfter(change('web -> db', { text: 'Reads\n[SQL]' }))).toBe(source.replace('"Reads")', '"Reads", $techn="SQL")'));
    expect(textAfter(change(': title', { text: 'My bank' }))).toBe(source.replace('title Bank', 'title My bank'));
  });
});

describe('looks, places and ends', () => {
  it('colour in the line that there is, or in a new one', () => {
    expect(textAfter(change('ann -> web', { stroke: '#00ff00' }))).toBe(source.replace('"blue"', '"#00ff00"'));
    expect(textAfter(change('ann', { fill: '#00ff00', fill_style: 'solid', text_color: '#000000' }))).toBe(
      `${source}    UpdateElementStyle(ann, $bgColor="#00ff00", $fontColor="#000000")\n`.replace(/\n\n/, '\n'),
    );
    expect(() => textAfter(change('ann', { stroke_width: 3 }))).toThrow('colours only');
  });

  it('move a boundary with all that is in it, and leave the text alone', () => {
    const { source: text, layout: now } = after([change('bank', { x: 376 })]);
    expect(text).toBe(source);
    expect([now.bank?.x, now.web?.x, now.db?.x, now.ann?.x]).toEqual([400, 430, 600, 60]);
  });

  it('hang a relation on another element, its style with it', () => {
    expect(textAfter(change('ann -> web', { end: { shape_id: 'bl_1/db' } }))).toBe(
      source.replace('Rel(ann, web', 'Rel(ann, db').replace('UpdateRelStyle(ann, web', 'UpdateRelStyle(ann, db'),
    );
  });
});

describe('removing', () => {
  it('takes an element out with its relations and styles, and a boundary that would be empty', () => {
    expect(textAfter(remove('ann'))).toBe(
      source
        .replace(/ {4}Person.*\n/, '')
        .replace(/ {4}Rel\(ann.*\n/, '')
        .replace(/ {4}UpdateRel.*\n/, ''),
    );
    const { source: text } = after([remove('web'), remove('db')]);
    expect(text).toBe('C4Container\n    title Bank\n    %% people\n    Person(ann, "Ann", "pays")\n');
    expect(textAfter(remove('bank'))).toBe(text);
    expect(() => after([remove('a')], 'C4Context\nPerson(a, "A")\n')).toThrow('needs something in it');
  });
});

describe('drawing', () => {
  const draw = (edit: StructureEdit) => {
    const block = blockOf(source);
    const result = deriver.restructure(block, edit);
    if ('refused' in result) throw new Error(result.refused);
    return { ...result, text: applyBlockEdit(block, result).source };
  };

  it('writes relations after the others', () => {
    const { text, made } = draw({ kind: 'connect', from: 'db', to: 'ann', at: { x: 0, y: 0 } });
    expect(text).toBe(source.replace('"Reads")\n', '"Reads")\n    Rel(db, ann, "Uses")\n'));
    expect(made).toBe('db -> ann');
    expect(() => draw({ kind: 'connect', from: 'ann', to: 'web', at: { x: 0, y: 0 } })).toThrow('one relation from here to there');
  });

  it('writes an element where it was drawn, with the relation that it was dragged out by', () => {
    const { text, made, layout: places } = draw({ kind: 'add', from: 'web', group: 'bank', at: { x: 700, y: 300 } });
    expect(text).toBe(
      source
        .replace('"Store")\n', '"Store")\n        Container(part, "New container")\n')
        .replace('"Reads")\n', '"Reads")\n    Rel(web, part, "Uses")\n'),
    );
    expect(made).toBe('part');
    expect(places.part).toMatchObject({ pinned: true });
  });
});

it('keeps any new name readable, and every other line', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 20 }), (name) => {
      fc.pre(name.trim() !== '' && !/[*[\]]/.test(name));
      const parsed = parseC4(textAfter(change('web', { text: name })));
      expect(parsed.ok && [parsed.model.elements.length, parsed.model.relations.length, parsed.model.boundaries.length]).toEqual([3, 2, 1]);
    }),
  );
});

describe('boundaries', () => {
  const nested =
    'C4Context\n  Person(a, "A")\n  Boundary(x, "X") {\n    System(b, "B")\n    System(c, "C")\n    Boundary(y, "Y") {\n      System(d, "D")\n    }\n  }\n  Rel(a, b, "uses")\n';
  const { restructure } = editing('mermaid');
  const regroup = (node_id: string, group: string | null) => restructure(nested, { kind: 'regroup', node_id, group });

  it('are entered and left by the lines of what is dragged, indented as those beside them', () => {
    expect(regroup('a', 'y')).toBe(
      nested.replace('  Person(a, "A")\n', '').replace('      System(d, "D")\n', '      System(d, "D")\n      Person(a, "A")\n'),
    );
    expect(regroup('c', null)).toBe(nested.replace('    System(c, "C")\n', '').replace('  }\n  Rel', '  }\n  System(c, "C")\n  Rel'));
    expect(regroup('y', null)).toBe(
      nested
        .replace('    Boundary(y, "Y") {\n      System(d, "D")\n    }\n', '')
        .replace('  }\n  Rel', '  }\n  Boundary(y, "Y") {\n    System(d, "D")\n  }\n  Rel'),
    );
  });

  it('do not go into themselves, and are not left empty', () => {
    expect(regroup('x', 'y')).toContain('cannot go into itself');
    expect(regroup('d', 'x')).toContain('needs something in it');
  });
});
