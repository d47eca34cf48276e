import type { Diagnostic } from '@autograph/editor';
import type { Fix } from '../fixes.ts';
import { fixesOf, nearestWord, type Slip } from '../mermaid/fixes.ts';

const words = ['service', 'group', 'junction', 'align'];

const slips: readonly Slip[] = [
  { pattern: /:([LRTB])\s*(?:->|=>|→)\s*([LRTB]):/, meant: ':$1 --> $2:', label: 'Write “-->”' },
  { pattern: /^(\s*[\w-]+)\s*(?:-{1,2}>|=>|→)\s*([\w-]+)\s*$/, meant: '$1:R --> L:$2', label: 'Say the sides' },
  { pattern: /^(\s*[\w-]+)\s*--\s*([\w-]+)\s*$/, meant: '$1:R -- L:$2', label: 'Say the sides' },
  { pattern: /^(\s*(?:service|group|junction)\s+[\w-]+)/, meant: '$1_2', label: 'Give it another name' },
  { pattern: /\[([^\]]*)$/, meant: '[$1]', label: 'Close the bracket' },
  { pattern: /\(([^)]*)$/, meant: '($1)', label: 'Close the bracket' },
];

export function* fixes(source: string, problem: Diagnostic): Iterable<Fix> {
  yield* nearestWord(source, problem, words);
  const names = [...source.matchAll(/^\s*(?:service|junction|group)\s+([\w-]+)/gm)].flatMap(([, name]) => name ?? []);
  yield* nearestWord(source, problem, names);
  const name = source.slice(problem.from, problem.to).trim();
  if (problem.severity === 'error' && /^\w[\w-]*$/.test(name)) {
    const line = source.lastIndexOf('\n', problem.from - 1) + 1;
    const indent = /^[^\S\n]*/.exec(source.slice(line))?.[0] ?? '';
    yield { label: `Add a service “${name}”`, patch: { from: line, to: line, insert: `${indent}service ${name}(server)[${name}]\n` } };
  }
  // A word that is wrong leads to a problem behind it.
  yield* fixesOf(source, problem, [
    { pattern: /^(\s*)(?:server|node|svc)\s+(?=[\w-]+\s*[([])/, meant: '$1service ', label: 'Write “service”' },
    ...slips,
  ]);
}
