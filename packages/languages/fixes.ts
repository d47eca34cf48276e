import { type Diagnostic, type Fix, patchText } from '@autograph/editor';
import { checkSource } from './check-source.ts';
import { detectLanguage } from './registry.ts';

export type { Fix } from '@autograph/editor';

/** So many problems of a text are looked at for what would mend them. */
export const mostFixes = 3;

/** The first of the language's ideas with which a problem is gone; undefined when none helps. */
export function fixOf(family: string, source: string, problem: Diagnostic): Fix | undefined {
  if (problem.code !== undefined) return undefined;
  const ideas = detectLanguage(family, source)?.fixes?.(source, problem) ?? [];
  const warnings = problem.severity === 'warning' ? checkSource(family, source).length : 0;
  return [...ideas].find(({ patch }) => {
    const left = checkSource(family, patchText(source, [patch]));
    const next = left.find(({ severity }) => severity === 'error');
    return problem.severity === 'warning' ? !next && left.length < warnings : next === undefined || next.line > problem.line;
  });
}
