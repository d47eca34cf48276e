import type { Shape, ShapeId } from '@autograph/document';
import type { TextMeasurer } from '@autograph/geometry';
import type { EditorOptions } from '../board-model.ts';
import { Editor } from '../editor.ts';
import type { InputEvent, Modifiers } from '../input.ts';
import { testBlocks } from './test-blocks.ts';
import { testShapes } from './test-shapes.ts';

type Point = readonly [x: number, y: number];
type Keys = Partial<Modifiers>;

const measure: TextMeasurer = {
  width: (line, style) => (line.length * style.size) / 2,
  lineHeight: (style) => style.size * 1.3,
  ascent: (style) => style.size,
};

/** A repeatable source of 0 <= x < 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** An editor with the test shapes, the toy code language and repeatable ids. */
export function testEditor(options: Partial<EditorOptions> = {}): Editor {
  const editor = new Editor({ shapes: testShapes, blocks: testBlocks, measure, random: seeded(1), ...options });
  editor.changeSettings({ snapToShapes: false });
  return editor;
}

/** What a person does at the board, one call an act. Positions are viewport px, and page px until the camera moves. */
export class Driver {
  readonly editor: Editor;
  #at: Point = [0, 0];
  #keys: Modifiers = { shift: false, alt: false, mod: false };

  constructor(editor: Editor) {
    this.editor = editor;
  }

  /** Holds modifiers for what follows until `release`. */
  hold(keys: Keys): this {
    this.#keys = { ...this.#keys, ...keys };
    return this;
  }

  release(): this {
    this.#keys = { shift: false, alt: false, mod: false };
    return this;
  }

  down(at: Point, { button = 0, pressure = 0.5 } = {}): this {
    this.#at = at;
    return this.#send(this.#pointer('pointer_down', button, pressure));
  }

  move(at: Point, { pressure = 0.5 } = {}): this {
    this.#at = at;
    return this.#send(this.#pointer('pointer_move', 0, pressure));
  }

  up(): this {
    return this.#send(this.#pointer('pointer_up', 0, 0.5));
  }

  click(at: Point, keys: Keys = {}): this {
    const before = this.#keys;
    this.hold(keys).move(at).down(at).up();
    this.#keys = before;
    return this;
  }

  doubleClick(at: Point): this {
    this.click(at).click(at);
    return this.#send({ kind: 'double_click', at: { x: at[0], y: at[1] }, modifiers: this.#keys });
  }

  /** Press, several moves on a straight way, release. */
  drag(from: Point, to: Point, keys: Keys = {}): this {
    const before = this.#keys;
    this.hold(keys).dragTo(from, to).up();
    this.#keys = before;
    return this;
  }

  /** As a drag, without the release. */
  dragTo(from: Point, to: Point): this {
    this.move(from).down(from);
    for (let i = 1; i <= 4; i++) this.move([from[0] + ((to[0] - from[0]) * i) / 4, from[1] + ((to[1] - from[1]) * i) / 4]);
    return this;
  }

  wheel(at: Point, delta: Point, keys: Keys = {}): this {
    return this.#send({
      kind: 'wheel',
      at: { x: at[0], y: at[1] },
      delta: { x: delta[0], y: delta[1] },
      modifiers: { ...this.#keys, ...keys },
    });
  }

  /** A chord such as 'mod+shift+g' or 'Delete'. */
  press(chord: string): this {
    const parts = chord.split('+');
    const key = parts.pop() ?? '';
    const modifiers = { shift: parts.includes('shift'), alt: parts.includes('alt'), mod: parts.includes('mod') };
    const code = /^\d$/.test(key) ? `Digit${key}` : /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key;
    this.#send({ kind: 'key_down', key, code, repeat: false, modifiers });
    return key === ' ' ? this : this.#send({ kind: 'key_up', key, code, repeat: false, modifiers });
  }

  keyUp(key: string): this {
    return this.#send({ kind: 'key_up', key, code: key, repeat: false, modifiers: this.#keys });
  }

  /** Types into the text being edited; Escape ends it. */
  type(text: string): this {
    this.editor.changeText(text);
    return this;
  }

  run(command: string): this {
    this.editor.run(command);
    return this;
  }

  input(event: InputEvent): this {
    return this.#send(event);
  }

  /** The stored shapes, in paint order. */
  get shapes(): readonly Shape[] {
    const ids = this.editor.scene.inPaintOrder(this.editor.document.shapes.keys());
    return ids.flatMap((id) => this.editor.document.shapes.get(id) ?? []);
  }

  /** The shape of a kind that was stored last, or the nth one. */
  shape(type: string, nth = -1): Shape {
    const found = [...this.editor.document.shapes.values()].filter((shape) => shape.type === type).at(nth);
    if (!found) throw new Error(`There is no ${type}.`);
    return found;
  }

  get(id: ShapeId): Shape {
    const shape = this.editor.scene.get(id);
    if (!shape) throw new Error(`There is no shape ${id}.`);
    return shape;
  }

  #send(event: InputEvent): this {
    this.editor.input(event);
    return this;
  }

  #pointer(kind: 'pointer_down' | 'pointer_move' | 'pointer_up', button: number, pressure: number): InputEvent {
    const [x, y] = this.#at;
    return { kind, at: { x, y }, pointer_id: 1, pointer_type: 'mouse', button, pressure, modifiers: this.#keys };
  }
}

/** Drives an editor, a new test editor when none is given. */
export function drive(editor: Editor = testEditor()): Driver {
  return new Driver(editor);
}
