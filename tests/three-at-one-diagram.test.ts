import { bindDocument } from '@autograph/collab/bind-document.ts';
import { blockSource, openFile } from '@autograph/document';
import { Editor } from '@autograph/editor';
import { createBlockDeriver, type Language } from '@autograph/languages';
import { randomLanguages } from '@autograph/languages/testing/random-languages.ts';
import { createTextMeasurer } from '@autograph/render';
import { shapeDefinitions } from '@autograph/shapes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';

const measure = createTextMeasurer();
const deriver = createBlockDeriver(measure);
const textOf = (doc: Y.Doc) => blockSource(openFile(doc).blocks.get('bl_1'))?.toString() ?? '';

const typing = fc.record({ line: fc.nat(30), text: fc.nat(10), word: fc.boolean() });
type Typing = typeof typing extends fc.Arbitrary<infer T> ? T : never;

/** One person's change of the text: a new line where the language has some to type, or another word in one that is there. */
function type(doc: Y.Doc, lines: readonly string[], { line, text, word }: Typing): void {
  const shared = blockSource(openFile(doc).blocks.get('bl_1'));
  if (!shared) throw new Error('no text');
  const now = shared.toString();
  if (word || lines.length === 0) {
    const words = [...now.matchAll(/(?<=[[(]|: )[A-Za-z]+(?=[\])]|\r?\n)/g)];
    const found = words[line % Math.max(1, words.length)];
    if (!found) return;
    shared.delete(found.index, found[0].length);
    shared.insert(found.index, `typed${text}`);
    return;
  }
  // Not in a body of columns or members, where other lines stand.
  const ends = [...now.matchAll(/\n/g)].map(({ index }) => index + 1).filter((at) => !/\{[^{}]*$/.test(now.slice(0, at)));
  const newline = now.includes('\r\n') ? '\r\n' : '\n';
  const [, indent = ''] = /\n([ \t]*)/.exec(now) ?? [];
  const start = now.endsWith('\n') ? '' : newline;
  const at = ends[line % ends.length];
  shared.insert(at ?? now.length, (at === undefined ? start : '') + indent + lines[text % lines.length] + newline);
}

const act = fc.record({ kind: fc.nat(10), a: fc.nat(40), b: fc.nat(40), y: fc.nat(500) });
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** One thing done on the board. */
function draw(editor: Editor, { kind, a, b, y }: Act): void {
  const shapes = editor.scene.descendants('bl_1').filter(({ origin }) => origin);
  const edges = shapes.filter(({ start, end }) => start && end);
  const nodes = shapes.filter(({ type, start }) => !start && editor.definition(type)?.bindable);
  const [one, two, edge] = [nodes[a % nodes.length], nodes[b % nodes.length], edges[b % Math.max(1, edges.length)]];
  const from = one?.origin?.node_id;
  const to = two?.origin?.node_id;
  if (!one || !two || from === undefined || to === undefined) return;
  const at = { x: 50 + y, y };
  if (kind === 0) editor.restructure('bl_1', { kind: 'connect', from, to, at });
  else if (kind === 1) editor.restructure('bl_1', { kind: 'add', from, at });
  else if (kind === 2) editor.restructure('bl_1', { kind: 'add', at });
  else if (kind === 3 && edge) editor.updateShapes([{ id: edge.id, change: { end: { shape_id: one.id } } }]);
  else if (kind === 4) editor.updateShapes([{ id: one.id, change: { text: `Drawn ${a}` } }]);
  else if (kind === 5) editor.deleteShapes([(b % 2 === 0 && edge ? edge : one).id]);
  else if (kind === 6 && edge?.origin) editor.restructure('bl_1', { kind: 'reorder', node_id: edge.origin.node_id, to: at });
  else if (kind === 7) editor.updateShapes([{ id: one.id, change: { fill: 'green', fill_style: 'solid' } }]);
  else if (kind === 8) {
    const groups = shapes.filter(({ type }) => editor.definition(type)?.container).flatMap(({ origin }) => origin?.node_id ?? []);
    editor.restructure('bl_1', { kind: 'regroup', node_id: from, group: groups[b % (groups.length + 1)] ?? null });
  } else if (kind === 9) {
    const forms = [...(editor.derivation('bl_1')?.forms ?? [])];
    if (forms.length > 0) editor.updateShapes([{ id: one.id, change: { outline: forms[b % forms.length] } }]);
  } else if (kind === 10) editor.updateShapes([one, two].map(({ id }, at) => ({ id, change: { text: `Drawn ${a + at}` } })));
}

/** A file with the diagram, in which everything has a place. */
function fileWith(language: Language, source: string): Uint8Array {
  const doc = new Y.Doc();
  const editor = new Editor({ shapes: shapeDefinitions, blocks: deriver, measure });
  const stop = bindDocument(doc, editor.document);
  const parsed = language.parse(source);
  const graph = parsed.ok ? language.graph?.(parsed.model, measure) : undefined;
  const ids = graph ? [...graph.nodes, ...graph.groups, ...graph.edges].map(({ id }) => id) : [];
  const layout = Object.fromEntries(ids.map((id, i) => [id, { x: 60 + 150 * (i % 4), y: 60 + 60 * i }]));
  editor.addContent({ shapes: [], blocks: [{ id: 'bl_1', language: language.family, source, x: 0, y: 0, index: 'a0', layout }] });
  stop();
  return Y.encodeStateAsUpdate(doc);
}

/** Which of two letters at one place stands first goes by the numbers of those who wrote them. */
const numbers = fc.shuffledSubarray([1, 2, 3], { minLength: 3 });

/** Everybody gets what everybody has, and then what that led to. */
function exchange(docs: readonly Y.Doc[]): void {
  for (const _ of ['what was done', 'what it led to']) {
    const updates = docs.map((doc) => Y.encodeStateAsUpdate(doc));
    for (const doc of docs) for (const update of updates) Y.applyUpdate(doc, update);
  }
}

const everyLanguage = await randomLanguages();

describe('two people at the text of a diagram and one at its shapes', () => {
  it.each(everyLanguage)('come to one $language.label, which can be read where each alone could be', ({ language, random }) => {
    const reads = (text: string) => language.parse(text).ok;
    let together = 0;
    fc.assert(
      fc.property(
        random.sources,
        typing,
        typing,
        fc.array(act, { minLength: 1, maxLength: 2 }),
        numbers,
        (source, one, two, acts, order) => {
          const first = fileWith(language, source);
          const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()] as const;
          for (const [at, doc] of docs.entries()) {
            doc.clientID = order[at] ?? 0;
            Y.applyUpdate(doc, first);
          }
          const [left, right, canvas] = docs;
          const editor = new Editor({ shapes: shapeDefinitions, blocks: deriver, measure });
          const stop = bindDocument(canvas, editor.document);
          type(left, random.lines, one);
          type(right, random.lines, two);
          for (const each of acts) draw(editor, each);
          const alone = docs.map(textOf);
          exchange(docs);
          stop();
          const [text = '', ...others] = docs.map(textOf);
          expect(new Set(others)).toEqual(new Set([text]));
          if (!alone.every(reads)) return;
          together += 1;
          if (!reads(text)) throw new Error(['cannot be read:', source, ...alone, text].join('\n~~~~~\n'));
        },
      ),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 100), seed: Number(process.env.FUZZ_SEED ?? 7) },
    );
    expect(together).toBeGreaterThan(20);
  });
});
