import type { TextPatch } from '@autograph/editor';
import { indentAt, lineEndOf, wholeLine } from '../mermaid/lines.ts';
import type { ChartEdge } from './chart-model.ts';
import { labelSource } from './sources.ts';
import type { Connection, Mention } from './syntax.ts';
import { leastPatch, withoutItem } from './text-lines.ts';

/** An end of a connection: its name, and how it is written there. */
export interface WantedEnd {
  readonly name: string;
  readonly text: string;
}

export interface WantedEdge {
  readonly from: WantedEnd;
  readonly to: WantedEnd;
  readonly connector: string;
  readonly label: string;
}

/** A connection's statement in which just one edge is another one, or none; the others stay. `alone` names what would vanish with it. */
export function rewritten(
  source: string,
  statement: Connection,
  edges: readonly ChartEdge[],
  change: ReadonlyMap<ChartEdge, WantedEdge | null>,
  alone: readonly string[] = [],
): TextPatch {
  const single = alone.length === 0 ? withoutMember(source, statement, edges, change) : undefined;
  if (single) return single;
  const said = new Set<string>();
  /** What is said of an end stands where it is named first. */
  const written = ({ from, to, name, nameRange }: Mention): WantedEnd => {
    const text = said.has(name) ? source.slice(nameRange.from, nameRange.to) : source.slice(from, to);
    said.add(name);
    return { name, text };
  };
  const wanted = edges.flatMap((edge): readonly WantedEdge[] => {
    const next = change.get(edge);
    if (next !== undefined) return next === null ? [] : [next];
    const [start, end] = edge.ends;
    return [{ from: written(start), to: written(end), connector: edge.connector, label: edge.label }];
  });
  const tail = statement.properties ? ` ${source.slice(statement.properties.from, statement.properties.to)}` : '';
  const lines = [...alone, ...linesOf(wanted).map((line) => line + tail)];
  if (lines.length === 0) return wholeLine(source, statement);
  const join = lineEndOf(source) + indentAt(source, statement.from);
  return leastPatch(source, { from: statement.from, to: statement.to, insert: lines.join(join) });
}

/** `A > B, C` without C. */
function withoutMember(
  source: string,
  { parts }: Connection,
  edges: readonly ChartEdge[],
  change: ReadonlyMap<ChartEdge, WantedEdge | null>,
): TextPatch | undefined {
  const gone = edges.filter((edge) => change.get(edge) === null);
  if (gone.length === 0 || gone.length < change.size) return undefined;
  const lists = parts.filter((list) => list.length > 1);
  for (const list of lists) {
    const item = list.find((mention) => {
      const own = edges.filter(({ ends }) => ends.includes(mention));
      return own.length === gone.length && own.every((edge) => gone.includes(edge));
    });
    if (item) return withoutItem(source, list, item);
  }
  return undefined;
}

/** Edges in as few lines as say the same: chains, and several ends behind commas. */
function linesOf(edges: readonly WantedEdge[]): readonly string[] {
  const lines: { text: string; first: string; last: string; connector: string; label: string; chain: boolean }[] = [];
  for (const { from, to, connector, label } of edges) {
    const line = lines.at(-1);
    const alike = line?.connector === connector && line.label === label;
    if (line && alike && line.last === from.name && !line.text.includes(',')) {
      Object.assign(line, { text: `${line.text} ${connector} ${to.text}`, last: to.name, chain: true });
    } else if (line && alike && line.first === from.name && !line.chain) {
      Object.assign(line, { text: `${line.text}, ${to.text}`, last: to.name });
    } else {
      lines.push({ text: `${from.text} ${connector} ${to.text}`, first: from.name, last: to.name, connector, label, chain: false });
    }
  }
  return lines.map(({ text, label }) => (label === '' ? text : `${text}: ${labelSource(label)}`));
}
