import type { Block } from '@autograph/document';
import { families, familyNamed } from './known-families.ts';
import { takePlaces } from './placed-source.ts';
import { readSource } from './read-source.ts';

/** Longer texts are no diagram unless they say so: finding out would stop the page, UTF-16 units. */
const longest = 100_000;

/** A text that is a diagram as code, perhaps in a markdown fence, as a block would hold it; undefined when it is no diagram. */
export function recognise(text: string): Pick<Block, 'language' | 'source' | 'layout'> | undefined {
  const [, word = '', fenced] = /^\s*```[ \t]*(\w*)[ \t]*\r?\n([\s\S]*?)\r?\n```\s*$/.exec(text) ?? [];
  const named = familyNamed(word);
  const source = fenced ?? text;
  if (named) return { language: named.id, ...takePlaces(named.id, source) };
  if (source.length > longest || !source.trim().includes('\n')) return undefined;
  const family = families.find(({ id, recognises }) => recognises(source) && readSource(id, source).shown);
  return family && { language: family.id, ...takePlaces(family.id, source) };
}
