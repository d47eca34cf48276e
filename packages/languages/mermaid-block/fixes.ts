import type { Diagnostic } from '@autograph/editor';
import type { Fix } from '../fixes.ts';
import { arrowSlips, fixesOf, nearestWord } from '../mermaid/fixes.ts';

const words = ['space', 'columns', 'style', 'class', 'classDef', 'block', 'end'];

export function* fixes(source: string, problem: Diagnostic): Iterable<Fix> {
  yield* nearestWord(source, problem, words);
  yield* fixesOf(source, problem, arrowSlips, 'end');
}
