import type { Shape, ShapeId } from '@autograph/document';
import type { Box, Vec } from '@autograph/geometry';
import { BoardModel, type EditorOptions, type SelectedIn } from './board-model.ts';
import type { EditorEvent } from './board-view.ts';
import { fitBox, uncovered, type Viewport, zoomRange } from './camera.ts';
import { changeRecord } from './change-record.ts';
import type { Command } from './commands/command.ts';
import { commandsFor } from './commands/commands.ts';
import { composeOverlay, SelectionFrame } from './compose-overlay.ts';
import type { InputEvent } from './input.ts';
import { type Keymap, type KeyOverrides, keymapOf } from './keymap.ts';
import { noGesture, type Overlay } from './overlay.ts';
import { copySelection, pasteText } from './paste.ts';
import { fitted, type ShapeUpdate } from './plan-changes.ts';
import { boundsOf } from './selection.ts';
import { TextEditing } from './text-editing.ts';
import { TitleRoom } from './title-room.ts';
import type { ToolState } from './tools/tool-state.ts';
import { Toolbox } from './tools/toolbox.ts';
import type { Transient } from './transient.ts';

/** Shapes that are to be seen, fitted into the view when they may be enlarged up to `most`. */
interface Sought {
  readonly ids: readonly ShapeId[];
  readonly most?: number;
}

/** A board being edited by one person: what is stored, what is shown, and what they are doing with it. Knows no DOM. */
export class Editor extends BoardModel {
  readonly commands: readonly Command[];
  readonly #toolbox: Toolbox;
  readonly #text: TextEditing;
  readonly #frame = new SelectionFrame();
  /** How far titles can be enlarged where they are. */
  readonly titleRoom = new TitleRoom(this);
  #hovered: ShapeId | null = null;
  #overlay: Overlay | null = null;
  #keymap: Keymap<Command>;
  #replaying: 'undo' | 'redo' | null = null;
  #focusedGuide: string | null = null;
  #invited: ShapeId | null = null;
  /** What all of the board covers, once it has been asked for. */
  #extent: { readonly box: Box | undefined } | null = null;
  /** The pointer is on the board, and was used there last. */
  #pointing = false;
  #pointer: Vec | null = null;
  /** What has been made or gone to just now, and is not to be under a panel. */
  #sought: Sought | null = null;

  constructor(options: EditorOptions) {
    super(options);
    this.commands = commandsFor(options.shapes);
    this.#keymap = keymapOf(this.commands);
    this.#text = new TextEditing(this);
    this.#toolbox = new Toolbox(this, options.shapes);
  }

  // Tools, input and what is painted over the board

  get tool(): string {
    return this.#toolbox.tool;
  }

  setTool(id: string): void {
    this.#toolbox.choose(id);
  }

  /** CSS cursor name. */
  get cursor(): string {
    return this.#toolbox.cursor;
  }

  /** Takes in what the person did; tells whether it meant something here (a key that did not may be the browser's). */
  input(event: InputEvent): boolean {
    this.#pointing = event.kind !== 'key_down' && (this.#pointing || event.kind !== 'key_up');
    if ('at' in event) this.#pointer = event.at;
    return this.#toolbox.handle(event);
  }

  /** Which keys run which command. */
  get keymap(): Keymap<Command> {
    return this.#keymap;
  }

  /** Gives commands other keys than their own. */
  setKeys(overrides: KeyOverrides): void {
    this.#keymap = keymapOf(this.commands, overrides);
    this.emit('settings');
  }

  /** Ends the gesture in progress without effect. */
  cancelGesture(): void {
    this.#toolbox.cancel();
  }

  /** Goes into a state of the tool that a command starts. */
  begin(state: ToolState): void {
    this.#toolbox.begin(state);
  }

  /** The shape where someone who works by keys is; null while the pointer leads. */
  get focused(): ShapeId | null {
    return this.#toolbox.byKeys ? (this.selection.at(-1) ?? null) : null;
  }

  get hovered(): ShapeId | null {
    return this.#hovered;
  }

