import type { Component } from './component.ts';
import { lexicon } from './lexicon.ts';

export interface Mention {
  readonly component: Component;
  readonly from: number;
  readonly to: number;
}

const expressions = lexicon.map(({ pattern, component }) => ({
  component,
  expression: new RegExp(`(?<![\\w-])(?:${pattern})(?![\\w-])`, 'gi'),
}));

/** A name in front of "service" or "system" that the lexicon does not know: "the pricing service", "a booking system". */
const unknownService = /(?<![\w-])([a-z][a-z-]+) (?:micro)?(service|system)s?(?![\w-])/gi;
const notNames = new Set([
  'a',
  'an',
  'the',
  'and',
  'or',
  'of',
  'our',
  'each',
  'every',
  'with',
  'by',
  'to',
  'micro',
  'web',
  'these',
  'those',
  'other',
  'all',
  'some',
  'several',
  'two',
  'three',
  'four',
  'five',
  'as',
  'that',
  'which',
  'backend',
  'call',
  'calls',
  'this',
  'whole',
  'distributed',
  'scalable',
  'simple',
  'modern',
  'event-driven',
  'real-time',
  'software',
  'messaging',
  'chat',
]);

function unknownServices(text: string): Mention[] {
  return [...text.matchAll(unknownService)].flatMap((match) => {
    const name = match[1]?.toLowerCase() ?? '';
    if (notNames.has(name)) return [];
    const kind = match[2]?.toLowerCase() ?? '';
    const component: Component = {
      id: `${name.replace(/-/g, '')}${kind}`,
      label: `${name.charAt(0).toUpperCase()}${name.slice(1)} ${kind}`,
      tier: 'app',
    };
    return [{ component, from: match.index, to: match.index + match[0].length }];
  });
}

/** The components that a sentence names, in reading order; of overlapping matches the longest. */
export function findMentions(text: string): Mention[] {
  const all = expressions.flatMap(({ component, expression }) =>
    [...text.matchAll(expression)].map((match) => ({ component, from: match.index, to: match.index + match[0].length })),
  );
  const candidates = [...all, ...unknownServices(text)].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  const taken: Mention[] = [];
  for (const mention of candidates) if (taken.every((other) => mention.to <= other.from || mention.from >= other.to)) taken.push(mention);
  return taken.sort((a, b) => a.from - b.from);
}
