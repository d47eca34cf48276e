import type { Block } from '@autograph/document';
import { patchText } from '@autograph/editor';
import { createTextMeasurer } from '@autograph/render';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createBlockDeriver } from '../block-deriver.ts';
import { sameForm } from '../mermaid/first-that-fits.ts';
import { type ChartForm, formOf, type ThingForm } from './chart-form.ts';
import type { Chart } from './chart-model.ts';
import { parseChart } from './chart-parse.ts';
import { goneWith } from './chart-remove.ts';

const deriver = createBlockDeriver(createTextMeasurer());

const names = ['A', 'B', 'C', 'us-east-2', 'Web app (old)', '"x, y"', 'In stock?'];
const name = fc.constantFrom(...names);
const properties = fc.constantFrom('', '', ' [color: red]', ' [icon: aws-s3, color: "#00ff00"]', ' [label: "Some words"]', ' []');
const mention = fc.tuple(name, properties).map((parts) => parts.join(''));
const list = fc.array(mention, { minLength: 1, maxLength: 3 }).map((items) => items.join(', '));
const connector = fc.constantFrom('>', '<', '<>', '-', '--', '-->');
const label = fc.constantFrom('', ': yes', ': reads // writes', ': "a // b"', ' : x');
const connection = fc
  .tuple(list, fc.array(fc.tuple(connector, list), { minLength: 1, maxLength: 3 }), label)
  .map(([first, rest, words]) => `${first}${rest.map(([sign, next]) => ` ${sign} ${next}`).join('')}${words}`);
const remark = fc.constantFrom('', '', ' // why');
const line = fc
  .tuple(fc.oneof(list, connection, connection, fc.constant('// alone'), fc.constant('')), remark)
  .map((parts) => parts.join(''));
const { text } = fc.letrec<{ text: string; group: string }>((tie) => ({
  text: fc.array(fc.oneof({ depthSize: 'small' }, line, tie('group')), { maxLength: 5 }).map((lines) => lines.join('\n')),
  group: fc
    .tuple(fc.constantFrom('G', 'Group 2', 'H'), properties, tie('text'))
    .map(([title, said, body]) => `${title}${said} {\n${body.replaceAll(/^(?=.)/gm, '  ')}\n}`),
}));

function read(source: string): Chart {
  const parsed = parseChart(source);
  if (!parsed.ok) throw new Error(parsed.diagnostics.map(({ message }) => message).join());
  return parsed.model;
}

interface Act {
  readonly kind: 'rename' | 'recolour' | 'remove' | 'relabel' | 'reroute' | 'connect' | 'add' | 'regroup';
  readonly first: number;
  readonly second: number;
}
const act = fc.record<Act>({
  kind: fc.constantFrom('rename', 'recolour', 'remove', 'relabel', 'reroute', 'connect', 'add', 'regroup'),
  first: fc.nat(50),
  second: fc.nat(50),
});

type Changed = Readonly<Record<string, ThingForm>>;

function withThing(form: ChartForm, id: string, change: Partial<ThingForm>): ChartForm {
  const thing = form.things[id];
  return thing ? { ...form, things: { ...form.things, [id]: { ...thing, ...change } } } : form;
}

function renamed(form: ChartForm, id: string, next: string): ChartForm {
  const of = (other: string) => (other === id ? next : other);
  const things: Changed = Object.fromEntries(
    Object.entries(form.things).map(([key, thing]) => [
      of(key),
      { ...thing, parent: thing.parent === null ? null : of(thing.parent), ...(key === id && { label: next }) },
    ]),
  );
  return { things, edges: form.edges.map((edge) => ({ ...edge, from: of(edge.from), to: of(edge.to) })) };
}

