import type { Parsed } from '../language.ts';
import type { Chart, ChartEdge, ChartGroup, ChartNode, Naming } from './chart-model.ts';
import { readEraser } from './read.ts';
import type { Connection, Group, Mention, Setting, Statement } from './syntax.ts';

type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] };

/** Reads the nodes, groups and connections of a text, keeping where everything stands. */
export function parseChart(source: string): Parsed<Chart> {
  const { statements, diagnostics } = readEraser(source);
  return diagnostics.length > 0 ? { ok: false, diagnostics } : { ok: true, model: chartOf(source, statements), warnings: [] };
}

function chartOf(source: string, statements: readonly Statement[]): Chart {
  const settings = new Map<string, Setting>();
  const namings = new Map<string, Naming[]>();
  const groups = new Map<string, Growing<ChartGroup>>();
  const edges: ChartEdge[] = [];
  const counts = new Map<string, number>();

  const name = (mention: Mention, statement: Statement, scope: string | undefined) => {
    const known = namings.get(mention.name) ?? [];
    known.push({ mention, statement, scope });
    namings.set(mention.name, known);
  };
  const connect = (statement: Connection, scope: string | undefined) => {
    for (const [at, connector] of statement.connectors.entries()) {
      for (const start of statement.parts[at] ?? []) {
        for (const end of statement.parts[at + 1] ?? []) {
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
    if (statement.kind === 'nodes') for (const mention of statement.items) name(mention, statement, scope);
    if (statement.kind === 'connection') {
      for (const mention of statement.parts.flat()) name(mention, statement, scope);
      connect(statement, scope);
    }
    if (statement.kind === 'group') {
      const { header } = statement;
      name(header, statement, scope);
      groups.set(header.name, withBlock(groups.get(header.name), statement, scope));
      for (const inner of statement.statements) visit(inner, header.name);
    }
  };
  for (const statement of statements) visit(statement, undefined);

  const nodes = new Map<string, ChartNode>();
  for (const [id, places] of namings) {
    const described = descriptionOf(id, places);
    const group = groups.get(id);
    if (group) Object.assign(group, described);
    else nodes.set(id, { id, ...described, ...within(homeOf(places)) });
  }
  return { source, statements, settings, nodes, groups, edges };
}

function withBlock(known: Growing<ChartGroup> | undefined, block: Group, scope: string | undefined): Growing<ChartGroup> {
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
