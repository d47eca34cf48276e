import type { Diagnostic } from '@autograph/editor';
import type { Language } from './language.ts';
import { detectLanguage, standIn } from './registry.ts';

/** A text as a language reads it. */
export interface ReadSource {
  readonly language: Language;
  readonly model: unknown;
  readonly source: string;
  /** What the text is, for people, by whichever language it is shown. */
  readonly label: string;
}

/** What a text says, unless nobody can read it, and what is wrong with it: errors when nothing is shown, else warnings or a notice. */
export interface SourceReading {
  readonly shown?: ReadSource;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a text by its language; what that refuses may yet be drawn by the one that stands in for the others of its family. */
export function readSource(family: string, source: string): SourceReading {
  const language = detectLanguage(family, source);
  if (!language) return { diagnostics: [unknownFamily(family)] };
  const { label } = language;
  const parsed = language.parse(source);
  if (parsed.ok) return { shown: { language, model: parsed.model, source, label }, diagnostics: parsed.warnings };
  const other = standIn(language);
  const picture = other?.parse(source);
  if (!other || !picture?.ok) return { diagnostics: parsed.diagnostics };
  const reasons = parsed.diagnostics.slice(0, 1).map((problem) => ({ ...problem, severity: 'notice' as const }));
  return { shown: { language: other, model: picture.model, source, label }, diagnostics: reasons };
}

function unknownFamily(family: string): Diagnostic {
  return { severity: 'error', message: `There is no diagram language called “${family}”.`, line: 1, column: 1, from: 0, to: 0 };
}
