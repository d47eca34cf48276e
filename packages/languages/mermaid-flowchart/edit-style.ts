import type { TextPatch } from '@autograph/editor';
import { mergedStyles } from '../mermaid/style-change.ts';
import type { FlowModel } from './model.ts';
import { allStatements } from './statements.ts';

/** Sets styles of a node or subgraph: in its last `style` line, or in a new one at the end. */
export function restyleNode(id: string, styles: ReadonlyMap<string, string>, { syntax, source }: FlowModel): TextPatch {
  const line = allStatements(syntax.statements).findLast((statement) => statement.kind === 'style' && statement.id === id);
  if (line?.kind === 'style') return { ...line.stylesRange, insert: mergedStyles(line.styles, styles) };
  return newLine(source, `style ${id} ${mergedStyles([], styles)}`);
}

/** Sets styles of the edge with a number, which are all in one line: a later `linkStyle` replaces what earlier ones said. */
export function restyleEdge(number: number, styles: ReadonlyMap<string, string>, model: FlowModel): TextPatch {
  const line = allStatements(model.syntax.statements).findLast(
    (statement) => statement.kind === 'linkStyle' && statement.styles !== undefined && statement.targets.includes(number),
  );
  if (line?.kind === 'linkStyle' && line.targets.length === 1 && line.stylesRange) {
    return { ...line.stylesRange, insert: mergedStyles(line.styles ?? [], styles) };
  }
  return newLine(model.source, `linkStyle ${number} ${mergedStyles(model.edges[number]?.styles ?? [], styles)}`);
}

/** A new line after the last one, indented alike. */
function newLine(source: string, text: string): TextPatch {
  const at = source.trimEnd().length;
  const last = source.slice(source.lastIndexOf('\n', at - 1) + 1, at);
  const indent = /^\s*(?:flowchart|graph)/.test(last) ? '    ' : (/^\s*/.exec(last)?.[0] ?? '');
  return { from: at, to: at, insert: `\n${indent}${text}` };
}
