import { smallestPatch, type TextPatch } from '@autograph/editor';
import { lineOf } from '../mermaid/lines.ts';
import type { FlowEdge, FlowModel } from './model.ts';
import { allStatements } from './statements.ts';
import type { Chain, LinkMention, NodeMention, Statement } from './syntax.ts';
import { listPatch, without } from './take-out.ts';
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
      default:
        return [];
    }
  });
  return patches.toSorted((a, b) => a.from - b.from);
}

/** Where the line that opens a subgraph ends. */
export function headerEnd(source: string, { titleRange, bracketed }: Extract<Statement, { kind: 'subgraph' }>): number {
  return bracketed ? source.indexOf(']', titleRange.to) + 1 : titleRange.to;
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
  return [smallestPatch(source, { from: chain.from, to: chain.to, insert: kept.map(({ text }) => text).join(joint) })];
}

function isBare(mention: NodeMention | undefined): boolean {
  return mention !== undefined && !mention.body && mention.className === undefined && mention.data.length === 0;
}
