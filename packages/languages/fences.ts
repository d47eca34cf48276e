import type { Family } from './families/family.ts';
import { familyNamed } from './known-families.ts';

/** A diagram as a markdown fence that its text cannot close (https://spec.commonmark.org/0.31.2/#fenced-code-blocks). */
export function fence(family: string, source: string): string {
  let longest = 2;
  for (const [run] of source.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${family}\n${source.trimEnd()}\n${ticks}`;
}

export interface FencedDiagram {
  readonly family: string;
  readonly source: string;
}

interface OpenFence {
  readonly indent: string;
  readonly ticks: string;
  readonly family: Family | undefined;
  readonly lines: string[];
}

/** The diagrams as code in a markdown text: every closed fence in a language of ours, without the fence's own indent. */
export function fencedDiagrams(markdown: string): readonly FencedDiagram[] {
  const found: FencedDiagram[] = [];
  let open: OpenFence | undefined;
  for (const line of markdown.split('\n')) {
    const [, indent = '', ticks, rest = ''] = /^([ \t]*)(`{3,}|~{3,})(.*)$/s.exec(line) ?? [];
    if (open && ticks?.startsWith(open.ticks) && rest.trim() === '') {
      const { family, lines } = open;
      if (family) found.push({ family: family.id, source: lines.join('\n').trimEnd() });
      open = undefined;
    } else if (open) open.lines.push(line.startsWith(open.indent) ? line.slice(open.indent.length) : line);
    // Between backticks on one line, code is inline.
    else if (ticks && !(ticks.startsWith('`') && rest.includes('`')))
      open = { indent, ticks, family: familyNamed(/^[ \t]*(\w*)/.exec(rest)?.[1] ?? ''), lines: [] };
  }
  return found;
}
