import { foldService } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';

const opens = /^\s*(?:subgraph|loop|alt|opt|par|critical|break|rect|box|state\b.*\{|namespace\b.*\{|class\b.*\{|[\w"-]+.*\{)(?:\s|$)/;
const closes = /^\s*(?:end|\})\s*$/;

/** The lines from a `subgraph`, `loop`, `{` … to its `end` or `}`, as offsets: from the opening line's end to before the closing line. */
export function foldRange(state: EditorState, lineStart: number): { from: number; to: number } | null {
  const first = state.doc.lineAt(lineStart);
  if (!opens.test(first.text)) return null;
  let depth = 1;
  for (let number = first.number + 1; number <= state.doc.lines; number += 1) {
    const line = state.doc.line(number);
    if (closes.test(line.text)) depth -= 1;
    else if (opens.test(line.text)) depth += 1;
    if (depth === 0) return line.from - 1 > first.to ? { from: first.to, to: line.from - 1 } : null;
  }
  return null;
}

export const mermaidFolding = foldService.of(foldRange);
