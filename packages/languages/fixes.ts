import { type Diagnostic, type Fix, patchText } from '@autograph/editor';
import { detectLanguage } from './registry.ts';

export type { Fix } from '@autograph/editor';

/** So many problems of a text are looked at for what would mend them. */
export const mostFixes = 3;

/** The first of the language's ideas with which a problem is gone; undefined when none helps. */
export function fixOf(family: string, source: string, problem: Diagnostic): Fix | undefined {
  if (problem.code !== undefined || problem.severity === 'notice') return undefined;
  const ideas = detectLanguage(family, source)?.fixes?.(source, problem) ?? [];
  const warnings = problem.severity === 'warning' ? problemsIn(family, source).length : 0;
  return [...ideas].find(({ patch }) => {
    const left = problemsIn(family, patchText(source, [patch]));
    const next = left.find(({ severity }) => severity === 'error');
    return problem.severity === 'warning' ? !next && left.length < warnings : next === undefined || next.line > problem.line;
  });
}

/** By the text's own language: to be drawn as a mere picture mends nothing. */
function problemsIn(family: string, source: string): readonly Diagnostic[] {
  const parsed = detectLanguage(family, source)?.parse(source);
  if (!parsed) return [];
  return parsed.ok ? parsed.warnings : parsed.diagnostics;
}
