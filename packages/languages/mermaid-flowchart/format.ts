import { patchText, type TextPatch } from '@autograph/editor';
import { reindent } from '../mermaid/reindent.ts';
import { flowText } from './flow-text.ts';
import { nesting } from './nesting.ts';
import { parseFlowchart } from './parse.ts';
import { scan } from './scan.ts';
import type { Chain, NodeMention, Statement, Subgraph } from './syntax.ts';
import type { Range } from './token.ts';

/** Sources longer than this stand out of the column of arrows instead of moving it, characters. */
const widestSource = 32;

/** One statement a line, indented by depth, with blanks around arrows, and the arrows of neighbouring lines in one column. */
export function formatFlowchart(source: string): string {
  const spaced = patchText(source, spacing(source));
  return reindent(spaced, nesting, wordsOf(spaced));
}

/** What may run over several lines, and is kept as it is. */
function wordsOf(source: string): readonly Range[] {
  return scan(flowText(source).text).filter((token) => 'words' in token || token.kind === 'data' || token.kind === 'description');
}

function spacing(source: string): readonly TextPatch[] {
  const { header, statements } = parseFlowchart(source);
  const patches: TextPatch[] = [];
  const replace = ({ from, to }: Range, blank: RegExp, insert: string) => {
    if (blank.test(source.slice(from, to)) && source.slice(from, to) !== insert) patches.push({ from, to, insert });
  };

  /** The scanner counts the blanks around a link to it. */
  function withoutBlanks({ from, to }: Range): Range {
    const text = source.slice(from, to);
    return { from: to - text.trimStart().length, to: from + text.trimEnd().length };
  }

  function separate(before: number, after: number): void {
    const between = source.slice(before, after);
    const semicolons = /^[^\S\n]*;[^\S\n;]*/.exec(between);
    if (!semicolons) return;
    const lineEnds = between.slice(semicolons[0].length).startsWith('\n');
    patches.push({ from: before, to: before + semicolons[0].length, insert: lineEnds ? '' : '\n' });
  }

  function spaceChain({ lists, links }: Chain, arrowAt: number | undefined): void {
    for (const list of lists)
      for (const [at, node] of list.entries()) {
        const next = list[at + 1];
        if (next) replace({ from: node.to, to: next.from }, /^[^\S\n]*&[^\S\n]*$/, ' & ');
      }
    for (const [at, link] of links.map(withoutBlanks).entries()) {
      const [from, to] = [lists[at]?.at(-1), lists[at + 1]?.[0]];
      const pad = at === 0 && arrowAt !== undefined ? Math.max(1, arrowAt - widthOf(lists[0])) : 1;
      if (from) replace({ from: from.to, to: link.from }, /^[^\S\n]*$/, ' '.repeat(pad));
      if (to) replace({ from: link.to, to: to.from }, /^[^\S\n]*$/, ' ');
    }
  }

  /** Of what stands before the first arrow, as it will be. */
  function widthOf(list: readonly NodeMention[] = []): number {
    return list.reduce((sum, { from, to }) => sum + to - from, 0) + 3 * (list.length - 1);
  }

  function visit(list: readonly Statement[], start: number, end: number): void {
    const column = columnsOf(list);
    for (const [at, statement] of list.entries()) {
      separate(at === 0 ? start : (list[at - 1]?.to ?? start), statement.from);
      if (statement.kind === 'chain') spaceChain(statement, column.get(statement));
      if (statement.kind === 'subgraph') visit(statement.statements, titleEnd(source, statement), statement.end.from);
    }
    const last = list.at(-1);
    if (last) separate(last.to, end);
  }

  /** Where the arrows of each run of neighbouring lines begin. */
  function columnsOf(list: readonly Statement[]): ReadonlyMap<Chain, number> {
    const columns = new Map<Chain, number>();
    let run: Chain[] = [];
    const close = () => {
      const column = Math.max(...run.map(({ lists }) => widthOf(lists[0]))) + 1;
      for (const chain of run) columns.set(chain, column);
      run = [];
    };
    for (const [at, statement] of list.entries()) {
      const before = list[at - 1];
      const apart = before && !/^[^\S\n]*(?:;[^\S\n]*\n?|\n)[^\S\n]*$/.test(source.slice(before.to, statement.from));
      const aligned = statement.kind === 'chain' && statement.links.length > 0 && isNarrow(statement);
      if (run.length > 0 && (apart || !aligned)) close();
      if (aligned) run.push(statement);
    }
    if (run.length > 0) close();
    return columns;
  }

  function isNarrow({ lists }: Chain): boolean {
    const [first] = lists;
    const text = first && source.slice(first[0]?.from, first.at(-1)?.to);
    return text !== undefined && !text.includes('\n') && widthOf(first) <= widestSource;
  }

  visit(statements, header.to, source.length);
  return patches.sort((a, b) => a.from - b.from);
}

function titleEnd(source: string, { titleRange }: Subgraph): number {
  const closing = /^["`]*\]?/.exec(source.slice(titleRange.to))?.[0] ?? '';
  return titleRange.to + closing.length;
}
