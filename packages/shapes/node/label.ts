import type { TextMeasurer, TextStyle } from '@autograph/geometry';
import { layoutText, type Paint, type TextRun } from '@autograph/render';
import { type MarkdownPiece, markdownPieces } from './markdown.ts';

/** One line of a node's label. */
export interface LabelLine {
  readonly pieces: readonly MarkdownPiece[];
  /** px */
  readonly width: number;
}

export interface LabelLayout {
  readonly lines: readonly LabelLine[];
  /** px */
  readonly w: number;
  readonly h: number;
}

const none: LabelLayout = { lines: [], w: 0, h: 0 };

/** A label broken into lines no wider than `width` px; `**bold**` and `*italic*` are read when `markdown` is set. */
export function layoutLabel(text: string, style: TextStyle, measure: TextMeasurer, width: number, markdown: boolean): LabelLayout {
  if (text.trim() === '') return none;
  const lines = markdown ? markdownLines(text, style, measure, width) : plainLines(text, style, measure, width);
  return { lines, w: Math.max(...lines.map((line) => line.width)), h: lines.length * measure.lineHeight(style) };
}

function plainLines(text: string, style: TextStyle, measure: TextMeasurer, width: number): LabelLine[] {
  return layoutText(text, style, { measure, width }).lines.map((line) => ({ pieces: [{ text: line.text }], width: line.width }));
}

function markdownLines(text: string, style: TextStyle, measure: TextMeasurer, width: number): LabelLine[] {
  const widthOf = (piece: MarkdownPiece) => measure.width(piece.text, pieceStyle(piece, style));
  return text.split('\n').flatMap((paragraph) => {
    const lines: LabelLine[] = [];
    let pieces: MarkdownPiece[] = [];
    let used = 0;
    for (const piece of markdownPieces(paragraph.trim())) {
      for (const word of piece.text.split(/(?<=\s)/)) {
        const part = { ...piece, text: word };
        const needed = widthOf({ ...piece, text: word.trimEnd() });
        if (pieces.length > 0 && used + needed > width && /\s$/.test(pieces.at(-1)?.text ?? '')) {
          lines.push(closed(pieces, widthOf));
          pieces = [];
          used = 0;
        }
        pieces.push(part);
        used += widthOf(part);
      }
    }
    lines.push(closed(pieces, widthOf));
    return lines;
  });
}

function closed(pieces: readonly MarkdownPiece[], widthOf: (piece: MarkdownPiece) => number): LabelLine {
  const trimmed = pieces.map((piece, i) => (i === pieces.length - 1 ? { ...piece, text: piece.text.trimEnd() } : piece));
  return { pieces: trimmed, width: trimmed.reduce((sum, piece) => sum + widthOf(piece), 0) };
}

function pieceStyle(piece: MarkdownPiece, style: TextStyle): TextStyle {
  return { ...style, bold: Boolean(style.bold) !== Boolean(piece.bold), italic: Boolean(style.italic) !== Boolean(piece.italic) };
}

/** The display runs of one line. */
export function lineRuns(line: LabelLine, style: TextStyle, paint: Paint): readonly TextRun[] {
  return line.pieces.map((piece) => ({ text: piece.text, style: pieceStyle(piece, style), paint }));
}
