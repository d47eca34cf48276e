import { linkKind } from './link-kind.ts';
import type { FlowModel } from './model.ts';
import { allStatements } from './statements.ts';
import type { Chain } from './syntax.ts';

function chainsOf({ syntax }: FlowModel): readonly Chain[] {
  return allStatements(syntax.statements).filter((statement): statement is Chain => statement.kind === 'chain');
}

/** By how much the text indents what is inside. */
export function indentOf({ syntax, source }: FlowModel): string {
  for (const { from } of syntax.statements) {
    const indent = /(?:^|\n)([^\S\n]+)$/.exec(source.slice(0, from))?.[1];
    if (indent !== undefined) return indent;
  }
  return '    ';
}

/** The arrow that most edges of the text are drawn with, spaced as there. */
export function arrowOf(model: FlowModel): string {
  const counts = new Map<string, number>();
  for (const { link, from, to } of chainsOf(model).flatMap(({ links }) => links)) {
    if (link.start !== undefined || ['invisible', 'INVALID'].includes(linkKind(link).line)) continue;
    const space = /^\s/.test(model.source.slice(from, to)) ? ' ' : '';
    const arrow = `${space}${link.end}${space}`;
    counts.set(arrow, (counts.get(arrow) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? ' --> ';
}

/** Whether the text writes edges that follow each other in one line. */
export function usesChains(model: FlowModel): boolean {
  return chainsOf(model).some(({ links }) => links.length > 1);
}

/** An id as the text has it where it is named. */
export function idSource(model: FlowModel, id: string): string {
  const mention = model.nodes.get(id)?.mentions[0];
  return mention ? model.source.slice(mention.idRange.from, mention.idRange.to) : id;
}
