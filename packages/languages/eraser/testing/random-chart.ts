import fc from 'fast-check';
import { filled, type Part, texts } from '../../testing/random-text.ts';

/** What tells one kind of the family from the others in random texts. */
export interface RandomChart {
  /** First lines after which a text is of the kind whatever follows. */
  readonly heads: readonly string[];
  /** What stands behind names: `[icon: user]`. */
  readonly properties: readonly string[];
}

const remark = '// a remark';

/** Texts of nodes, groups and connections. */
export function chartTexts({ heads, properties }: RandomChart): fc.Arbitrary<string> {
  const name = fc.constantFrom('A', 'B', 'Web app', 'us-east-2', 'In stock?', 'K');
  const said = fc.constantFrom('', '', ...properties.map((list) => ` [${list}]`), ' [label: "Some words"]');
  const node = filled('??', name, said);
  const sign = fc.constantFrom('>', '<', '<>', '-', '-->');
  const words = fc.constantFrom('', ': yes', ': reads // why', ': "a // b"');
  const connection = fc.oneof(
    filled('? ? ??', node, sign, node, words),
    filled('? ? ?, ? ? ??', node, sign, name, name, sign, name, words),
  );
  const line = fc.oneof(node, filled('?, ?', node, node), connection, connection);
  const lines = fc.array(line, { minLength: 1, maxLength: 3 });
  const group = (title: string, inside: fc.Arbitrary<readonly Part[]>) =>
    fc.tuple(said, inside).map(([list, body]): Part => ({ opens: `${title}${list} {`, inside: body, closes: '}' }));
  const nested = fc.tuple(lines, fc.option(group('Inner', lines), { nil: undefined }));
  const body = fc.tuple(
    lines,
    fc.option(
      group(
        'Group 1',
        nested.map(([own, inner]) => [...own, ...(inner ? [inner] : [])]),
      ),
      { nil: undefined },
    ),
    lines,
  );
  return texts(
    fc.constantFrom(...heads),
    body.map(([before, one, after]) => [...before, ...(one ? [one] : []), ...after]),
    remark,
  );
}

/** Lines that may be typed anywhere into such a text. */
export const typedLines: readonly string[] = ['X > Y: r', 'A > X [color: red]', '// typed', 'Z'];
