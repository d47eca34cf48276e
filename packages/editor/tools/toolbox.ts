import type { Command } from '../commands/command.ts';
import { typingCommand } from '../commands/typing-command.ts';
import type { Editor } from '../editor.ts';
import type { InputEvent, Modifiers } from '../input.ts';
import { rulerAt } from '../rulers.ts';
import type { ShapeDefinition } from '../shape-definition.ts';
import { chordOf, isModifierKey } from './chord.ts';
import { creating } from './creating/creating.ts';
import { handIdle, panning } from './hand/panning.ts';
import { draggingGuide, guideCursor } from './select/dragging-guide.ts';
import { erasing } from './select/erasing.ts';
import { idle } from './select/idle.ts';
import { lassoIdle } from './select/lassoing.ts';
import type { Pointer, ToolState } from './tool-state.ts';

type PointerEvent = Extract<InputEvent, { kind: 'pointer_down' | 'pointer_move' | 'pointer_up' }>;

/** The button that stands for a pen's other end. */
const eraser = 5;

interface Tool {
  readonly cursor: string;
  start(): ToolState;
}

/** Tools that change nothing. */
const lookingTools = new Set(['select', 'lasso', 'hand']);

/** The tools and the one that is picked: sends input to its present state, and does what is the same in every tool (wheel, pinch, space, keys). */
export class Toolbox {
  readonly #editor: Editor;
  readonly #tools: ReadonlyMap<string, Tool>;
  #tool = 'select';
  #state: ToolState;
  /** Panning with space or the middle button, over any state. */
  #pan: ToolState | null = null;
  #space = false;
  #pointer: Pointer | null = null;
  #pointerId: number | null = null;
  #byKeys = false;
  /** The tools of the last two presses. */
  #pressed: readonly string[] = [];

  constructor(editor: Editor, shapes: readonly ShapeDefinition[]) {
    this.#editor = editor;
    const tools = new Map<string, Tool>([
      ['select', { cursor: 'default', start: () => idle(editor) }],
      ['lasso', { cursor: 'crosshair', start: () => lassoIdle(editor) }],
      ['hand', { cursor: 'grab', start: () => handIdle(editor) }],
    ]);
    for (const definition of shapes) {
      const { tool } = definition;
      if (tool)
        tools.set(definition.type, {
          cursor: tool.gesture === 'text' ? 'text' : 'crosshair',
          start: () => creating(editor, definition, tool.gesture),
        });
    }
    this.#tools = tools;
    this.#state = idle(editor);
  }

  get tool(): string {
    return this.#tool;
  }

