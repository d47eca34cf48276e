import type { Language } from './language.ts';
import { manifests } from './registry.gen.ts';

/** Every diagram language of the product, in the order in which sources are offered to them. */
export const languages: readonly Language[] = collected().sort((a, b) => a.rank - b.rank);

function collected(): Language[] {
  return [...manifests];
}

/** The language of a source: the first of its family that recognises it. Undefined when there is no such family. */
export function detectLanguage(family: string, source: string): Language | undefined {
  return languages.find((language) => language.family === family && language.detect(source));
}

/** The language that draws the texts which another one of its family refuses. */
export function standIn({ id, family }: Language): Language | undefined {
  return languages.find((language) => language.family === family && language.id !== id && language.standsIn);
}
