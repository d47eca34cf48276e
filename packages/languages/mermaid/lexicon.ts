import type { Token } from './cursor.ts';

/** A lexical rule: what fits at a place while the reader is in a state. */
export interface LexicalRule<Kind extends string, State extends string> {
  readonly pattern: string;
  /** Absent for what is passed over. */
  readonly kind?: Kind | 'newline';
  /** What the token says, when that is not the text itself. */
  readonly means?: string;
  /** States that begin here, the last one innermost. */
  readonly enters?: State | readonly State[];
  /** How many states end here, before others begin. */
  readonly leaves?: number;
  /** What was read is read again in the state outside. */
  readonly stays?: boolean;
}

/** A direction that claims the rest of its line, and where that ends. */
export interface Claim {
  readonly text: string;
  readonly to: number;
}

/** The words of a grammar: for each state of its reader, rules of which the first that fits wins, as in Mermaid. */
export interface Lexicon<Kind extends string, State extends string> {
  readonly rules: Readonly<Record<State, readonly LexicalRule<Kind, State>[]>>;
  /** Flags of the rules' expressions, such as `i`. */
  readonly flags: string;
  readonly start: State;
  /** States in which a text may end. */
  readonly endsIn: ReadonlySet<State>;
  /** Makes what finds lines that a direction claims; asked with rising offsets. */
  readonly claims?: (text: string) => (at: number, state: State) => Claim | undefined;
}

type Tokenizer<Kind extends string> = (text: string) => readonly Token<Kind | 'unknown' | 'direction'>[];

/** More broken places than are ever reported: looking further would only take time. */
const mostUnknown = 40;

/**
 * Makes the function that cuts a quiet source into tokens; what fits nowhere is `unknown` up to the end of its line.
 * It never fails, and takes time in proportion to the text where the rules do.
 */
export function tokenizerOf<Kind extends string, State extends string>(lexicon: Lexicon<Kind, State>): Tokenizer<Kind> {
  const { rules, flags, start, endsIn, claims } = lexicon;
  const compiled = new Map<string, RegExp>();
  const expressionOf = (state: State) => {
    const known = compiled.get(state) ?? new RegExp(rules[state].map(({ pattern }) => `(${pattern})`).join('|'), `${flags}y`);
    compiled.set(state, known);
    return known;
  };
  const fitting = (state: State, text: string, at: number) => {
    const expression = expressionOf(state);
    expression.lastIndex = at;
    const match = expression.exec(text);
    const index = match?.findIndex((group, i) => i > 0 && group !== undefined) ?? -1;
    const rule = rules[state][index - 1];
    return rule && match ? { rule, to: at + match[0].length } : undefined;
  };
  return (text) => {
    // Mermaid's parsers see every text with a line end after it.
    const whole = `${text}\n`;
    const claimAt = claims?.(whole);
    const tokens: Token<Kind | 'unknown' | 'direction'>[] = [];
    const states: State[] = [start];
    let at = 0;
    let unknown = 0;
    const push = (kind: Token<Kind | 'unknown' | 'direction'>['kind'], meaning: string, to: number) =>
      tokens.push({ kind, text: meaning, from: Math.min(at, text.length), to: Math.min(to, text.length) });
    while (at < whole.length && unknown < mostUnknown) {
      const state = states.at(-1) ?? start;
      const claim = claimAt?.(at, state);
      if (claim) {
        push('direction', claim.text, claim.to);
        at = claim.to;
        continue;
      }
      const found = fitting(state, whole, at);
      if (!found) {
        const end = Math.max(at + 1, whole.indexOf('\n', at));
        push('unknown', whole.slice(at, end), end);
        at = end;
        unknown += 1;
        continue;
      }
      const { rule, to } = found;
      if (rule.kind) push(rule.kind, rule.means ?? whole.slice(at, to), to);
      if (!rule.stays) at = to;
      for (let left = rule.leaves ?? 0; left > 0 && states.length > 1; left--) states.pop();
      if (rule.enters) states.push(...(typeof rule.enters === 'string' ? [rule.enters] : rule.enters));
    }
    // A quoted text, a body or a note that nothing closes.
    const open = states.at(-1);
    if (open !== undefined && !endsIn.has(open)) push('unknown', '', at);
    push('end_of_file', '', at);
    return tokens;
  };
}

/** In the order in which Mermaid looks for them. */
const directions = ['TB', 'BT', 'RL', 'LR'] as const;

/** In Mermaid, `direction LR` claims the whole rest of its line, whatever stands before it. Ask with rising offsets. */
export function directionsIn(text: string, flags = ''): (at: number) => Claim | undefined {
  const found = [...text.matchAll(new RegExp('direction\\s+(?:TB|BT|RL|LR)[^\\n]*', `g${flags}`))].map((match) => ({
    text: directions.find((direction) => new RegExp(`direction\\s+${direction}`, flags).test(match[0])) ?? 'TB',
    lineStart: text.lastIndexOf('\n', match.index) + 1,
    from: match.index,
    to: match.index + match[0].length,
  }));
  let seen = 0;
  return (at) => {
    while (seen < found.length && (found[seen]?.from ?? 0) < at) seen += 1;
    const claim = found[seen];
    return claim && claim.lineStart <= at ? { text: claim.text, to: claim.to } : undefined;
  };
}