  hover(id: ShapeId | null): void {
    if (id === this.#hovered) return;
    this.#hovered = id;
    this.emit('overlay');
  }

  /** The guide that was pressed last, until something else is. */
  get focusedGuide(): string | null {
    return this.#focusedGuide;
  }

  /** Takes the place of the selection. */
  focusGuide(id: string | null): void {
    const known = this.board.guides?.some((guide) => guide.id === id) ? id : null;
    if (known !== null) super.select([]);
    if (known === this.#focusedGuide) return;
    this.#focusedGuide = known;
    this.emit('overlay');
  }

  override select(ids: Iterable<ShapeId>, where?: SelectedIn): void {
    this.focusGuide(null);
    super.select(ids, where);
    const selected = new Set(this.selection);
    if (!this.#sought?.ids.every((id) => selected.has(id))) this.#sought = null;
    if (this.#invited !== null && !(this.selection.length === 1 && this.selection[0] === this.#invited)) this.#invited = null;
  }

  /** The shape just drawn, whose text can be written; null once something else has been done. */
  get invited(): ShapeId | null {
    return this.#invited;
  }

  /** Tells whoever has just drawn the shape that it can be written in. */
  inviteText(id: ShapeId): void {
    const shape = this.scene.get(id);
    this.#invited = shape && this.editing === null && this.definition(shape.type)?.textBox ? id : null;
    this.emit('overlay');
  }

  /** Selects a shape and brings it into view. */
  goTo(id: ShapeId): void {
    this.select([id]);
    this.revealShapes([id]);
    this.keepClear([id]);
  }

  /** Where the pointer is on the board, viewport px; null when it is not there. */
  get pointer(): Vec | null {
    return this.#pointer;
  }

  /** Tells that the pointer is not on the board any more: now what a panel covers may be moved out from under it. */
  pointerLeft(): void {
    this.#pointing = false;
    this.#pointer = null;
    this.#uncover();
  }

  /**
   * Moves the board so that no panel covers the selected shapes, also none that opens for them; until the person looks elsewhere. Where
   * the pointer is at work nothing moves under it: only once it has left the board, or something is typed.
   */
  keepClear(ids: readonly ShapeId[]): void {
    const selected = new Set(this.selection);
    this.#sought = { ids: ids.filter((id) => selected.has(id)) };
    this.#uncover();
  }

  override setCover(cover: Box | null): void {
    super.setCover(cover);
    this.#uncover();
  }

  #uncover(): void {
    const { destination, cover } = this;
    const isBusy = this.#pointing || this.gesture !== noGesture || this.transient !== null;
    const box = this.#sought && !isBusy ? boundsOf(this.scene, this.#sought.ids) : undefined;
    if (!box || !cover) return;
    const most = this.#sought?.most;
    const camera = most === undefined ? uncovered(destination, cover, box) : fitBox(box, this.free, most);
    if (camera !== destination) this.moveTo(camera);
  }

  override pan(by: Vec): void {
    this.#sought = null;
    super.pan(by);
  }

  override zoomTo(zoom: number, at?: Vec): void {
    this.#sought = null;
    super.zoomTo(zoom < zoomRange.usual ? Math.max(zoom, this.#leastZoom()) : zoom, at);
  }

  /** As far out as shows the whole board. */
  #leastZoom(): number {
    this.#extent ??= { box: this.#bounds() };
    const { box } = this.#extent;
    return Math.min(zoomRange.usual, this.camera.zoom, box ? fitBox(box, this.free, zoomRange.usual).zoom : zoomRange.usual);
  }

  /** Brings shapes into view, with the least move. */
  revealShapes(ids: Iterable<ShapeId>): void {
    const box = boundsOf(this.scene, ids);
    if (box) this.reveal(box);
  }

  override emit(what: EditorEvent): void {
    this.#overlay = null;
    if (what === 'document' || what === 'selection') this.#frame.forget();
    if (what === 'document') {
      this.titleRoom.forget();
      this.#extent = null;
    }
    super.emit(what);
  }

  get overlay(): Overlay {
    this.#overlay ??= composeOverlay(this, this.#frame);
    return this.#overlay;
  }

  zoomToFit(): void {
    const box = this.#bounds();
    if (box) this.setCamera(fitBox(box, this.free, 1));
  }

  /** Shows 100 %: a board that is then seen as a whole is centred, of a larger one the middle of the view stays. */
  zoomReset(): void {
    const box = this.#bounds();
    const camera = box && fitBox(box, this.free, 1);
    if (camera?.zoom === 1) this.setCamera(camera);
    else this.zoomTo(1);
  }

  override setViewport(viewport: Viewport, corner?: Vec): void {
    super.setViewport(viewport, corner, this.#bounds());
  }

  /** The box around everything on the page that is not hidden. */
  #bounds(): Box | undefined {
    const shown = this.scene.children(null).flatMap(({ id, hidden }) => (hidden ? [] : [id]));
    return boundsOf(this.scene, shown);
  }

  /** Shows the selection as large as it fits, enlarged up to `most`; beside a panel also when that opens just now. */
  zoomToSelection(most = 4): void {
    const box = boundsOf(this.scene, this.selection);
    if (!box) return;
    this.setCamera(fitBox(box, this.free, most));
    this.#pointing = false;
    this.#sought = { ids: this.selection, most };
  }

  // Text

  /** The text that is being typed in place; a `created` shape is stored only when it gets text. */
  get editing(): TextEditing['current'] {
    return this.#text.current;
  }

  /** Opens the text of a shape; of a `fresh` one, made just now, keys that draw go on until something is typed. What is typed joins a last entry of the `session`. */
  startEditing(id: ShapeId, fresh = false, session?: object): void {
    this.#invited = null;
    this.#text.start(id, fresh, session);
    if (this.editing) this.keepClear([id]);
  }

  /** Starts typing in a shape that is not stored yet. */
  startCreating(shape: Shape): void {
    this.#text.startCreating(shape);
  }

  /** Shows a text as it is being typed; `caret` is where the typing ended. */
  changeText(text: string, caret?: number): void {
    this.#text.change(text, caret);
    this.#pointing = false;
    this.#uncover();
  }

  /** What can be done in the text that is being typed: selecting, styling, linking, its own undo. */
  get textEditing(): TextEditing {
    return this.#text;
  }

  /** Stores what is being typed as it is now. */
  storeText(): void {
    this.#text.store();
  }

  commitText(text?: string): void {
    this.#text.commit(text);
  }

  cancelEditing(): void {
    this.#text.cancel();
  }

  // Gestures in progress

  get transient(): Transient | null {
    return this.scene.transient;
  }

  setTransient(move: { readonly ids: readonly ShapeId[]; readonly dx: number; readonly dy: number } | null): void {
    if (!move || !this.scene.transient) this.#frame.forget();
    this.scene.setTransient(move);
    this.emit('overlay');
  }

  /** Shows records without storing them; null ends it. */
  setPreview(shapes: Iterable<Shape> | null): void {
    this.#frame.forget();
    this.scene.setPreview(new Map([...(shapes ?? [])].map((shape) => [shape.id, shape])));
    if (!shapes) this.settleLooseEnds();
    this.forgetRemoved();
    this.emit('overlay');
  }

  /** Shows what updates would do, without storing them; `make` sees the board as it is stored. Gives the updates. */
  preview(make: () => readonly ShapeUpdate[]): readonly ShapeUpdate[] {
    this.scene.setPreview(new Map());
    const updates = make();
    this.setPreview(
      updates.flatMap(({ id, change }) => {
        const shape = this.scene.get(id);
        return shape ? fitted(this.plan, changeRecord(shape, change), change) : [];
      }),
    );
    return updates;
  }

  // Clipboard, commands, history

  /** The selection as text for the clipboard; empty when there is none. */
  copy(): string {
    return copySelection(this);
  }

  /** Puts copied shapes, or any text as a text shape, on the board; about `at`, page px, when given. */
  paste(text: string, at?: Vec): readonly ShapeId[] {
    return pasteText(this, text, at);
  }

  /** Runs a command if it is possible now; tells whether it did. */
  run(id: string, args?: unknown): boolean {
    const command = this.commands.find((candidate) => candidate.id === id);
    if (!command?.enabled(this)) return false;
    command.run(this, args);
    return true;
  }

  override undo(): void {
    if (this.canUndo) this.cancelGesture();
    this.#replay('undo', () => super.undo());
  }

  override redo(): void {
    if (this.canRedo) this.cancelGesture();
    this.#replay('redo', () => super.redo());
  }

  /** Which way the history is being gone through this moment. */
  get replaying(): 'undo' | 'redo' | null {
    return this.#replaying;
  }

  #replay(way: 'undo' | 'redo', act: () => void): void {
    this.#replaying = way;
    try {
      act();
    } finally {
      this.#replaying = null;
    }
  }

  protected override stopActing(): void {
    this.cancelGesture();
    this.cancelEditing();
    if (this.tool !== 'hand') this.setTool('select');
  }

  protected override forgetRemoved(): void {
    super.forgetRemoved();
    if (this.#hovered !== null && !this.scene.get(this.#hovered)) this.hover(null);
    this.focusGuide(this.#focusedGuide);
    this.#text.followDocument();
  }
}
