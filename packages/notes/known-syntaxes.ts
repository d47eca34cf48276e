import { families } from '@autograph/languages';
import { LanguageDescription, LanguageSupport } from '@codemirror/language';
import { manifests } from './syntaxes/registry.gen.ts';
import type { Syntax } from './syntaxes/syntax.ts';

const syntaxes: readonly Syntax[] = manifests;

/** How texts of a family are written; undefined when its texts are plain to the editor. */
export function syntaxOf(family: string): Syntax | undefined {
  return syntaxes.find(({ id }) => id === family);
}

/** The languages of fences in markdown. */
export const fenceLanguages: readonly LanguageDescription[] = syntaxes.map(({ id, language }) =>
  LanguageDescription.of({
    name: id,
    alias: families.find((family) => family.id === id)?.aliases ?? [],
    support: new LanguageSupport(language),
  }),
);
