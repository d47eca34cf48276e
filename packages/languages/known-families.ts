import type { Family } from './families/family.ts';
import { manifests } from './families/registry.gen.ts';

/** Every family of diagram languages, in the order in which people are offered them. */
export const families: readonly Family[] = collected().sort((a, b) => a.rank - b.rank);

function collected(): Family[] {
  return [...manifests];
}

/** What a block is written in when nobody says. */
export const defaultFamily = manifests.reduce<Family>((first, family) => (family.rank < first.rank ? family : first), manifests[0]).id;

/** The family that a word after a markdown fence names. */
export function familyNamed(word: string): Family | undefined {
  const name = word.toLowerCase();
  return families.find(({ id, aliases = [] }) => id === name || aliases.includes(name));
}

/** The family that a file's name says. */
export function familyOfFile(name: string): Family | undefined {
  const lower = name.toLowerCase();
  return families.find(({ extensions }) => extensions.some((extension) => lower.endsWith(extension)));
}
