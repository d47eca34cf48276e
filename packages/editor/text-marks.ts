import { isMarked, type Shape, type ShapeChange, type TextMark, tidySpans } from '@autograph/document';
import { type PlacedText, placeText } from '@autograph/render';
import { changeRecord } from './change-record.ts';
import type { Editor } from './editor.ts';
import type { ShapeUpdate } from './plan-changes.ts';

/** What the looks of the whole text can be; code is for stretches only. */
export const wholeMarks = ['bold', 'italic', 'underline', 'strike'] as const satisfies readonly TextMark[];
type WholeMark = (typeof wholeMarks)[number];

/** The shape's text as it stands in the shape; undefined when the kind has none. */
export function placedText(editor: Pick<Editor, 'definition' | 'drawContext'>, shape: Shape): PlacedText | undefined {
  const definition = editor.definition(shape.type);
  if (definition?.placeText) return definition.placeText(shape, editor.drawContext);
  const box = definition?.textBox?.(shape, editor.drawContext);
  return box && placeText(shape, box, editor.drawContext);
}

/** Whether the record can hold the mark: what comes from code holds as much as its language can say. */
function canMark(shape: Shape, mark: TextMark): boolean {
  return shape.origin === undefined || mark === 'bold' || mark === 'italic';
}

/** Whether the shape's text bears the mark where no stretch says otherwise. */
export function baseMark(editor: Pick<Editor, 'definition' | 'drawContext'>, shape: Shape, mark: TextMark): boolean {
  if (mark === 'code') return false;
  if (mark === 'underline' || mark === 'strike') return shape[mark] ?? false;
  return placedText(editor, shape)?.style[mark] ?? false;
}

/** The selected shapes whose text as a whole can be marked. */
export function markable(editor: Editor, mark: TextMark): readonly Shape[] {
  return editor.selection.flatMap((id) => {
    const shape = editor.scene.get(id);
    const writes = shape && editor.definition(shape.type)?.textBox !== undefined;
    return shape && writes && !shape.locked && canMark(shape, mark) ? [shape] : [];
  });
}

function isWhollyMarked(editor: Editor, shape: Shape, mark: WholeMark): boolean {
  const base = baseMark(editor, shape, mark);
  return isMarked({ text: shape.text ?? '', spans: shape.text_spans ?? [], [mark]: base }, mark);
}

/** Marks the whole text of the selected shapes, or takes the mark off when all bear it. */
export function toggledMark(editor: Editor, mark: WholeMark): readonly ShapeUpdate[] {
  const shapes = markable(editor, mark);
  const wanted = !shapes.every((shape) => isWhollyMarked(editor, shape, mark));
  return shapes.map((shape) => {
    const usual = baseMark(editor, changeRecord(shape, { [mark]: null }), mark);
    const change: ShapeChange = { [mark]: wanted === usual ? null : wanted };
    if (!shape.text_spans) return { id: shape.id, change };
    const spans = tidySpans(
      shape.text_spans.map(({ [mark]: _own, ...span }) => span),
      (shape.text ?? '').length,
    );
    return { id: shape.id, change: { ...change, text_spans: spans.length > 0 ? spans : null } };
  });
}

/** The marks that the text being edited bears in its selection, or else the selected shapes' texts as a whole. */
export function currentMarks(editor: Editor): ReadonlySet<TextMark> {
  const { editing } = editor;
  if (!editing) {
    const marked = (mark: WholeMark) => {
      const shapes = markable(editor, mark);
      return shapes.length > 0 && shapes.every((shape) => isWhollyMarked(editor, shape, mark));
    };
    return new Set(wholeMarks.filter(marked));
  }
  const shape = editing.created ?? editor.scene.get(editing.shape_id);
  if (!shape) return new Set();
  const { from, to } = editing.selection;
  const at = from === to && from > 0 ? { from: from - 1, to } : { from, to };
  return new Set(
    ([...wholeMarks, 'code'] as const).filter((mark) => {
      const base = baseMark(editor, shape, mark);
      if (editing.typing) return editing.typing[mark] ?? base;
      return isMarked({ text: editing.text, spans: editing.spans, [mark]: base }, mark, at.from, at.to);
    }),
  );
}