  get cursor(): string {
    if (this.#pan) return 'grabbing';
    if (this.#space) return 'grab';
    const ruler = this.#ruler();
    if (ruler) return guideCursor(ruler);
    return this.#state.cursor ?? this.#tools.get(this.#tool)?.cursor ?? 'default';
  }

  choose(id: string): void {
    const tool = this.#tools.get(id);
    if (!tool || (this.#editor.readOnly && !lookingTools.has(id))) return;
    this.#editor.commitText();
    if (this.#editor.editing) return;
    this.cancel();
    this.#tool = id;
    this.#state = tool.start();
    this.#editor.hover(null);
    this.#editor.emit('tool');
  }

  /** Whether the person has come by keys to where they are. */
  get byKeys(): boolean {
    return this.#byKeys;
  }

  /** Goes into a state that a command starts. */
  begin(state: ToolState): void {
    this.#enter(state);
  }

  cancel(): void {
    this.#pan = null;
    if (!this.#state.cancel) return;
    this.#state.cancel();
    this.#enter(this.#start());
  }

  /** Tells whether the input meant something. */
  handle(event: InputEvent): boolean {
    switch (event.kind) {
      case 'pointer_down':
        this.#down(event);
        break;
      case 'pointer_move':
        if (this.#pointerId === null || this.#pointerId === event.pointer_id) this.#move(this.#see(event));
        break;
      case 'pointer_up':
        if (this.#pointerId === event.pointer_id) this.#up(this.#see(event));
        break;
      case 'pointer_cancel':
        this.#pointerId = null;
        this.cancel();
        break;
      case 'double_click':
        // The clicks that finish a drawing do not open what was drawn.
        if (this.#pressed.every((tool) => tool === this.#tool)) this.#enter(this.#state.doubleClick?.(this.#at(event.at, event.modifiers)));
        break;
      case 'wheel':
        this.#wheel(event);
        break;
      case 'pinch':
        this.cancel();
        // In this order what was between the fingers stays between them.
        this.#editor.pan(event.pan);
        this.#editor.zoomTo(this.#editor.camera.zoom * event.scale, event.at);
        break;
      case 'keys_lost':
        this.#holdSpace(false);
        break;
      case 'key_down':
      case 'key_up':
        return this.#key(event);
    }
    return true;
  }

  #down(event: PointerEvent): void {
    const pointer = this.#see(event);
    this.#setByKeys(false);
    if (this.#pointerId !== null && this.#pointerId !== event.pointer_id) return;
    if (event.button > 1 && event.button !== eraser) return;
    this.#pointerId = event.pointer_id;
    this.#pressed = [...this.#pressed.slice(-1), this.#tool];
    this.#editor.commitText();
    // A text that there is no room for stays open.
    if (this.#editor.editing) {
      this.#pointerId = null;
      return;
    }
    this.#editor.keepClear([]);
    if (event.button === 1 || this.#space) {
      this.#pan = panning(this.#editor, pointer, handIdle(this.#editor));
      this.#editor.emit('tool');
    } else if (event.button === eraser) {
      if (!this.#editor.readOnly) this.#enter(erasing(this.#editor, pointer));
    } else if (rulerAt(this.#editor, pointer.view) && !this.#state.cancel) this.#pullGuide(pointer);
    else this.#enter(this.#state.pointerDown?.(pointer));
  }

  #move(pointer: Pointer): void {
    if (this.#pan) this.#pan.pointerMove?.(pointer);
    else if (this.#ruler()) this.#editor.hover(null);
    else if (!this.#space) this.#enter(this.#state.pointerMove?.(pointer));
  }

  /** The ruler that the pointer is on, outside of gestures. */
  #ruler() {
    return this.#pointer && !this.#state.cancel ? rulerAt(this.#editor, this.#pointer.view) : null;
  }

  #pullGuide(pointer: Pointer): void {
    const editor = this.#editor;
    const axis = rulerAt(editor, pointer.view);
    if (axis && !editor.readOnly) this.#enter(draggingGuide(editor, { id: editor.createId('gd'), axis }, pointer, () => this.#start()));
  }

  #up(pointer: Pointer): void {
    this.#pointerId = null;
    if (this.#pan) {
      this.#pan = null;
      this.#editor.emit('tool');
    } else this.#enter(this.#state.pointerUp?.(pointer));
  }

  #wheel(event: Extract<InputEvent, { kind: 'wheel' }>): void {
    const { delta, modifiers, at } = event;
    if (modifiers.mod) {
      // A notch of a wheel is about 100 px, a trackpad's pinch a few: one exponential serves both.
      const notch = Math.max(-120, Math.min(120, delta.y));
      this.#editor.zoomTo(this.#editor.camera.zoom * Math.exp(-notch * 0.002), at);
    } else {
      const by = modifiers.shift && delta.x === 0 ? { x: -delta.y, y: 0 } : { x: -delta.x, y: -delta.y };
      this.#editor.pan(by);
    }
    if (this.#pointer) this.#move(this.#at(this.#pointer.view, modifiers));
  }

  #key(event: Extract<InputEvent, { kind: 'key_down' | 'key_up' }>): boolean {
    const { key, kind, modifiers } = event;
    if (key === ' ' && !this.#editor.editing) {
      this.#holdSpace(kind === 'key_down');
      return true;
    }
    if (isModifierKey(key)) {
      if (this.#pointer && (this.#state.cancel || key === 'Alt')) this.#move({ ...this.#pointer, modifiers });
      return false;
    }
    if (kind === 'key_up') return false;
    if (key === 'Escape') {
      this.#escape();
      return true;
    }
    if (this.#editor.editing) return this.#run(typingCommand(this.#editor, chordOf(event)));
    if (key === 'Enter' && this.#state.finish) {
      this.#enter(this.#state.finish());
      return true;
    }
    if (this.#state.key) {
      this.#enter(this.#state.key(chordOf(event)));
      return true;
    }
    if (this.#state.cancel) return false;
    const command = this.#editor.keymap.at(chordOf(event)).find((candidate) => candidate.enabled(this.#editor));
    return this.#run(command);
  }

  #holdSpace(held: boolean): void {
    if (held === this.#space) return;
    this.#space = held;
    this.#editor.emit('tool');
  }

  #run(command: Command | undefined): boolean {
    const done = command !== undefined && this.#editor.run(command.id);
    if (done && command.group === 'select') this.#setByKeys(true);
    else if (this.#editor.editing) this.#setByKeys(false);
    return done;
  }

  #setByKeys(byKeys: boolean): void {
    if (byKeys === this.#byKeys) return;
    this.#byKeys = byKeys;
    this.#editor.emit('overlay');
  }

  /** Leaves, from the inside out: the text, the gesture, the tool, the group, the selection. */
  #escape(): void {
    const editor = this.#editor;
    if (editor.editing) editor.commitText();
    else if (this.#state.cancel) this.cancel();
    else if (this.#tool !== 'select') this.choose('select');
    else if (editor.entered !== null) {
      const group = editor.entered;
      editor.enter(editor.scene.parent(group));
      editor.select([group]);
    } else editor.select([]);
  }

  #start(): ToolState {
    return this.#tools.get(this.#tool)?.start() ?? idle(this.#editor);
  }

  #enter(next: ToolState | undefined): void {
    if (!next || next === this.#state) return;
    this.#state = next;
    this.#editor.emit('tool');
  }

  #see(event: PointerEvent): Pointer {
    const before = this.#ruler();
    this.#pointer = { ...this.#at(event.at, event.modifiers), device: event.pointer_type, pressure: event.pressure };
    if (this.#ruler() !== before) this.#editor.emit('tool');
    return this.#pointer;
  }

  #at(view: Pointer['view'], modifiers: Modifiers): Pointer {
    return { device: 'mouse', pressure: 0.5, ...this.#pointer, view, page: this.#editor.toPage(view), modifiers };
  }
}
