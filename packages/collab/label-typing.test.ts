import { createBlockDeriver } from '@autograph/languages';
import { createTextMeasurer } from '@autograph/render';
import { shapeDefinitions } from '@autograph/shapes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Desk, Team } from './testing/team.ts';

const measure = createTextMeasurer();
const options = () => ({ shapes: shapeDefinitions, blocks: createBlockDeriver(measure), measure });
const schemaOf = (type: string) => shapeDefinitions.find((definition) => definition.type === type)?.schema;

/** Two people who write in the label of one node of a diagram as code. */
function writers() {
  const team = new Team(2, options, schemaOf);
  const [ada, bob] = team.desks;
  if (!ada || !bob) throw new Error('nobody is there');
  const layout = { a: { x: 20, y: 40 }, b: { x: 220, y: 40 } };
  const id = ada.editor.createBlock({ language: 'mermaid', source: 'flowchart LR\n  a[Shop] --> b[Base]', x: 0, y: 0, layout }) ?? '';
  team.exchange();
  for (const { editor } of team.desks) editor.startEditing(`${id}/a`);
  const source = ({ editor }: Desk) => editor.document.blocks.get(id)?.source;
  return { team, ada, bob, source };
}

/** Two people who write in one drawn shape. */
function writersInShape() {
  const team = new Team(2, options, schemaOf);
  const [ada, bob] = team.desks;
  if (!ada || !bob) throw new Error('nobody is there');
  const at = { type: 'rectangle', x: 0, y: 0, w: 400, h: 200, rotation: 0, parent_id: null, index: 'a1' };
  ada.editor.createShapes([{ ...at, id: 'sh_1', text: 'Shop' }]);
  team.exchange();
  for (const { editor } of team.desks) editor.startEditing('sh_1');
  const text = ({ editor }: Desk) => editor.document.shapes.get('sh_1')?.text;
  return { team, ada, bob, text };
}

/** Types letters at a place of the text, counted from its end. */
function typeAt({ editor }: Desk, fromEnd: number, letters: string): void {
  const { text = '' } = editor.editing ?? {};
  const at = Math.max(0, text.length - fromEnd);
  editor.changeText(text.slice(0, at) + letters + text.slice(at), at + letters.length);
}

describe('two people who type in one label that comes from code', () => {
  it('see each other’s letters while they type, and keep their own places', () => {
    const { team, ada, bob, source } = writers();
    typeAt(ada, 0, ' front');
    ada.editor.storeText();
    team.exchange();
    expect(bob.editor.editing?.text).toBe('Shop front');
    typeAt(bob, 10, 'The ');
    typeAt(ada, 0, ' end');
    for (const { editor } of [bob, ada]) editor.storeText();
    team.exchange();
    for (const desk of [ada, bob]) expect(desk.editor.editing?.text).toBe('The Shop front end');
    expect(bob.editor.editing?.selection).toEqual({ from: 4, to: 4 });
    for (const { editor } of [ada, bob]) editor.commitText();
    team.exchange();
    for (const desk of [ada, bob]) expect(source(desk)).toBe('flowchart LR\n  a[The Shop front end] --> b[Base]');
    ada.editor.undo();
    team.exchange();
    for (const desk of [ada, bob]) expect(source(desk)).toBe('flowchart LR\n  a[The Shop] --> b[Base]');
  });

  it('lose no letter whatever the line does, and end up with one text', () => {
    const act = fc.record({ who: fc.nat(1), at: fc.nat(6), send: fc.boolean(), heard: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 16 }), (acts) => {
        const { team, ada, bob, source } = writers();
        const typed = acts.map(({ who, at, send, heard }, i) => {
          const desk = who === 0 ? ada : bob;
          const letters = `${who === 0 ? 'x' : 'y'}${i}z`;
          typeAt(desk, at, letters);
          desk.editor.storeText();
          if (send) team.send(desk);
          team.receive(desk, heard);
          return letters;
        });
        for (const { editor } of [ada, bob]) editor.storeText();
        team.exchange();
        for (const { editor } of [ada, bob]) editor.commitText();
        team.exchange();
        expect(source(ada)).toBe(source(bob));
        const label = /a\[(.*)\] -->/.exec(source(ada) ?? '')?.[1] ?? '';
        expect([...label].sort()).toEqual([...`Shop${typed.join('')}`].sort());
      }),
      { numRuns: 25 },
    );
  });
});

describe('two people who type in one drawn shape', () => {
  it('keep both their words when they are stored at once, with their looks', () => {
    const { team, ada, bob, text } = writersInShape();
    typeAt(ada, 4, 'The ');
    typeAt(bob, 0, ' front');
    bob.editor.textEditing.select({ from: 5, to: 10 });
    bob.editor.textEditing.toggle('bold');
    for (const { editor } of [ada, bob]) editor.commitText();
    team.exchange();
    for (const desk of [ada, bob]) expect(text(desk)).toBe('The Shop front');
    for (const { editor } of [ada, bob]) expect(editor.document.shapes.get('sh_1')?.text_spans).toEqual([{ from: 9, to: 14, bold: true }]);
    ada.editor.undo();
    team.exchange();
    for (const desk of [ada, bob]) expect(text(desk)).toBe('Shop front');
  });

  it('double no letter that stands between two places where one of them types', () => {
    const { team, ada, bob, text } = writersInShape();
    typeAt(ada, 4, '<');
    typeAt(ada, 0, '>');
    typeAt(bob, 2, '-');
    for (const { editor } of [ada, bob]) editor.storeText();
    team.exchange();
    for (const { editor } of [ada, bob]) editor.commitText();
    team.exchange();
    for (const desk of [ada, bob]) expect(text(desk)).toBe('<Sh-op>');
  });

  it('lose and double no letter whatever the line does, and end up with one text', () => {
    const act = fc.record({ who: fc.nat(1), at: fc.nat(6), store: fc.boolean(), send: fc.boolean(), heard: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 16 }), (acts) => {
        const { team, ada, bob, text } = writersInShape();
        const typed = acts.map(({ who, at, store, send, heard }, i) => {
          const desk = who === 0 ? ada : bob;
          const letters = `${who === 0 ? 'x' : 'y'}${i}z`;
          typeAt(desk, at, letters);
          if (store) desk.editor.storeText();
          if (send) team.send(desk);
          team.receive(desk, heard);
          return letters;
        });
        for (const { editor } of [ada, bob]) editor.commitText();
        expect(team.exchange()).toBe(true);
        expect(text(ada)).toBe(text(bob));
        expect([...(text(ada) ?? '')].sort()).toEqual([...`Shop${typed.join('')}`].sort());
      }),
      { numRuns: 100 },
    );
  });
});
