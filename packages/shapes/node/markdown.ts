/** Text in one style. */
export interface MarkdownPiece {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

const marks = /(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1/;

/** The pieces of one line with `**bold**` and `*italic*` in it; marks that close nothing are text. */
export function markdownPieces(text: string): readonly MarkdownPiece[] {
  const found = marks.exec(text);
  if (!found) return text === '' ? [] : [{ text }];
  const [whole, mark = '', inner = ''] = found;
  const key = mark.length === 2 ? 'bold' : 'italic';
  const before = text.slice(0, found.index);
  return [
    ...(before === '' ? [] : [{ text: before }]),
    ...markdownPieces(inner).map((piece) => ({ ...piece, [key]: true })),
    ...markdownPieces(text.slice(found.index + whole.length)),
  ];
}
