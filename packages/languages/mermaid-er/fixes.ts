import type { Diagnostic } from '@autograph/editor';
import type { Fix } from '../fixes.ts';
import { fixesOf, type Slip } from '../mermaid/fixes.ts';

const slips: readonly Slip[] = [
  { pattern: /\s*(?:-->|->|--|→)\s*/, meant: ' ||--o{ ', label: 'Write “||--o{”' },
  { pattern: /(\S)\s*(?:-->|->|--|→)\s*(\S+)\s*$/, meant: '$1 ||--o{ $2 : has', label: 'Write “||--o{” and a name' },
  { pattern: /([|}][|o](?:--|\.\.)[|o][|{]\s*\S+)\s*:?\s*$/, meant: '$1 : has', label: 'Name the relation' },
];

export function fixes(source: string, problem: Diagnostic): Iterable<Fix> {
  return fixesOf(source, problem, slips, '}');
}
