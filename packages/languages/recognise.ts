import type { Block } from '@autograph/document';
import { isHeavyText } from './heavy.ts';
import { families, familyNamed } from './known-families.ts';
import type { Language } from './language.ts';
import { depthsOf } from './nesting.ts';
import { takePlaces } from './placed-source.ts';
import { readSource } from './read-source.ts';
import { detectLanguage } from './registry.ts';

/** Longer texts are no diagram unless they say so: finding out would stop the page, UTF-16 units. */
const longest = 100_000;

/** So many lines of a long text tell whether it is a diagram, and no more of it than this, UTF-16 units. */
const farthest = 40;
const widest = 8_000;

/** Some diagrams begin with a word that sentences begin with as well. */
const sentence = /^\s*\p{L}+(?:,?\s+\p{L}+){3,}/u;

/** A text that is a diagram as code, perhaps in a markdown fence, as a block would hold it; undefined when it is no diagram. */
export function recognise(text: string): Pick<Block, 'language' | 'source' | 'layout'> | undefined {
  const [, word = '', fenced] = /^\s*```[ \t]*(\w*)[ \t]*\r?\n([\s\S]*?)\r?\n```\s*$/.exec(text) ?? [];
  const named = familyNamed(word);
  const source = fenced ?? text;
  if (named) return { language: named.id, ...takePlaces(named.id, source) };
  if (source.length > longest || !source.trim().includes('\n')) return undefined;
  const beginning = beginningOf(source);
  const family = families.find(({ id, recognises }) => recognises(beginning) && isOf(id, beginning));
  return family && { language: family.id, ...takePlaces(family.id, source) };
}

/** All of a text, or as many of its whole lines as are looked at. */
function beginningOf(source: string): string {
  if (source.length <= widest) return source;
  const end = source.lastIndexOf('\n', widest);
  return source.slice(0, end < 0 ? widest : end + 1);
}

/** A text of which most is read only where the page need not wait for it begins as a diagram does. */
function isOf(family: string, source: string): boolean {
  const language = detectLanguage(family, source);
  if (!isHeavyText(source) || !language || language.standsIn) return readSource(family, source).shown !== undefined;
  let beginning = '';
  for (const line of source.split('\n', farthest)) {
    beginning += `${line}\n`;
    if (detectLanguage(family, beginning) === language && !sentence.test(line) && language.parse(closed(beginning, language)).ok)
      return true;
  }
  return false;
}

/** The beginning of a text with what it has opened by then closed. */
function closed(beginning: string, { nesting }: Language): string {
  const closing = ['}', 'end'].find((word) => nesting?.closes.test(word));
  if (!nesting || closing === undefined) return beginning;
  // What comes next lies as deep as what is open.
  const depth = depthsOf([...beginning.trimEnd().split('\n'), ''], nesting).at(-1) ?? 0;
  return beginning + `${closing}\n`.repeat(depth);
}
