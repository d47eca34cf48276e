import type { Block, ShapeChange } from '@autograph/document';
import type { DerivedShapeEdit, StructureEdit } from '@autograph/editor';
import { createTextMeasurer } from '@autograph/render';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyBlockEdit, createBlockDeriver, detectLanguage } from '../index.ts';

const deriver = createBlockDeriver(createTextMeasurer());
const block = (source: string): Block => ({ id: 'b', language: 'eraser', source, x: 0, y: 0, index: 'a0', layout: {} });

function applied(source: string, change: ReturnType<typeof deriver.edit>): string {
  if ('refused' in change) throw new Error(change.refused);
  return applyBlockEdit(block(source), change).source;
}
const edited = (source: string, ...edits: readonly DerivedShapeEdit[]) => applied(source, deriver.edit(block(source), edits));
const restructured = (source: string, edit: StructureEdit) => applied(source, deriver.restructure(block(source), edit));
const set = (node_id: string, change: ShapeChange): DerivedShapeEdit => ({ kind: 'change', node_id, change });
const remove = (node_id: string): DerivedShapeEdit => ({ kind: 'remove', node_id });

const source = `title Sign in
User [icon: user, color: blue]

User > Web: sign in // by mail
activate Web
Web > DB [icon: database]: find
DB --> Web: account
alt [label: right, color: green] {
  Web > User: welcome
}
else [label: wrong] {
  Web > User: "no: again"
}
deactivate Web
`;

const shapesOf = (text: string) => deriver.derive(block(text)).shapes;
const yOf = (text: string, id: string) => {
  const found = shapesOf(text).find((shape) => shape.id === `b/${id}`);
  return (found?.y ?? 0) + (found?.h ?? 0);
};

describe('Eraser’s sequences', () => {
  it('are native: lifelines, messages, fragments with parts, activations, colours', () => {
    expect(detectLanguage('eraser', source)?.id).toBe('eraser-sequence');
    expect(deriver.derive(block(source)).diagnostics).toEqual([]);
    const shape = (id: string) => shapesOf(source).find((found) => found.id === `b/${id}`);
    expect(shape('User')).toMatchObject({ type: 'lifeline', participant_type: 'actor', fill: 'blue' });
    expect(shape('DB')).toMatchObject({ participant_type: 'database' });
    expect(shape('message:Web>User:2')).toMatchObject({ type: 'arrow', text: 'no: again' });
    expect(shape('message:DB>Web:1')).toMatchObject({ stroke_style: 'dashed' });
    expect(shape('alt:1')).toMatchObject({
      type: 'fragment',
      keyword: 'alt',
      text: 'right',
      stroke: 'green',
      sections: [{ text: 'wrong' }],
    });
    expect(shapesOf(source).filter(({ type }) => type === 'activation')).toHaveLength(1);
  });

  it('draw a message that is written backwards from its end', () => {
    const text = '// sequence\nA < B: x\nloop [label: 3 times] {\n  A <> B: y\n}';
    const ids = shapesOf(text).map(({ id }) => id);
    expect(ids).toContain('b/message:B>A:1');
    expect(edited(text, set('message:B>A:1', { end: { shape_id: 'b/B' } }))).toBe(text.replace('A < B', 'B < B'));
  });

  it('take other names, words, ends and colours', () => {
    expect(edited(source, set('Web', { text: 'Site' }))).toBe(source.replaceAll('Web', 'Site'));
    expect(edited(source, set('message:User>Web:1', { text: 'log in' }))).toBe(source.replace('Web: sign in', 'Web: log in'));
    expect(edited(source, set('message:Web>DB:1', { end: { shape_id: 'b/User' } }))).toContain('Web > User: find\n');
    expect(edited(source, set('alt:1', { text: 'it fits' }))).toBe(source.replace('label: right', 'label: "it fits"'));
    expect(edited(source, set('Web', { fill: 'red' }))).toBe(source.replace('User > Web:', 'User > Web [color: red]:'));
    expect(() => edited(source, set('message:User>Web:1', { y: 400 }))).toThrow('order of the text');
  });

  it('lose what is taken out', () => {
    expect(edited(source, remove('message:DB>Web:1'))).toBe(source.replace('DB --> Web: account\n', ''));
    expect(edited(source, remove('DB'))).toBe(source.replace('Web > DB [icon: database]: find\nDB --> Web: account\n', ''));
    expect(edited(source, remove('Web'))).not.toContain('Web');
    expect(edited(source, remove('alt:1'))).toBe(source.replace(/(?:alt|else) .*\n/g, '').replace(/^\}\n/gm, ''));
  });

  it('take messages where they are drawn, new participants, and another order', () => {
    const y = yOf(source, 'message:User>Web:1') + 4;
    const drawn = restructured(source, { kind: 'connect', from: 'DB', to: 'User', at: { x: 0, y } });
    expect(drawn).toBe(source.replace('activate Web\n', 'activate Web\nDB > User: Message\n'));
    const inside = yOf(source, 'message:Web>User:1') + 4;
    expect(restructured(source, { kind: 'connect', from: 'Web', to: 'DB', at: { x: 0, y: inside } })).toBe(
      source.replace('welcome\n', 'welcome\n  Web > DB: Message\n'),
    );
    expect(restructured(source, { kind: 'add', from: 'DB', at: { x: 0, y } })).toContain('DB > ');
    const plain = '// sequence\nA > B: one\nB > A: two // back\nA > B: three\n';
    expect(restructured(plain, { kind: 'reorder', node_id: 'message:B>A:1', to: 1 })).toBe(
      '// sequence\nA > B: one\nA > B: three\nB > A: two // back\n',
    );
    expect(restructured('// sequence\nA > B: one\nA > B: two\n', { kind: 'reorder', node_id: 'message:A>B:2', to: -1 })).toBe(
      '// sequence\nA > B: two\nA > B: one\n',
    );
  });
});

