/** How the lines of a language lie within each other: what folding, indenting and formatting go by. Each is tried on a line without its indent. */
export interface Nesting {
  /** `subgraph`, `loop`, `class A {`: the lines below lie within. */
  readonly opens: RegExp;
  /** `end`, `}`. */
  readonly closes: RegExp;
  /** `else`, `and`: stands as far out as what it belongs to. */
  readonly between?: RegExp;
}

/** Of languages in which a line that ends in `{` opens what a line that begins with `}` closes. */
export const braceNesting: Nesting = { opens: /\{$/, closes: /^\}/ };

/** How deep each line lies, 0 for the outermost; what closes nothing stands at 0. */
export function depthsOf(lines: readonly string[], { opens, closes, between }: Nesting): readonly number[] {
  let depth = 0;
  return lines.map((line) => {
    const text = line.trim();
    if (closes.test(text)) depth = Math.max(0, depth - 1);
    const here = between?.test(text) ? Math.max(0, depth - 1) : depth;
    if (opens.test(text)) depth += 1;
    return here;
  });
}
