import { type Diagnostic, patchText, type TextPatch } from '@autograph/editor';
import { checkSource } from './check-source.ts';
import { detectLanguage } from './registry.ts';

/** A change of the text that mends a problem, and what it does, for people. */
export interface Fix {
  readonly label: string;
  readonly patch: TextPatch;
}

/** Longer texts are not tried again and again while somebody types, UTF-16 units. */
const longest = 100_000;

/** The first of the language's ideas with which a problem is gone; undefined when none helps. */
export function fixOf(family: string, source: string, problem: Diagnostic): Fix | undefined {
  if (source.length > longest) return undefined;
  const ideas = detectLanguage(family, source)?.fixes?.(source, problem) ?? [];
  const warnings = problem.severity === 'warning' ? checkSource(family, source).length : 0;
  return [...ideas].find(({ patch }) => {
    const left = checkSource(family, patchText(source, [patch]));
    const next = left.find(({ severity }) => severity === 'error');
    return problem.severity === 'warning' ? !next && left.length < warnings : next === undefined || next.line > problem.line;
  });
}
