import type { Block } from '@autograph/document';
import { patchText, type StructureEdit } from '@autograph/editor';
import { createTextMeasurer } from '@autograph/render';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyBlockEdit } from '../apply-block-edit.ts';
import { createBlockDeriver } from '../block-deriver.ts';
import { documentedSources, widerSources } from '../conformance/sources.node.ts';
import { flowGraph } from './graph.ts';
import type { FlowModel } from './model.ts';
import { readFlowchart } from './read.ts';
import { outlineOf } from './shape-names.ts';

const measure = createTextMeasurer();
const deriver = createBlockDeriver(measure);

/** What a flowchart says, written down anew for this test. */
interface Said {
  readonly nodes: Record<string, string>;
  readonly edges: string[];
  readonly members: Record<string, string[]>;
}

function said(model: FlowModel): Said {
  const look = ({
    text,
    shape,
    styles,
    classes,
  }: {
    text: string;
    shape?: string;
    styles: readonly string[];
    classes: readonly string[];
  }) => [text.trim(), outlineOf(shape), ...styles, ...classes].join('|');
  return {
    nodes: Object.fromEntries([...model.nodes].map(([id, node]) => [id, look(node)]).sort()),
    edges: model.edges
      .map(({ from, to, text, line, start, end, styles }) => [from, to, text, line, start, end, ...styles].join('|'))
      .sort(),
    members: Object.fromEntries([...model.groups].map(([id, { members }]) => [id, members.toSorted()]).sort()),
  };
}

type Act =
  | StructureEdit
  | { readonly kind: 'reroute'; readonly edge: number; readonly side: 'start' | 'end'; readonly node: string }
  | { readonly kind: 'reshape'; readonly node: string; readonly outline: string };

/** The same done to what is said. */
function expected(model: FlowModel, act: Act, made: string | undefined): Said {
  const now = structuredClone(said(model));
  const like = (edge: string, from: string, to: string) => [from, to, ...edge.split('|').slice(2)].join('|');
  const move = (id: string, group: string | null) => {
    for (const [name, members] of Object.entries(now.members)) now.members[name] = members.filter((member) => member !== id);
    if (group !== null) now.members[group] = [...(now.members[group] ?? []), id].sort();
  };
  switch (act.kind) {
    case 'connect':
      now.edges.push(`new|${act.from}|${act.to}`);
      break;
    case 'add':
      now.nodes[made ?? ''] = `${made}|${act.outline ?? 'rect'}`;
      if (act.from !== undefined) now.edges.push(`new|${act.from}|${made}`);
      if (act.group !== undefined) move(made ?? '', act.group);
      break;
    case 'regroup':
      move(act.node_id, act.group);
      break;
    case 'reroute': {
      const edge = model.edges[act.edge];
      if (!edge) break;
      const line = [edge.from, edge.to, edge.text, edge.line, edge.start, edge.end, ...edge.styles].join('|');
      now.edges[now.edges.indexOf(line)] = like(line, act.side === 'start' ? act.node : edge.from, act.side === 'end' ? act.node : edge.to);
      break;
    }
    case 'reshape': {
      const [text, , ...rest] = (now.nodes[act.node] ?? '').split('|');
      now.nodes[act.node] = [text, act.outline, ...rest].join('|');
      break;
    }
    default:
  }
  return { ...now, nodes: Object.fromEntries(Object.entries(now.nodes).sort()) };
}

function placed(source: string, model: FlowModel): Block {
  const { nodes, groups, edges } = flowGraph(model, measure);
  const layout = Object.fromEntries([...nodes, ...groups, ...edges].map(({ id }, at) => [id, { x: 60 + 30 * (at % 9), y: 60 + 20 * at }]));
  return { id: 'b', language: 'mermaid', source, x: 0, y: 0, index: 'a0', layout };
}

function write(block: Block, model: FlowModel, act: Act) {
  if (act.kind === 'reroute') {
    const change = { [act.side]: { shape_id: `b/${act.node}` } };
    return deriver.edit(block, [{ kind: 'change', node_id: model.edges[act.edge]?.id ?? '', change }]);
  }
  if (act.kind === 'reshape') return deriver.edit(block, [{ kind: 'change', node_id: act.node, change: { outline: act.outline } }]);
  return deriver.restructure(block, act);
}

const comments = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^%%(?!\{)/.test(line))
    .sort();

