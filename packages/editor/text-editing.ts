import {
  isMarked,
  limits,
  type RichText,
  type Shape,
  type ShapeChange,
  type ShapeId,
  type SpanStyle,
  sameJson,
  spliceRich,
  styleSpans,
  type TextMark,
  type TextSpan,
  typedStyle,
} from '@autograph/document';
import type { Vec } from '@autograph/geometry';
import { changeRecord } from './change-record.ts';
import type { Editor } from './editor.ts';
import { textDifference, typedDifference } from './text-change.ts';
import { baseMark } from './text-marks.ts';
import { hasRoomFor } from './text-room.ts';
import { TextSteps } from './text-steps.ts';
import { withTheirTyping } from './their-typing.ts';
import { thousands } from './thousands.ts';
import { cornerOf, onBoard } from './tools/creating/draft.ts';

/** The units of a text from one place to another; a caret where both are the same. */
export interface TextSelection {
  readonly from: number;
  readonly to: number;
}

/** A text being typed. */
export interface EditingText extends RichText {
  readonly shape_id: ShapeId;
  readonly selection: TextSelection;
  /** How what is typed next looks, when it was chosen for it. */
  readonly typing?: SpanStyle;
  /** An address for the selection is being asked for. */
  readonly asksLink?: boolean;
  /** The shape is shown but not stored: it comes with its first text. */
  readonly created?: Shape;
  /** The shape has just been made, and nothing has been typed yet. */
  readonly fresh?: boolean;
}

/** The text of a code block before a label in it was typed, with that label, and as the typing has left it last. */
interface TypedCode {
  readonly before: string;
  readonly label: string;
  readonly left: string;
}

