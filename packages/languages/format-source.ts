import { diffText } from '@autograph/document';
import type { TextPatch } from '@autograph/editor';
import { detectLanguage } from './registry.ts';

/** The same diagram in tidy text: indented by depth, one statement a line. As it is when its language has no such form, or it does not parse. */
export function formatSource(family: string, source: string): string {
  const language = detectLanguage(family, source);
  return language?.format && language.parse(source).ok ? language.format(source) : source;
}

/** What makes a text a tidy one: small patches rather than one, so that others' carets and the shapes' links to their lines stay. */
export function formatPatches(family: string, source: string): readonly TextPatch[] {
  return diffText(source, formatSource(family, source)).map(({ at, remove, insert }) => ({ from: at, to: at + remove, insert }));
}