/** Page positions of nodes and of the subgraphs that hold none of what is edited. */
function places(block: Block, except: ReadonlySet<string>): Map<string, readonly number[]> {
  const { shapes } = deriver.derive(block);
  const byId = new Map(shapes.map((shape) => [shape.id, shape]));
  const x = (id: string | null): number => (id === null ? 0 : (byId.get(id)?.x ?? 0) + x(byId.get(id)?.parent_id ?? null));
  const y = (id: string | null): number => (id === null ? 0 : (byId.get(id)?.y ?? 0) + y(byId.get(id)?.parent_id ?? null));
  return new Map(shapes.flatMap(({ id, type }) => (type === 'node' && !except.has(id) ? [[id, [x(id), y(id)]] as const] : [])));
}

/** Does an act to a text and looks whether it did that and nothing else; tells whether it was written. */
function check(source: string, choose: (model: FlowModel) => Act | undefined): boolean | undefined {
  const before = readFlowchart(source);
  const act = before.ok ? choose(before.model) : undefined;
  if (!before.ok || !act) return undefined;
  const block = placed(source, before.model);
  const result = write(block, before.model, act);
  if ('refused' in result) {
    expect(result.refused).toMatch(/^[A-Z].*\.$/);
    return false;
  }
  const next = applyBlockEdit(block, result);
  expect(next.source).toBe(patchText(source, result.patches));
  const after = readFlowchart(next.source);
  if (!after.ok) throw new Error(`Cannot be read any more:\n${next.source}\n${JSON.stringify(act)}`);
  const made = 'made' in result && typeof result.made === 'string' ? result.made : undefined;
  const [wanted, got] = [expected(before.model, act, made), said(after.model)];
  const known = new Set(wanted.edges);
  const fresh = got.edges.map((edge) => (known.has(edge) ? edge : `new|${edge.split('|').slice(0, 2).join('|')}`));
  expect(
    { ...got, edges: act.kind === 'connect' || act.kind === 'add' ? multiset(got.edges, wanted.edges) : fresh },
    `${source}\n----\n${next.source}\n${JSON.stringify(act)}`,
  ).toEqual({
    ...wanted,
    edges: wanted.edges.toSorted(),
  });
  expect(comments(next.source)).toEqual(comments(source));
  const edited = new Set([made, 'node' in act && act.kind === 'reshape' ? act.node : ''].map((id) => `b/${id}`));
  const [was, now] = [places(block, edited), places(next, edited)];
  expect([...now].filter(([id, place]) => was.has(id) && JSON.stringify(was.get(id)) !== JSON.stringify(place))).toEqual([]);
  expect(deriver.derive(next).unplaced).toEqual([]);
  return true;
}

/** The edges there are, with those that are not wanted as they are written as new. */
function multiset(edges: readonly string[], wanted: readonly string[]): string[] {
  const left = [...wanted];
  return edges
    .map((edge) => {
      const at = left.indexOf(edge);
      if (at < 0) return `new|${edge.split('|').slice(0, 2).join('|')}`;
      left.splice(at, 1);
      return edge;
    })
    .sort();
}

const outlines = ['rect', 'rounded', 'stadium', 'cyl', 'circle', 'diam', 'hex', 'doc', 'trap-b', 'lean-r', 'fork'];

/** Numbers that choose an act among those that a chart offers. */
const choice = fc.record({ kind: fc.nat(4), a: fc.nat(50), b: fc.nat(50), c: fc.nat(50) });

function actOf({ kind, a, b, c }: { kind: number; a: number; b: number; c: number }): (model: FlowModel) => Act | undefined {
  return (model) => {
    const nodes = [...model.nodes.keys()];
    const groups = [...model.groups.keys()];
    const all = [...nodes, ...groups];
    const pick = <T>(list: readonly T[], at: number) => list[at % Math.max(1, list.length)];
    const [one, two, group] = [pick(all, a), pick(all, b), pick(groups, c)];
    const at = { x: 500, y: 300 };
    if (kind === 0) return one !== undefined && two !== undefined ? { kind: 'connect', from: one, to: two, at } : undefined;
    if (kind === 1)
      return {
        kind: 'add',
        at,
        outline: pick(outlines, c) ?? 'rect',
        ...(one !== undefined && b % 3 > 0 && { from: one }),
        ...(group !== undefined && c % 2 > 0 && { group }),
      };
    if (kind === 2) {
      const holds = (id: string, other: string): boolean =>
        id === other || (model.groups.get(id)?.members ?? []).some((member) => holds(member, other));
      const into = c % 3 === 0 ? undefined : group;
      const owner = groups.find((name) => model.groups.get(name)?.members.includes(one ?? ''));
      if (one === undefined || owner === into || (into !== undefined && holds(one, into))) return undefined;
      return { kind: 'regroup', node_id: one, group: into ?? null };
    }
    if (kind === 3)
      return model.edges.length > 0 && one !== undefined
        ? { kind: 'reroute', edge: b % model.edges.length, side: c % 2 > 0 ? 'start' : 'end', node: one }
        : undefined;
    const node = pick(nodes, a);
    return node === undefined || model.nodes.get(node)?.icon ? undefined : { kind: 'reshape', node, outline: pick(outlines, c) ?? 'rect' };
  };
}

