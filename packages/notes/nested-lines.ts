import { detectLanguage, type Language } from '@autograph/languages';
import { foldService, indentService } from '@codemirror/language';
import type { EditorState, Extension, Text } from '@codemirror/state';

const known = new WeakMap<Text, Language | undefined>();

function languageOf({ doc }: EditorState, family: string): Language | undefined {
  if (!known.has(doc)) known.set(doc, detectLanguage(family, doc.toString()));
  return known.get(doc);
}

/** Longer texts are gone through for what closes a line no further than so many lines on. */
const farthest = 2_000;

const ends = new WeakMap<Text, Map<number, number | null>>();

/** The lines from a `subgraph`, `loop`, `{` … to its `end` or `}`, as offsets: from the opening line's end to before the closing line. */
export function foldRange(state: EditorState, lineStart: number, family: string): { from: number; to: number } | null {
  const nesting = languageOf(state, family)?.nesting;
  const first = state.doc.lineAt(lineStart);
  if (!nesting?.opens.test(first.text.trim())) return null;
  const last = closingLine(state.doc, first.number, nesting);
  const to = last === null ? 0 : state.doc.line(last).from - 1;
  return to > first.to ? { from: first.to, to } : null;
}

/** The number of the line that closes what another opens; found for all lines between in one go. */
function closingLine(doc: Text, opening: number, { opens, closes }: NonNullable<Language['nesting']>): number | null {
  const known = ends.get(doc) ?? new Map<number, number | null>();
  ends.set(doc, known);
  const before = known.get(opening);
  if (before !== undefined) return before;
  const to = Math.min(doc.lines, opening + farthest) + 1;
  if (to <= opening + 1) return null;
  const open = [opening];
  const lines = doc.iterLines(opening + 1, to);
  let number = opening;
  for (const line of lines) {
    number += 1;
    const text = line.trim();
    if (closes.test(text)) known.set(open.pop() ?? opening, number);
    else if (opens.test(text)) open.push(number);
    if (open.length === 0) break;
  }
  // What is open far from here may close farther on.
  for (const left of open) if (left === opening || to > doc.lines) known.set(left, null);
  return known.get(opening) ?? null;
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
