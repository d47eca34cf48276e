import { detectLanguage } from './registry.ts';

/** The same diagram in tidy text: indented by depth, one statement a line. As it is when its language has no such form, or it does not parse. */
export function formatSource(family: string, source: string): string {
  const language = detectLanguage(family, source);
  return language?.format && language.parse(source).ok ? language.format(source) : source;
}
