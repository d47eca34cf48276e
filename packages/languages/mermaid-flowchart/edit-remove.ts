import type { TextPatch } from '@autograph/editor';
import type { FlowEdge, FlowModel } from './model.ts';
import { allStatements } from './statements.ts';
import type { Chain, LinkMention, NodeMention, Statement } from './syntax.ts';
import type { Range } from './token.ts';

export interface Removal {
  /** Ids of nodes and subgraphs. */
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/** The patches that take nodes, subgraphs and edges out of the text. With `keepBare`, ids that lose their links stay as lines of their own. */
export function removalPatches(model: FlowModel, removal: Removal, keepBare: boolean): readonly TextPatch[] {
  const { source } = model;
  const survives = ({ id, from, to }: FlowEdge) => !removal.edges.has(id) && !removal.nodes.has(from) && !removal.nodes.has(to);
  const whole: Range[] = [];
  const patches = allStatements(model.syntax.statements).flatMap((statement): readonly TextPatch[] => {
    if (whole.some(({ from, to }) => statement.from >= from && statement.to <= to)) return [];
    switch (statement.kind) {
      case 'chain':
        return chainPatch(model, statement, removal, survives, keepBare);
      case 'subgraph': {
        const id = [...model.groups.values()].find(({ syntax }) => syntax === statement)?.id;
        if (id === undefined || !removal.nodes.has(id)) return [];
        const members = model.groups.get(id)?.members ?? [];
        if (!members.every((member) => removal.nodes.has(member))) {
          return [without(source, { from: statement.from, to: headerEnd(source, statement) }), without(source, statement.end)];
        }
        whole.push(statement);
        return [without(source, statement)];
      }
      case 'style':
      case 'click':
        return removal.nodes.has(statement.id) ? [without(source, statement)] : [];
      case 'class':
        return listPatch(source, statement, statement.idsRange, statement.ids.split(','), (id) => (removal.nodes.has(id) ? undefined : id));
      case 'linkStyle':
        return linkStylePatch(model, statement, survives);
      default:
        return [];
    }
  });
  return patches.toSorted((a, b) => a.from - b.from);
}

function headerEnd(source: string, { titleRange, bracketed }: Extract<Statement, { kind: 'subgraph' }>): number {
  return bracketed ? source.indexOf(']', titleRange.to) + 1 : titleRange.to;
}

/** Numbers of edges change when earlier ones go. */
function linkStylePatch(
  model: FlowModel,
  statement: Extract<Statement, { kind: 'linkStyle' }>,
  survives: (edge: FlowEdge) => boolean,
): readonly TextPatch[] {
  const numbers = new Map(model.edges.filter(survives).map((edge, at) => [edge, at]));
  return listPatch(model.source, statement, statement.targetsRange, statement.targets.map(String), (target) => {
    if (target === 'default') return target;
    const edge = model.edges[Number(target)];
    return edge === undefined ? undefined : numbers.get(edge)?.toString();
  });
}

/** Changes the items of a comma-separated list; takes the whole statement out when none is left. */
function listPatch(
  source: string,
  statement: Range,
  range: Range,
  items: readonly string[],
  change: (item: string) => string | undefined,
): readonly TextPatch[] {
  const kept = items.flatMap((item) => change(item) ?? []);
  if (kept.length === 0) return [without(source, statement)];
  return kept.join(',') === items.join(',') ? [] : [{ ...range, insert: kept.join(',') }];
}

interface Section {
  readonly text: string;
  readonly bare?: string;
}

function chainPatch(
  model: FlowModel,
  chain: Chain,
  removal: Removal,
  survives: (edge: FlowEdge) => boolean,
  keepBare: boolean,
): readonly TextPatch[] {
  const edgesOf = (link: LinkMention) => model.edges.filter((edge) => edge.chain === chain && edge.link === link);
  const isTouched =
    chain.lists.flat().some(({ id }) => removal.nodes.has(id)) || chain.links.some((link) => !edgesOf(link).every(survives));
  if (!isTouched) return [];
  const { source } = model;
  const sections: Section[] = [];
  let open = '';
  let lone: readonly NodeMention[] = [];
  const close = () => {
    if (open !== '') sections.push({ text: open, ...(lone.length === 1 && isBare(lone[0]) && { bare: lone[0]?.id ?? '' }) });
    open = '';
    lone = [];
  };
  for (const [at, list] of chain.lists.entries()) {
    const left = list.filter(({ id }) => !removal.nodes.has(id));
    const link = chain.links[at - 1];
    const edges = link ? edgesOf(link).filter(({ from, to }) => !removal.nodes.has(from) && !removal.nodes.has(to)) : [];
    const arrow = link ? source.slice(link.from, link.to) : '';
    const keepsLink = link !== undefined && open !== '' && left.length > 0 && edges.every(survives);
    if (!keepsLink) close();
    const words =
      left.length === list.length
        ? source.slice(list[0]?.from, list.at(-1)?.to)
        : left.map(({ from, to }) => source.slice(from, to)).join(' & ');
    open += keepsLink ? arrow + words : words;
    lone = keepsLink ? [] : left;
    if (link && !keepsLink) for (const edge of edges.filter(survives)) sections.push({ text: `${edge.from}${arrow}${edge.to}` });
  }
  close();
  const kept = sections.filter(({ bare }) => keepBare || bare === undefined || (model.nodes.get(bare)?.mentions.length ?? 2) < 2);
  if (kept.length === 0) return [without(source, chain)];
  const line = lineOf(source, chain);
  const isAlone = source.slice(line.from, line.to).trim() === source.slice(chain.from, chain.to);
  const joint = isAlone ? `\n${source.slice(line.from, chain.from)}` : '; ';
  return [smallest(source, chain, kept.map(({ text }) => text).join(joint))];
}

function isBare(mention: NodeMention | undefined): boolean {
  return mention !== undefined && !mention.body && mention.className === undefined && mention.data.length === 0;
}

function lineOf(source: string, { from, to }: Range): Range {
  const end = source.indexOf('\n', to);
  return { from: source.lastIndexOf('\n', from - 1) + 1, to: end < 0 ? source.length : end };
}

/** Takes a range out, with its line when nothing else is on it, else with the semicolon after it. */
function without(source: string, { from, to }: Range): TextPatch {
  const line = lineOf(source, { from, to });
  const before = source.slice(line.from, from);
  const after = source.slice(to, line.to);
  if (before.trim() === '' && /^\s*;?\s*$/.test(after)) {
    const atEnd = line.to >= source.length;
    return { from: atEnd ? Math.max(0, line.from - 1) : line.from, to: atEnd ? line.to : line.to + 1, insert: '' };
  }
  const semicolon = /^\s*;\s*/.exec(after)?.[0].length ?? 0;
  return { from, to: to + semicolon, insert: '' };
}

/** The patch without what stays the same at both ends. */
function smallest(source: string, { from, to }: Range, insert: string): TextPatch {
  const old = source.slice(from, to);
  let head = 0;
  while (head < old.length && head < insert.length && old[head] === insert[head]) head++;
  let tail = 0;
  while (tail < old.length - head && tail < insert.length - head && old.at(-1 - tail) === insert.at(-1 - tail)) tail++;
  return { from: from + head, to: to - tail, insert: insert.slice(head, insert.length - tail) };
}
