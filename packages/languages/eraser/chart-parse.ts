import type { Parsed } from '../language.ts';
import { Problem } from '../mermaid/cursor.ts';
import { errorAt } from '../mermaid/source.ts';
import { mostEdges, tooManyEdges } from '../too-large.ts';
import type { Chart, ChartEdge, ChartNode, Naming } from './chart-model.ts';
import { readEraser } from './read.ts';
import type { Connection, Group, Mention, Setting, Statement } from './syntax.ts';

type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] };

/** Reads the nodes, groups and connections of a text, keeping where everything stands. */
export function parseChart(source: string, { tables = false, lifelines = false } = {}): Parsed<Chart> {
  const { statements, diagnostics } = readEraser(source, { rows: tables });
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  try {
    return { ok: true, model: chartOf(source, statements, { tables, lifelines }), warnings: [] };
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return { ok: false, diagnostics: [errorAt(source, problem.at.from, problem.at.to, problem.message)] };
  }
}

/** Reads a changed text as the chart's own was read. */
export function parseLike({ tables, lifelines }: Chart): (source: string) => Parsed<Chart> {
  return (source) => parseChart(source, { tables, lifelines });
}

function chartOf(source: string, statements: readonly Statement[], { tables, lifelines }: Pick<Chart, 'tables' | 'lifelines'>): Chart {
  const settings = new Map<string, Setting>();
  const namings = new Map<string, Naming[]>();
  const groups = new Map<string, Growing<ChartNode>>();
  const blocks = new Map<string, Group[]>();
  const meant = tables ? ofTable : (mention: Mention) => mention;
  const edges: ChartEdge[] = [];
  const counts = new Map<string, number>();

  const name = (mention: Mention, statement: Statement, scope: string | undefined) => {
    const known = namings.get(mention.name) ?? [];
    known.push({ mention, statement, scope });
    namings.set(mention.name, known);
  };
  const connect = (statement: Connection, ends: ReadonlyMap<Mention, Mention>, scope: string | undefined) => {
    for (const [at, connector] of statement.connectors.entries()) {
      const made = (statement.parts[at]?.length ?? 0) * (statement.parts[at + 1]?.length ?? 0);
      if (edges.length + made > mostEdges) throw new Problem(tooManyEdges, statement);
      for (const start of (statement.parts[at] ?? []).map((mention) => ends.get(mention) ?? mention)) {
        for (const end of (statement.parts[at + 1] ?? []).map((mention) => ends.get(mention) ?? mention)) {
          const pair = `${start.name} > ${end.name}`;
          const count = (counts.get(pair) ?? 0) + 1;
          counts.set(pair, count);
          edges.push({
            id: count === 1 ? `connection:${pair}` : `connection:${pair} (${count})`,
            ...{ from: start.name, to: end.name, connector: connector.text, label: statement.label?.text ?? '' },
            ...{ statement, connectorRange: { from: connector.from, to: connector.to }, ends: [start, end], scope },
          });
        }
      }
    }
  };
  const visit = (statement: Statement, scope: string | undefined) => {
    if (statement.kind === 'setting') settings.set(statement.key, statement);
    if (statement.kind === 'nodes') {
      const list = lifelines ? { ...statement, items: statement.items.map(ofActivation) } : statement;
      for (const mention of list.items) name(mention, list, scope);
    }
    if (statement.kind === 'connection') {
      const ends = new Map(statement.parts.flat().map((mention) => [mention, meant(mention)]));
      for (const mention of ends.values()) name(mention, statement, scope);
      connect(statement, ends, scope);
    }
    if (statement.kind === 'group' && lifelines && fragmentWords.has(statement.header.name)) {
      for (const inner of statement.statements) visit(inner, scope);
    } else if (statement.kind === 'group') {
      const { header } = statement;
      name(header, statement, scope);
      if (tables) blocks.set(header.name, [...(blocks.get(header.name) ?? []), statement]);
      else groups.set(header.name, withBlock(groups.get(header.name), statement, scope));
      for (const inner of statement.statements) visit(inner, header.name);
    }
  };
  for (const statement of statements) visit(statement, undefined);

  const nodes = new Map<string, ChartNode>();
  for (const [id, places] of namings) {
    const described = descriptionOf(id, places);
    const group = groups.get(id);
    if (group) Object.assign(group, described);
    else nodes.set(id, { id, ...described, blocks: blocks.get(id) ?? [], ...within(homeOf(places)) });
  }
  return { source, tables, lifelines, statements, settings, nodes, groups, edges };
}

/** Words before braces that hold a part of a sequence. */
export const fragmentWords: ReadonlySet<string> = new Set(['loop', 'alt', 'else', 'opt', 'par', 'and', 'break', 'critical']);

export const activation = /^(activate|deactivate)\s+(?=\S)/;

/** The participant of `activate API`. */
function ofActivation(mention: Mention): Mention {
  const { name, nameRange } = mention;
  const lead = activation.exec(name)?.[0].length ?? 0;
  return { ...mention, name: name.slice(lead), nameRange: { from: nameRange.from + lead, to: nameRange.to } };
}

/** The table of a column's name: `users` of `users.team_id`. */
function ofTable(mention: Mention): Mention {
  const { name, nameRange } = mention;
  const dot = name.indexOf('.');
  if (dot <= 0 || nameRange.to - nameRange.from !== name.length) return mention;
  return { ...mention, name: name.slice(0, dot), nameRange: { from: nameRange.from, to: nameRange.from + dot } };
}

function withBlock(known: Growing<ChartNode> | undefined, block: Group, scope: string | undefined): Growing<ChartNode> {
  if (known) {
    known.blocks.push(block);
    return known;
  }
  const id = block.header.name;
  return { id, label: id, properties: new Map(), namings: [], blocks: [block], ...(scope !== id && within(scope)) };
}

function within(parent: string | undefined): { readonly parent?: string } {
  return parent === undefined ? {} : { parent };
}

function descriptionOf(id: string, namings: readonly Naming[]): Pick<ChartNode, 'label' | 'properties' | 'namings'> {
  const entries = namings.flatMap(({ mention }) => mention.properties?.entries ?? []);
  const properties = new Map(entries.map(({ key, value }) => [key, value]));
  return { label: properties.get('label') ?? id, properties, namings: [...namings] };
}

/** The group in which a node is listed, else in which it is named first. */
function homeOf(namings: readonly Naming[]): string | undefined {
  const listed = namings.find(({ statement }) => statement.kind === 'nodes');
  return (listed ?? namings[0])?.scope;
}
