import { detectLanguage, type Language } from '@autograph/languages';
import { foldService, indentService } from '@codemirror/language';
import type { EditorState, Extension, Text } from '@codemirror/state';

const known = new WeakMap<Text, Language | undefined>();

function languageOf({ doc }: EditorState, family: string): Language | undefined {
  if (!known.has(doc)) known.set(doc, detectLanguage(family, doc.toString()));
  return known.get(doc);
}

/** The lines from a `subgraph`, `loop`, `{` … to its `end` or `}`, as offsets: from the opening line's end to before the closing line. */
export function foldRange(state: EditorState, lineStart: number, family: string): { from: number; to: number } | null {
  const nesting = languageOf(state, family)?.nesting;
  const first = state.doc.lineAt(lineStart);
  if (!nesting?.opens.test(first.text.trim())) return null;
  let depth = 1;
  for (let number = first.number + 1; number <= state.doc.lines; number += 1) {
    const line = state.doc.line(number);
    const text = line.text.trim();
    if (nesting.closes.test(text)) depth -= 1;
    else if (nesting.opens.test(text)) depth += 1;
    if (depth === 0) return line.from - 1 > first.to ? { from: first.to, to: line.from - 1 } : null;
  }
  return null;
}

/**
 * How far in the line at an offset belongs, columns: as the line above it, or by what opens and closes there. For a
 * line that a break at the offset is about to begin, ask with `breaking`.
 */
export function indentOf(state: EditorState, at: number, family: string, breaking = false): number | null {
  const language = languageOf(state, family);
  const line = state.doc.lineAt(at);
  if (!language?.nesting || (line.number === 1 && !breaking)) return null;
  const { opens, closes, between } = language.nesting;
  const above = breaking ? state.sliceDoc(line.from, at) : state.doc.line(line.number - 1).text;
  const text = (breaking ? state.sliceDoc(at, line.to) : line.text).trim();
  const steps = (yes: boolean | undefined) => (yes ? state.tabSize : 0);
  const inward = steps(opens.test(above.trim()) || between?.test(above.trim()) || language.detect(above));
  const outward = steps(closes.test(text) || between?.test(text));
  return Math.max(0, above.length - above.trimStart().length + inward - outward);
}

/** Folds and indents the text of a diagram by how the lines of its language lie within each other. */
export function nestedLines(family: string): Extension {
  return [
    foldService.of((state, lineStart) => foldRange(state, lineStart, family)),
    // A line that begins at the offset and is not there yet: Enter asks before it breaks the line.
    indentService.of((context, at) => indentOf(context.state, at, family, context.simulatedBreak === at)),
  ];
}
