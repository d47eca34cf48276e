import fc from 'fast-check';

/** A line, or lines that lie within others. */
export type Part = string | { readonly opens: string; readonly inside: readonly Part[]; readonly closes: string };

/** What tests of laws need of a language: it stands in the language's folder as `testing/random.ts`, exported as `random`. */
export interface RandomLanguage {
  /** Texts that parse. */
  readonly sources: fc.Arbitrary<string>;
  /** Lines that may be typed anywhere outside of braces, without the indent of the second line. */
  readonly lines: readonly string[];
}

/** Texts of a first line and parts, in indents, ends of lines and with remarks and blank lines as people write them. */
export function texts(head: fc.Arbitrary<string>, parts: fc.Arbitrary<readonly Part[]>, remark = '%% a remark'): fc.Arbitrary<string> {
  const style = fc.record({
    indent: fc.constantFrom('    ', '  ', '\t'),
    newline: fc.constantFrom('\n', '\n', '\n', '\r\n'),
    remarks: fc.array(fc.nat(20), { maxLength: 2 }),
    blanks: fc.array(fc.nat(20), { maxLength: 1 }),
    ended: fc.boolean(),
  });
  return fc.tuple(head, parts, style).map(([first, body, { indent, newline, remarks, blanks, ended }]) => {
    const lines = laidOut(body, indent, 1);
    for (const at of remarks) lines.splice(at % (lines.length + 1), 0, indent + remark);
    for (const at of blanks) lines.splice(at % (lines.length + 1), 0, '');
    return [first, ...lines].join(newline) + (ended ? newline : '');
  });
}

/** Texts with the line ends of Windows now and then. */
export function withEitherEnd(sources: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(sources, fc.constantFrom('\n', '\n', '\r\n')).map(([source, end]) => source.replaceAll('\n', end));
}

function laidOut(parts: readonly Part[], indent: string, depth: number): string[] {
  return parts.flatMap((part) => {
    const margin = indent.repeat(depth);
    if (typeof part === 'string') return [margin + part];
    return [margin + part.opens, ...laidOut(part.inside, indent, depth + 1), margin + part.closes];
  });
}

/** A template with something arbitrary at each `?`. */
export function filled(template: string, ...holes: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  const pieces = template.split('?');
  return fc.tuple(...holes).map((values) => pieces.map((piece, at) => piece + (values[at] ?? '')).join(''));
}

/** Items as tree: each line one deeper at most than the line above. `?` in an indent's place is filled by the tree. */
export function tree(head: string, root: string, items: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const body = fc.array(fc.tuple(items, fc.nat(3)), { minLength: 1, maxLength: 8 });
  const lines = fc.tuple(body, fc.constantFrom('  ', '    '), fc.boolean()).map(([rows, indent, ended]) => {
    let depth = 1;
    const lines = rows.map(([item, deeper], at) => {
      depth = at === 0 ? 2 : Math.min(depth + 1, 2 + deeper);
      return indent.repeat(depth) + item;
    });
    return [head, indent + root, ...lines].join('\n') + (ended ? '\n' : '');
  });
  return withEitherEnd(lines);
}
