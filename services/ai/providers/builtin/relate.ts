import { type Component, type Relation, tiers } from './component.ts';
import type { Mention } from './mentions.ts';

interface Verb {
  readonly pattern: RegExp;
  readonly label?: string;
  /** The later name is the one that acts: "Postgres behind the API". */
  readonly reversed?: boolean;
}

const verbs: readonly Verb[] = [
  { pattern: /\b(?:is |are )?(?:called|used|read|consumed|fronted|served|fed) (?:by|from)\b|\bbehind\b/i, reversed: true },
  { pattern: /\bfed from\b|\b(?:consumes?|subscribes?|listens?|reads?|pulls?)[\w\s]*? from\b/i, label: 'consumes' },
  { pattern: /\bconsumes?\b|\b(?:subscribes?|listens?) to\b|\bpolls?\b/i, label: 'consumes' },
  { pattern: /\breads?[\w\s]* and writes?\b/i, label: 'reads, writes' },
  { pattern: /\breads?\b|\bquer(?:y|ies)\b|\bloads?\b|\bfetch(?:es)?\b/i, label: 'reads' },
  { pattern: /\bwrites?\b|\bstor(?:es?|ing)\b|\bsaves?\b|\bpersists?\b|\binserts?\b/i, label: 'writes' },
  { pattern: /\bcach(?:es|ing)\b/i, label: 'caches' },
  { pattern: /\bpublish(?:es)?\b|\bemits?\b|\bproduces?\b|\benqueues?\b|\bpush(?:es)?\b/i, label: 'publishes' },
  { pattern: /\btriggers?\b|\binvokes?\b/i, label: 'triggers' },
  { pattern: /\bcalls?\b/i, label: 'calls' },
  { pattern: /\bsends?\b|\bposts?\b/i, label: 'sends' },
  { pattern: /\bauthenticates?\b|\bsigns? in\b|\blogs? in\b/i, label: 'signs in' },
  { pattern: /\bdeploys?\b/i, label: 'deploys' },
  { pattern: /\bcharges?\b|\bpays?\b/i, label: 'charges' },
  {
    pattern:
      /\b(?:go(?:es)?|through|via|talks?|connects?|routes?|forwards?|uses?|using|access(?:es)?|hits?|reach(?:es)?|to|into|onto|backed by|on top of|in front of|with|then|runs? on)\b|->|→|=>/i,
  },
];

/** Alone between two names it is what the first does with the second, known or not: "the API validates the cart". */
const anyVerb = /^\s+(?:also |then )?([a-z]+[^\Ws]s)\s+(?:(?:on|at|in|for) )?(?:an?|the|its|their)?\s*$/i;

function verbOf(between: string): Verb | undefined {
  const known = verbs.find(({ pattern }) => pattern.test(between));
  const label = anyVerb.exec(between)?.[1]?.toLowerCase();
  return known ?? (label ? { pattern: anyVerb, label } : undefined);
}

/** The listing goes on: "Postgres, Redis and S3" have one source. */
const coordination = /^\s*(?:,|and|or|&|\+|as well as|plus|,\s*and|both)\s*(?:an?|the|also|then)?\s*$/i;
const boundary = /[.;!?\n]/;
const pronoun = /\b(?:that|which|who|where it|it)\b/i;

function relation(from: Component, to: Component, label?: string): Relation[] {
  return from.id === to.id ? [] : [{ from: from.id, to: to.id, ...(label ? { label } : {}) }];
}

/** What the words between the mentions say of how they relate. */
export function relateMentions(text: string, mentions: readonly Mention[]): Relation[] {
  const relations: Relation[] = [];
  let source: Component | undefined;
  let label: string | undefined;
  let reversed = false;
  for (const [index, mention] of mentions.entries()) {
    const previous = mentions[index - 1];
    const between = previous ? text.slice(previous.to, mention.from) : '';
    if (!previous) {
      source = undefined;
    } else if (boundary.test(between)) {
      source = undefined;
      const verb = pronoun.test(between) ? verbOf(between) : undefined;
      if (verb) {
        source = previous.component;
        label = verb.label;
        reversed = false;
        relations.push(...relation(source, mention.component, label));
      }
    } else if (coordination.test(between)) {
      if (source) relations.push(...(reversed ? relation(mention.component, source, label) : relation(source, mention.component, label)));
    } else {
      const verb = verbOf(between);
      if (verb) {
        // "…, and writes to S3" goes on about the same subject; "… that reads Redis" is about what was just named.
        const sameSubject =
          /^\s*,?\s*(?:and|then|but)\s+(?:also\s+)?\w+s\b/i.test(between) && source !== undefined && !pronoun.test(between);
        source = sameSubject ? source : previous.component;
        label = verb.label;
        reversed = verb.reversed ?? false;
        if (source) relations.push(...(reversed ? relation(mention.component, source, label) : relation(source, mention.component, label)));
      } else {
        source = undefined;
      }
    }
  }
  const seen = new Set<string>();
  return relations.filter(({ from, to }) => !seen.has(`${from} ${to}`) && seen.add(`${from} ${to}`));
}

/** Joins components that no relation touches to the nearest tier in front of them, so that nothing floats. */
export function connectLoose(components: readonly Component[], relations: readonly Relation[]): Relation[] {
  const result = [...relations];
  const touched = new Set(relations.flatMap(({ from, to }) => [from, to]));
  const rank = ({ tier }: Component) => tiers.indexOf(tier);
  const ordered = [...components].sort((a, b) => rank(a) - rank(b));
  for (const loose of ordered) {
    if (touched.has(loose.id)) continue;
    const before = ordered.filter(
      (other) => other.id !== loose.id && rank(other) < rank(loose) && other.tier !== 'external' && other.tier !== 'data',
    );
    const nearest = before.filter((other) => rank(other) === Math.max(...before.map(rank)));
    const after = ordered.filter((other) => other.id !== loose.id && rank(other) > rank(loose));
    const source = nearest.at(-1);
    const target = after[0];
    if (source) result.push({ from: source.id, to: loose.id });
    else if (target) {
      result.push({ from: loose.id, to: target.id });
      touched.add(target.id);
    }
    touched.add(loose.id);
  }
  return result;
}
