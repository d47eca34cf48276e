import type { Diagnostic } from '@autograph/editor';
import { detectLanguage } from './registry.ts';

/** What is wrong with a source, errors before warnings; empty when it can be drawn as it stands. */
export function checkSource(family: string, source: string): readonly Diagnostic[] {
  const language = detectLanguage(family, source);
  if (!language) return [unknownFamily(family)];
  const parsed = language.parse(source);
  return parsed.ok ? parsed.warnings : parsed.diagnostics;
}

export function unknownFamily(family: string): Diagnostic {
  return { severity: 'error', message: `There is no diagram language called “${family}”.`, line: 1, column: 1, from: 0, to: 0 };
}
