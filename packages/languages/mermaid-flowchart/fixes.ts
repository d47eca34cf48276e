import type { Diagnostic } from '@autograph/editor';
import type { Fix } from '../fixes.ts';
import { arrowSlips, fixesOf, type Slip } from '../mermaid/fixes.ts';

const slips: readonly Slip[] = [
  ...arrowSlips,
  { pattern: /(\S)\s*--\s*(?=[\w"]+\s*$)/, meant: '$1 --> ', label: 'Write “-->”' },
  {
    pattern: /^(\s*[\w]+(?:\[[^\]]*\]|\([^)]*\)|\{[^}]*\})?)\s+(?=\w+(?:[[({].*)?\s*;?\s*$)/,
    meant: '$1 --> ',
    label: 'Put an arrow between',
  },
  { pattern: /\[([^"]*[[\](){}|][^"]*)\]/, meant: '["$1"]', label: 'Put the text in quotes' },
  { pattern: /\[([^\]]*)$/, meant: '[$1]', label: 'Close the bracket' },
  { pattern: /\(([^)]*)$/, meant: '($1)', label: 'Close the bracket' },
  { pattern: /\{([^}]*)$/, meant: '{$1}', label: 'Close the bracket' },
  { pattern: /^\s*end\s*$/, meant: '', label: 'Remove this “end”' },
  { pattern: /\bend\b/, meant: 'End', label: 'Write “End”' },
];

export function fixes(source: string, problem: Diagnostic): Iterable<Fix> {
  return fixesOf(source, problem, slips, 'end');
}