const line = fc.constantFrom(
  'A > B: one',
  'B --> A',
  'A > A: self',
  'B <> C D: two // why',
  'activate B',
  'deactivate B',
  'C D < A',
  '// alone',
  'A > B > C D: on',
);
const { text } = fc.letrec<{ text: string; part: string }>((tie) => ({
  text: fc.array(fc.oneof({ depthSize: 'small' }, line, tie('part')), { maxLength: 4 }).map((lines) => lines.join('\n')),
  part: fc
    .tuple(fc.constantFrom('loop', 'alt', 'else [label: no]', 'opt [label: "or: so", color: red]'), tie('text'))
    .map(([word, body]) => `${word} {\n${body}\n}`),
}));

it('what is drawn into any sequence leaves every other line as it was, and shows what was drawn', () => {
  fc.assert(
    fc.property(text, fc.nat(900), fc.integer({ min: -3, max: 3 }), fc.nat(8), (body, y, by, which) => {
      const before = `// sequence\nA > B: first\n${body}\n`;
      const drawn = deriver.restructure(block(before), { kind: 'connect', from: 'B', to: 'A', at: { x: 0, y } });
      if (!('refused' in drawn)) {
        const after = applyBlockEdit(block(before), drawn).source;
        const fresh = after.split('\n').filter((found) => found.trim() === 'B > A: Message');
        expect(fresh).toHaveLength(1);
        expect(after.split('\n').filter((found) => found.trim() !== 'B > A: Message')).toEqual(before.split('\n'));
        expect(shapesOf(after).filter(({ type }) => type === 'arrow').length).toBe(
          shapesOf(before).filter(({ type }) => type === 'arrow').length + 1,
        );
      }
      const messages = shapesOf(before).flatMap(({ type, origin }) => (type === 'arrow' && origin ? [origin.node_id] : []));
      const node_id = messages[which % messages.length] ?? '';
      const moved = deriver.restructure(block(before), { kind: 'reorder', node_id, to: by });
      const lines = (source: string) =>
        source
          .split('\n')
          .map((found) => found.trim())
          .filter((found) => found !== '')
          .sort();
      if (!('refused' in moved)) expect(lines(applyBlockEdit(block(before), moved).source)).toEqual(lines(before));
      const removed = deriver.edit(block(before), [remove(node_id)]);
      if (!('refused' in removed)) {
        const left = shapesOf(applyBlockEdit(block(before), removed).source).filter(({ type }) => type === 'arrow');
        expect(left).toHaveLength(messages.length - 1);
      }
    }),
    { numRuns: 150 },
  );
});
