import type { TextPatch } from '@autograph/editor';
import { lineEndOf } from '../mermaid/lines.ts';
import type { Range } from '../text-range.ts';
import { type Enclosed, gap, indentedWithin, patched } from '../tidy.ts';
import { readDot } from './read.ts';
import type { Body } from './syntax.ts';
import { type DotToken, tokenize } from './tokens.ts';

/** A DOT text that parses, in tidy lines: the graph's statements one each, as far in as the braces around them, with the same spaces everywhere. */
export function formatDot(source: string): string {
  const apart = patched(source, ownLines(source, readDot(source).body));
  const spaced = patched(apart, spaces(apart, tokenize(apart)));
  const tokens = tokenize(spaced);
  return indentedWithin(spaced, enclosedIn(tokens), verbatimIn(spaced, tokens));
}

function ownLines(source: string, { statements, from, to }: Body): readonly TextPatch[] {
  const end = lineEndOf(source);
  const [first, last] = [statements[0], statements.at(-1)];
  if (!first || !last) return [];
  return [
    ...gap(source, from + 1, first.from, end),
    ...statements.slice(1).flatMap((statement, at): readonly TextPatch[] => {
      const before = statements[at]?.to ?? statement.from;
      const [, semicolon = ''] = /^[ \t]*(;?)[ \t]*$/.exec(source.slice(before, statement.from)) ?? [];
      return /^[ \t;]*$/.test(source.slice(before, statement.from)) ? [{ from: before, to: statement.from, insert: semicolon + end }] : [];
    }),
    ...(/^[ \t]*;?[ \t]*$/.test(source.slice(last.to, to - 1))
      ? [{ from: last.to, to: to - 1, insert: (source.slice(last.to, to - 1).includes(';') ? ';' : '') + end }]
      : []),
  ];
}

/** What stands between two tokens of one line; undefined where that is left alone. */
function between(left: DotToken, right: DotToken): string | undefined {
  const is = (token: DotToken, ...signs: readonly string[]) => token.kind === 'sign' && signs.includes(token.text);
  if (is(left, '->', '--') || is(right, '->', '--')) return ' ';
  if (is(left, '=', ':') || is(right, '=', ':', ',', ';', ']') || is(left, '[')) return '';
  return is(left, ',', ';') || is(right, '[', '{') || is(left, '{') || is(right, '}') ? ' ' : undefined;
}

function spaces(source: string, tokens: readonly DotToken[]): readonly TextPatch[] {
  return tokens.slice(1).flatMap((right, at) => {
    const left = tokens[at];
    const wanted = left && right.kind !== 'end_of_file' ? between(left, right) : undefined;
    return left && wanted !== undefined ? gap(source, left.to, right.from, wanted) : [];
  });
}

function enclosedIn(tokens: readonly DotToken[]): readonly Enclosed[] {
  const open: DotToken[] = [];
  return tokens.flatMap((token): readonly Enclosed[] => {
    if (token.kind !== 'sign') return [];
    if (token.text === '{' || token.text === '[') open.push(token);
    const opening = token.text === '}' || token.text === ']' ? open.pop() : undefined;
    return opening ? [{ from: opening.from, to: token.to }] : [];
  });
}

/** Texts in quotes and remarks of several lines. */
function verbatimIn(source: string, tokens: readonly DotToken[]): readonly Range[] {
  const texts = tokens.filter(({ kind }) => kind === 'quoted' || kind === 'html');
  const remarks = [...source.matchAll(/\/\*[\s\S]*?\*\//g)].map(({ index, 0: remark }) => ({ from: index, to: index + remark.length }));
  return [...texts, ...remarks];
}