/** The act as the board would ask for it, and what the text is to say then. */
function asked(chart: Chart, block: Block, { kind, first, second }: Act) {
  const form = formOf(chart);
  const ids = Object.keys(form.things);
  const [id = '', other = ''] = [ids[first % ids.length], ids[second % ids.length]];
  const edge = chart.edges[first % Math.max(1, chart.edges.length)];
  const groups = [...chart.groups.keys()];
  const group = second % (groups.length + 1) === groups.length ? null : (groups[second % (groups.length + 1)] ?? null);
  const edit = (node_id: string, change: object) => deriver.edit(block, [{ kind: 'change', node_id, change: { ...change } }]);
  const at = { x: 100, y: 100 };
  const ofEdge = (change: Partial<ChartForm['edges'][number]>): ChartForm => ({
    ...form,
    edges: chart.edges.map((found, place) => ({
      ...(form.edges[place] ?? { from: '', to: '', connector: '', label: '' }),
      ...(found === edge && change),
    })),
  });
  switch (kind) {
    case 'rename': {
      const wanted = form.things[id]?.label === id ? renamed(form, id, 'New: one') : withThing(form, id, { label: 'New: one' });
      const labelled = chart.nodes.get(id)?.properties.has('label') || chart.groups.get(id)?.properties.has('label');
      return { change: edit(id, { text: 'New: one' }), wanted: labelled ? withThing(form, id, { label: 'New: one' }) : wanted };
    }
    case 'recolour':
      return { change: edit(id, { fill: 'blue' }), wanted: withThing(form, id, { said: { ...form.things[id]?.said, color: 'blue' } }) };
    case 'remove': {
      const target = edge && second % 2 === 0 ? edge.id : id;
      const gone = goneWith(chart, new Set([target]));
      const things = Object.fromEntries(Object.entries(form.things).filter(([key]) => !gone.has(key)));
      const edges = form.edges.filter((_, place) => !gone.has(chart.edges[place]?.id ?? ''));
      return { change: deriver.edit(block, [{ kind: 'remove', node_id: target }]), wanted: { things, edges } };
    }
    case 'relabel':
      return edge && { change: edit(edge.id, { text: 'no // more' }), wanted: ofEdge({ label: 'no // more' }) };
    case 'reroute':
      return edge && { change: edit(edge.id, { end: { shape_id: `b/${other}` } }), wanted: ofEdge({ to: other }) };
    case 'connect': {
      const change = deriver.restructure(block, { kind: 'connect', from: id, to: other, at });
      const made = { from: id, to: other, label: '' };
      return { change, wanted: { ...form, edges: [...form.edges, made] } };
    }
    case 'add': {
      const change = deriver.restructure(block, { kind: 'add', at, from: id, ...(group !== null && { group }) });
      const made =
        'made' in change ? Object.keys(change.layout).find((key) => !form.things[key] && !key.startsWith('connection:')) : undefined;
      const thing: ThingForm = { label: made ?? '', parent: group, group: false, said: {} };
      return {
        change,
        wanted: { things: { ...form.things, [made ?? '']: thing }, edges: [...form.edges, { from: id, to: made ?? '', label: '' }] },
      };
    }
    case 'regroup':
      return {
        change: deriver.restructure(block, { kind: 'regroup', node_id: id, group }),
        wanted: withThing(form, id, { parent: group }),
      };
  }
}

/** Without connectors where a new edge takes the usual one; of edges in no order. */
function comparable(form: { things: Changed; edges: readonly { from: string; to: string; label: string }[] }) {
  return { things: form.things, edges: form.edges.map(({ from, to, label }) => ({ from, to, label })) };
}

it('every text can be read, and an edit of it says just what was done on the board, or is refused with a sentence', () => {
  let written = 0;
  let refused = 0;
  fc.assert(
    fc.property(text, act, (source, done) => {
      const chart = read(source);
      if (chart.nodes.size + chart.groups.size === 0) return;
      const layout = Object.fromEntries(
        deriver
          .derive({ id: 'b', language: 'eraser', source: `// cloud\n${source}`, x: 0, y: 0, index: 'a0', layout: {} })
          .unplaced.map((id, at) => [id, { x: 30 + 150 * at, y: 60 }]),
      );
      const block: Block = { id: 'b', language: 'eraser', source: `// cloud\n${source}`, x: 0, y: 0, index: 'a0', layout };
      const result = asked(read(block.source), block, done);
      if (!result) return;
      if ('refused' in result.change) {
        expect(result.change.refused).toMatch(/^[A-Z].*\.$/);
        refused += 1;
        return;
      }
      const after = patchText(block.source, result.change.patches);
      const now = formOf(read(after));
      if (!sameForm(comparable(now), comparable(result.wanted)))
        expect({ after, ...comparable(now) }).toEqual({ after, ...comparable(result.wanted) });
      if (done.kind !== 'remove') expect(after.split(' // why').length).toBe(block.source.split(' // why').length);
      written += 1;
    }),
    { numRuns: 250 },
  );
  expect(written).toBeGreaterThan(5 * refused);
});

it('gets through any text in no time', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'A {}[]:,<>-"/\n(x='), maxLength: 300 }), (source) => void parseChart(source)),
  );
  for (const sign of ['(', '[', '"', '{', '- ', '> ', ': ', '//', 'A,']) parseChart(sign.repeat(30_000));
});
