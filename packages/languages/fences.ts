import { familyNamed } from './known-families.ts';

/** A diagram as a markdown fence that its text cannot close (https://spec.commonmark.org/0.31.2/#fenced-code-blocks). */
export function fence(family: string, source: string): string {
  const longest = Math.max(2, ...[...source.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${family}\n${source.trimEnd()}\n${ticks}`;
}

export interface FencedDiagram {
  readonly family: string;
  readonly source: string;
}

/** The diagrams as code in a markdown text: every closed fence in a language of ours, without the fence's own indent. */
export function fencedDiagrams(markdown: string): readonly FencedDiagram[] {
  const fences = markdown.matchAll(/^([ \t]*)(`{3,}|~{3,})[ \t]*(\w+)[^\n]*\n([\s\S]*?)^[ \t]*\2[ \t]*$/gm);
  return [...fences].flatMap(([, indent = '', , word = '', body = '']) => {
    const family = familyNamed(word);
    return family ? [{ family: family.id, source: body.replaceAll(new RegExp(`^${indent}`, 'gm'), '').trimEnd() }] : [];
  });
}
