import { existsSync } from 'node:fs';
import { type Language, languages } from '../index.ts';
import type { RandomLanguage } from './random-text.ts';

/** Every language that says in its folder how random texts of it are made. */
export async function randomLanguages(): Promise<readonly { readonly language: Language; readonly random: RandomLanguage }[]> {
  const found = languages.filter(({ id }) => existsSync(new URL(`../${id}/testing/random.ts`, import.meta.url)));
  return await Promise.all(
    found.map(async (language) => {
      const { random }: { random: RandomLanguage } = await import(`../${language.id}/testing/random.ts`);
      return { language, random };
    }),
  );
}