const id = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'api', 'db-1', 'web_app');
const mention = fc
  .tuple(id, fc.constantFrom('', '', '', '[Label]', '("Two words")', '{Why?}', ':::hot', '@{ shape: doc }'))
  .map((parts) => parts.join(''));
const list = fc.oneof(
  { weight: 4, arbitrary: mention },
  { weight: 1, arbitrary: fc.tuple(mention, mention).map((two) => two.join(' & ')) },
);
const arrow = fc.constantFrom(' --> ', ' --> ', ' -.-> ', ' ==> ', ' -->|yes| ', ' -- no --> ', '-->');
const chain = fc
  .array(fc.tuple(arrow, list), { minLength: 0, maxLength: 3 })
  .chain((rest) => fc.tuple(list, fc.constant(rest)))
  .map(([first, rest]) => first + rest.flat().join(''));
const line = fc.oneof({ weight: 5, arbitrary: chain }, { weight: 1, arbitrary: fc.constantFrom('%% a remark', 'style A fill:#fff', '') });
const lines = fc.array(line, { minLength: 1, maxLength: 4 });
const group = (name: string) =>
  lines.map((inside) => [`subgraph ${name}`, ...inside.map((text) => (text === '' ? '' : `  ${text}`)), 'end'].join('\n'));
const chart = fc
  .record({
    before: lines,
    one: fc.option(group('one [First]')),
    two: fc.option(
      fc.tuple(group('outer'), group('inner')).map(([outer, inner]) => outer.replace(/end$/, `${inner.replace(/^/gm, '  ')}\nend`)),
    ),
    after: lines,
    indent: fc.constantFrom('    ', '  ', '', '\t'),
    end: fc.constantFrom('', '', ';'),
    styled: fc.array(fc.nat(6), { maxLength: 2 }),
    newline: fc.constantFrom('\n', '\n', '\r\n'),
  })
  .map(({ before, one, two, after, indent, end, styled, newline }) => {
    const body = [...before, ...(one === null ? [] : [one]), ...(two === null ? [] : [two]), ...after]
      .flatMap((part) => part.split('\n'))
      .map((text) => (/^\s*(?:%%|subgraph|end|style|$)/.test(text) ? indent + text : indent + text + end));
    const plain = ['flowchart LR', ...body].join('\n');
    const read = readFlowchart(plain);
    const count = read.ok ? read.model.edges.length : 0;
    const numbers = styled.filter((number) => number < count).map((number) => `${indent}linkStyle ${number} stroke:#f0${number}`);
    return [plain, ...numbers, ''].join('\n').replaceAll('\n', newline);
  });

describe('drawing in any flowchart', () => {
  it('does to its text what it does to the chart: parsed again it says just that, remarks stay, and nothing else moves', () => {
    let [written, refused] = [0, 0];
    fc.assert(
      fc.property(chart, choice, (source, chosen) => {
        const done = check(source, actOf(chosen));
        if (done === true) written++;
        if (done === false) refused++;
      }),
      { numRuns: 400 },
    );
    expect(refused / (written + refused)).toBeLessThan(0.2);
  });

  it('does so in every flowchart of Mermaid’s documentation and tests', () => {
    const texts = [...documentedSources(), ...widerSources()].filter(({ type }) => type === 'flowchart').map(({ text }) => text);
    let [written, refused] = [0, 0];
    for (const [at, source] of texts.entries()) {
      for (let kind = 0; kind < 5; kind++) {
        const done = check(source, actOf({ kind, a: at * 7 + kind, b: at * 3 + 1, c: at + kind }));
        if (done === true) written++;
        if (done === false) refused++;
      }
    }
    expect(written).toBeGreaterThan(1500);
    expect(refused / (written + refused)).toBeLessThan(0.02);
  });
});