/** Typing in a shape: shown at once, stored when it ends and whenever asked for, as one entry of the history. */
export class TextEditing {
  readonly #editor: Editor;
  #current: EditingText | null = null;
  #steps = new TextSteps();
  /** Stands for the editing from its start to its end. */
  #session: object = {};
  /** The text as it was stored last, as far as is known here. */
  #stored: RichText = { text: '', spans: [] };
  #code: TypedCode | null = null;
  /** Where the container of a shape that is not stored was last, page px. */
  #corner: Vec = { x: 0, y: 0 };
  /** What is typed is being stored. */
  #isWriting = false;
  /** Showing it tells this editing that the document may have changed. */
  #isShowing = false;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  get current(): EditingText | null {
    return this.#current;
  }

  start(id: ShapeId, fresh = false, session: object = {}): void {
    const editor = this.#editor;
    const shape = editor.scene.get(id);
    if (!shape || editor.readOnly || shape.locked || !editor.definition(shape.type)?.textBox) return;
    if (!this.commit()) return;
    // What was being typed may have been this very one, and is gone when it was left empty.
    const still = editor.scene.get(id);
    if (!still) return;
    editor.select([id]);
    this.#begin(still, fresh ? { fresh } : {}, session);
  }

  startCreating(shape: Shape): void {
    const editor = this.#editor;
    if (editor.readOnly) return;
    if (!this.commit()) return;
    // What has been typed must not be lost in the end.
    if (!editor.hasRoomForShapes(1)) return;
    editor.setPreview([shape]);
    editor.select([shape.id]);
    this.#corner = cornerOf(editor, shape.parent_id);
    this.#begin(shape, { created: shape });
  }

  /** Takes in a text typed elsewhere; `caret` is where the typing ended. */
  change(text: string, caret?: number): void {
    const editing = this.#current;
    if (!editing || editing.text === text) return;
    const { from, to, insert } = caret === undefined ? textDifference(editing.text, text) : typedDifference(editing.text, text, caret);
    this.replace(from, to, insert);
  }

  /** Replaces a stretch: a plain text looks like what is around it, a rich one as it is. The caret goes behind it. */
  replace(from: number, to: number, insert: string | RichText): void {
    const editing = this.#current;
    if (!editing) return;
    const words = typeof insert === 'string' ? insert : insert.text;
    if (!hasRoomFor(this.#editor, editing.text.length - (to - from) + words.length)) {
      // What the browser may have shown already is taken back.
      this.#editor.emit('editing');
      return;
    }
    const style = editing.typing ?? typedStyle(editing.spans, from, to);
    const rich = typeof insert === 'string' || this.#shape()?.origin ? styledText(words, style) : insert;
    this.#steps.record(editing, { from, to, insert: words });
    const at = from + words.length;
    this.#show({ ...spliceRich(editing, from, to, rich), selection: { from: at, to: at } });
  }

  select(selection: TextSelection): void {
    const editing = this.#current;
    if (!editing || (editing.selection.from === selection.from && editing.selection.to === selection.to)) return;
    const { typing: _typing, ...rest } = editing;
    this.#current = { ...rest, selection };
    this.#editor.emit('editing');
  }

  /** Marks the selection, or takes the mark off when all of it has it; with a caret, what is typed next. */
  toggle(mark: TextMark): void {
    const editing = this.#current;
    const shape = this.#shape();
    if (!editing || !shape || shape.origin) return;
    const { from, to } = editing.selection;
    const base = baseMark(this.#editor, shape, mark);
    if (from === to) {
      const { [mark]: now = base, ...style } = editing.typing ?? typedStyle(editing.spans, from, to);
      this.#current = { ...editing, typing: now === base ? { ...style, [mark]: !base } : style };
      this.#editor.emit('editing');
      return;
    }
    const wanted = !isMarked({ text: editing.text, spans: editing.spans, [mark]: base }, mark, from, to);
    this.#style(styleSpans(editing.spans, editing.text.length, from, to, { [mark]: wanted === base ? null : wanted }));
  }

  /** Asks for an address to link the selection, or the link around the caret, to. */
  askLink(asks = true): void {
    const editing = this.#current;
    if (!editing || this.#shape()?.origin) return;
    const around = editing.spans.find(
      ({ from, to, link }) => link !== undefined && from <= editing.selection.from && to >= editing.selection.to,
    );
    const selection = asks && around ? { from: around.from, to: around.to } : editing.selection;
    this.#current = { ...editing, selection, asksLink: asks };
    this.#editor.emit('editing');
  }

  /** Links the selection, or takes its links off; at a caret the address itself becomes the text. */
  setLink(link: string | null): void {
    const editing = this.#current;
    if (!editing) return;
    if (link !== null && link.length > limits.link) {
      this.#editor.notify(`A link has at most ${thousands(limits.link)} characters.`);
      return;
    }
    const { from, to } = editing.selection;
    if (from === to && link !== null) this.replace(from, to, { text: link, spans: [{ from: 0, to: link.length, link }] });
    else if (from < to) this.#style(styleSpans(editing.spans, editing.text.length, from, to, { link }));
    this.askLink(false);
  }

  undo(): void {
    const before = this.#current && this.#steps.undo(this.#current);
    if (before) this.#show(before);
  }

  redo(): void {
    const after = this.#current && this.#steps.redo(this.#current);
    if (after) this.#show(after);
  }

  /** Stores what has been typed and ends the typing; gives false, and goes on, when the file cannot take it: the words must not be lost. */
  commit(final?: string): boolean {
    if (final !== undefined) this.change(final);
    const editing = this.#current;
    if (!editing) return true;
    this.#end();
    const before = editing.created ?? this.#editor.scene.get(editing.shape_id);
    if (!before || this.#editor.readOnly) return true;
    const isStored = this.#editor.history.extend(this.#session, () => {
      if (editing.created) return this.#create(changeRecord(editing.created, changeOf(editing)));
      if (!isBlank(editing) || !this.#isTextOnly(before)) return this.#update(editing);
      this.#editor.deleteShapes([before.id]);
      return true;
    });
    if (isStored) return true;
    this.#current = editing;
    this.#show(editing);
    this.#editor.select([editing.shape_id]);
    return false;
  }

  /** Stores what has been typed so far, so that others see it; in code only what does not give the thing another name. */
  store(): void {
    const editing = this.#current;
    if (!editing) return;
    const { created, ...rest } = editing;
    const fromCode = this.#shape()?.origin !== undefined;
    if ((created || fromCode) && isBlank(editing)) return;
    const isStored = this.#editor.history.extend(this.#session, () =>
      created ? this.#create(changeRecord(created, changeOf(editing))) : this.#update(editing, fromCode),
    );
    if (isStored && this.#current) this.#current = rest;
  }

  cancel(): void {
    if (this.#current) this.#end();
  }

  /** Call when the document has changed: stops when the shape has been removed by someone, and takes in what someone else has typed in it. */
  followDocument(): void {
    const editing = this.#current;
    if (!editing) return;
    if (this.#shape()?.origin) this.#showAnew(editing);
    if (!this.#editor.scene.get(editing.shape_id)) {
      this.#end();
      return;
    }
    if (editing.created) this.#followContainer(editing, editing.created);
    const now = this.#editor.document.shapes.get(editing.shape_id) ?? this.#writtenByOthers(editing.shape_id);
    const before = this.#stored;
    if (!now || (now.text ?? '') === before.text) return;
    this.#stored = { text: now.text ?? '', spans: now.text_spans ?? [] };
    this.#steps = new TextSteps();
    this.#show(withTheirTyping(editing, before.text, this.#stored.text));
  }

  /** What is being written in a container that has been removed stays where it is seen. */
  #followContainer(editing: EditingText, created: Shape): void {
    const { parent_id: parent } = created;
    if (parent === null) return;
    if (this.#editor.scene.get(parent)) this.#corner = cornerOf(this.#editor, parent);
    else {
      const { text, spans, selection } = editing;
      this.#current = { ...editing, created: onBoard(this.#editor, created, this.#corner) };
      this.#show({ text, spans, selection });
    }
  }

  /** A shape from code as its text draws it, once that is no longer the text that was written here: a language may say a label in other words than were typed. */
  #writtenByOthers(id: ShapeId): Shape | undefined {
    const { scene, document } = this.#editor;
    const shape = scene.stored(id);
    const block = shape?.origin?.block_id ?? '';
    if (!shape || this.#isWriting || scene.derivation(block)?.pending || this.#code?.left === document.blocks.get(block)?.source)
      return undefined;
    return shape;
  }

  #begin(shape: Shape, how: Pick<EditingText, 'created' | 'fresh'>, session: object = {}): void {
    const { text = '', text_spans: spans = [] } = shape;
    this.#steps = new TextSteps();
    this.#session = session;
    this.#code = null;
    this.#stored = { text, spans };
    this.#current = {
      shape_id: shape.id,
      text,
      spans,
      selection: { from: 0, to: text.length },
      ...how,
    };
    this.#editor.emit('editing');
  }

  #shape(): Shape | undefined {
    return this.#current?.created ?? this.#editor.scene.get(this.#current?.shape_id ?? '');
  }

  #style(spans: readonly TextSpan[]): void {
    const editing = this.#current;
    if (!editing) return;
    this.#steps.record(editing);
    this.#show({ text: editing.text, spans, selection: editing.selection });
  }

  #show(next: Pick<EditingText, 'text' | 'spans' | 'selection'>): void {
    if (!this.#current) return;
    const { created, shape_id } = this.#current;
    this.#current = { shape_id, ...(created && { created }), ...next };
    const change = changeOf(next);
    if (created) this.#editor.setPreview([this.#editor.fit(changeRecord(created, change))]);
    else this.#editor.preview(() => [{ id: shape_id, change }]);
    this.#editor.emit('editing');
  }

  /** Shows what is typed on the shape as its code has it by now. */
  #showAnew(editing: EditingText): void {
    if (this.#isShowing) return;
    this.#isShowing = true;
    this.#editor.preview(() => [{ id: editing.shape_id, change: changeOf(editing) }]);
    this.#isShowing = false;
  }

  #end(): void {
    this.#current = null;
    this.#editor.setPreview(null);
    this.#editor.select(this.#editor.selection);
    this.#editor.emit('editing');
  }

  #create(shape: Shape): boolean {
    if (isBlank({ text: shape.text ?? '' }) && this.#isTextOnly(shape)) {
      this.#editor.select([]);
      return true;
    }
    const before = this.#stored;
    this.#stored = { text: shape.text ?? '', spans: shape.text_spans ?? [] };
    if (!this.#editor.createShapes([shape])) {
      this.#stored = before;
      return false;
    }
    this.#editor.select([shape.id]);
    return true;
  }

  /** Stores what the person has changed since it was stored last; gives whether the file could take it. */
  #update({ shape_id: id, text, spans }: EditingText, keepsName = false): boolean {
    const before = this.#stored;
    const textChanged = text !== before.text;
    const styleChanged = !sameJson(spans, before.spans);
    if (!textChanged && !styleChanged) return true;
    const change = { ...(textChanged && { text }), ...(styleChanged && { text_spans: spans.length > 0 ? spans : null }) };
    const updates = [{ id, change }];
    const earlier = this.#earlierCode(id);
    if (keepsName && !this.#editor.keepsNames(updates, earlier)) return true;
    this.#stored = { text, spans };
    for (const [block, source] of earlier)
      if (this.#code?.before === source && this.#code.label === text) {
        this.#write(() => this.#editor.setBlockSource(block, source));
        this.#code = null;
        return true;
      }
    if (!this.#write(() => this.#editor.updateShapes(updates, earlier))) {
      this.#stored = before;
      return false;
    }
    for (const [block, source] of earlier) {
      const label = this.#code?.before === source ? this.#code.label : before.text;
      this.#code = { before: source, label, left: this.#editor.document.blocks.get(block)?.source ?? source };
      // What the language makes of it, without a space at its end for instance, is not what others have changed.
      const drawn = this.#editor.scene.derivation(block)?.pending ? undefined : this.#editor.scene.stored(id);
      if (drawn) this.#stored = { text: drawn.text ?? '', spans };
    }
    return true;
  }

  /** What the document tells meanwhile is nothing that others have typed. */
  #write<T>(act: () => T): T {
    this.#isWriting = true;
    try {
      return act();
    } finally {
      this.#isWriting = false;
    }
  }

  /** The text that what is typed is written into, so that the code has one smallest change in the end; as it is now, once others have changed it. */
  #earlierCode(id: ShapeId): ReadonlyMap<string, string> {
    const block = this.#editor.scene.get(id)?.origin?.block_id ?? '';
    const source = this.#editor.document.blocks.get(block)?.source;
    if (source === undefined) return new Map();
    return new Map([[block, this.#code?.left === source ? this.#code.before : source]]);
  }

  /** Without a text there would be nothing to see. */
  #isTextOnly(shape: Shape): boolean {
    return this.#editor.definition(shape.type)?.tool?.gesture === 'text';
  }
}

function isBlank({ text }: { readonly text: string }): boolean {
  return text.trim() === '';
}

function styledText(text: string, style: SpanStyle): RichText {
  return { text, spans: [{ ...style, from: 0, to: text.length }] };
}

function changeOf({ text, spans }: RichText): ShapeChange {
  return { text, text_spans: spans.length > 0 ? spans : null };
}
