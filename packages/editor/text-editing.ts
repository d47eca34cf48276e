import type { Shape, ShapeId } from '@autograph/document';
import { changeRecord } from './change-record.ts';
import type { Editor } from './editor.ts';

/** A text being typed. */
export interface EditingText {
  readonly shape_id: ShapeId;
  readonly text: string;
  /** The shape is shown but not stored: it comes with its first text. */
  readonly created?: Shape;
}

/** Typing in a shape: shown at once, stored as one entry when it ends. */
export class TextEditing {
  readonly #editor: Editor;
  #current: EditingText | null = null;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  get current(): EditingText | null {
    return this.#current;
  }

  start(id: ShapeId): void {
    const editor = this.#editor;
    const shape = editor.scene.get(id);
    if (!shape || editor.readOnly || shape.locked || !editor.definition(shape.type)?.textBox) return;
    this.commit();
    editor.select([id]);
    this.#current = { shape_id: id, text: shape.text ?? '' };
    editor.emit('editing');
  }

  startCreating(shape: Shape): void {
    const editor = this.#editor;
    if (editor.readOnly) return;
    this.commit();
    editor.setPreview([shape]);
    editor.select([shape.id]);
    this.#current = { shape_id: shape.id, text: shape.text ?? '', created: shape };
    editor.emit('editing');
  }

  change(text: string): void {
    if (!this.#current || this.#current.text === text) return;
    this.#current = { ...this.#current, text };
    const { created, shape_id } = this.#current;
    if (created) this.#editor.setPreview([this.#editor.fit(changeRecord(created, { text }))]);
    else this.#editor.preview(() => [{ id: shape_id, change: { text } }]);
    this.#editor.emit('editing');
  }

  commit(final?: string): void {
    const editing = this.#current;
    if (!editing) return;
    const text = final ?? editing.text;
    this.#end();
    const before = editing.created ?? this.#editor.scene.get(editing.shape_id);
    if (!before) return;
    if (editing.created) this.#store(changeRecord(editing.created, { text }));
    else if (text.trim() === '' && this.#isTextOnly(before)) this.#editor.deleteShapes([before.id]);
    else if (text !== (before.text ?? '')) this.#editor.updateShapes([{ id: before.id, change: { text } }]);
  }

  cancel(): void {
    if (this.#current) this.#end();
  }

  /** Stops when the shape has been removed by someone. */
  forgetRemoved(): void {
    if (this.#current && !this.#editor.scene.get(this.#current.shape_id)) this.#end();
  }

  #end(): void {
    this.#current = null;
    this.#editor.setPreview(null);
    this.#editor.select(this.#editor.selection);
    this.#editor.emit('editing');
  }

  #store(shape: Shape): void {
    if ((shape.text ?? '').trim() === '' && this.#isTextOnly(shape)) {
      this.#editor.select([]);
      return;
    }
    this.#editor.transact(() => {
      this.#editor.createShapes([shape]);
      this.#editor.select([shape.id]);
    });
  }

  /** Without a text there would be nothing to see. */
  #isTextOnly(shape: Shape): boolean {
    return this.#editor.definition(shape.type)?.tool?.gesture === 'text';
  }
}
