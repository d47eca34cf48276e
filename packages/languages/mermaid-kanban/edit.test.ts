import type { Block } from '@autograph/document';
import type { BlockEdit, DerivedShapeEdit } from '@autograph/editor';
import { createTextMeasurer } from '@autograph/render';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyBlockEdit } from '../apply-block-edit.ts';
import { deriveKanban } from './derive.ts';
import { editKanban } from './edit.ts';
import { cardText } from './labels.ts';
import { parseKanban } from './parse.ts';

const source = `kanban
  todo[To do]
    a[Write]@{ ticket: MC-1, assigned: knsv }
    %% aside
    b[Review]
    ::icon(star)
  doing["In progress"]
    c[Test]
  done[Done]
`;
const block = (text: string): Block => ({ id: 'b', language: 'mermaid', source: text, x: 0, y: 0, index: 'a0', layout: {} });

function modelOf(text: string) {
  const parsed = parseKanban(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  return parsed.model;
}

function edit(edits: readonly DerivedShapeEdit[], text = source): BlockEdit {
  const result = editKanban(modelOf(text), block(text), edits);
  if ('refused' in result) throw new Error(result.refused);
  return result;
}

const change = (node_id: string, changes: object): DerivedShapeEdit => ({ kind: 'change', node_id, change: { ...changes } });
const remove = (node_id: string): DerivedShapeEdit => ({ kind: 'remove', node_id });
const after = (edits: readonly DerivedShapeEdit[], text = source) => applyBlockEdit(block(text), edit(edits, text)).source;
const place = (id: string, text = source) => {
  const found = deriveKanban(modelOf(text), block(text), createTextMeasurer()).shapes.find((shape) => shape.id === `b/${id}`);
  if (!found) throw new Error(`there is no ${id}`);
  return found;
};
/** Every column with its cards. */
const board = (text: string) => modelOf(text).columns.map((column) => [cardText(column), ...column.cards.map(cardText)].join(': '));

describe('renaming', () => {
  it('changes cards and columns in place', () => {
    expect(after([change('a', { text: 'Write it' })])).toBe(source.replace('[Write]', '[Write it]'));
    expect(after([change('doing', { text: 'Under "way"' })])).toBe(source.replace('In progress', 'Under #34;way#34;'));
    const labelled = 'kanban\n  t\n    a[A]@{ label: Old, ticket: 1 }';
    expect(after([change('a', { text: 'New' })], labelled)).toBe(labelled.replace('Old', '"New"'));
  });
});

describe('dragging', () => {
  it('takes the line of a card to another column, with what is said of it', () => {
    const { x, y } = place('done');
    expect(after([change('b', { x: x + 10, y: y + 60 })])).toBe(`kanban
  todo[To do]
    a[Write]@{ ticket: MC-1, assigned: knsv }
    %% aside
  doing["In progress"]
    c[Test]
  done[Done]
    b[Review]
    ::icon(star)
`);
  });

  it('puts a card before or behind others', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => place(id));
    expect(board(after([change('b', { x: b?.x, y: (a?.y ?? 0) - 20 })]))).toEqual(['To do: Review: Write', 'In progress: Test', 'Done']);
    expect(board(after([change('a', { x: c?.x, y: (c?.y ?? 0) + 40 })]))).toEqual(['To do: Review', 'In progress: Test: Write', 'Done']);
  });

  it('takes a column along with its cards', () => {
    const { x } = place('done');
    const cards = ['a', 'b'].map((id) => change(id, { x: 900, y: 50 }));
    expect(board(after([change('todo', { x: x + 20, y: 24 }), ...cards]))).toEqual(['In progress: Test', 'Done', 'To do: Write: Review']);
  });

  it('leaves the text alone when a card comes back to its place', () => {
    const { x, y } = place('a');
    expect(edit([change('a', { x: x + 8, y: y + 4 })]).patches).toEqual([]);
  });
});

describe('removing', () => {
  it('takes a card out with what is said of it, and a column with its cards', () => {
    expect(after([remove('b')])).toBe(source.replace('    b[Review]\n    ::icon(star)\n', ''));
    expect(board(after([remove('todo'), remove('a'), remove('b')]))).toEqual(['In progress: Test', 'Done']);
  });
});

it('writes any words so that they read the same', () => {
  const words = fc.oneof(
    fc.string({ minLength: 1, maxLength: 30 }),
    fc
      .array(fc.constantFrom('#', ';', '&amp;', '<br/>', '\\', 'a', '%%{', ':::', '"', '`', '(', ']', '@{', '}', 'kanban', '35'), {
        minLength: 1,
      })
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(words, fc.constantFrom('a', 'doing'), (text, id) => {
      const wanted = text.trim().replace(/\s+/g, ' ');
      fc.pre(wanted !== '' && wanted === text.trim());
      const { columns } = modelOf(after([change(id, { text })]));
      const item = id === 'a' ? columns[0]?.cards[0] : columns[1];
      expect(item && cardText(item)).toBe(wanted);
    }),
  );
});

it('moves any card anywhere so that all others stay in their order', () => {
  fc.assert(
    fc.property(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 400 }), (id, x, y) => {
      const ids = (text: string) => modelOf(text).columns.map(({ cards }) => cards.map(({ nodeId }) => nodeId));
      const moved = ids(after([change(id, { x, y })]));
      expect(moved.flat().filter((card) => card === id)).toHaveLength(1);
      expect(moved.map((column) => column.filter((card) => card !== id))).toEqual(
        ids(source).map((column) => column.filter((card) => card !== id)),
      );
    }),
  );
});
