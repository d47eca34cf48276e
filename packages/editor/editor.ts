import type { Block, BlockId, Shape, ShapeId } from '@autograph/document';
import type { TextMeasurer, Vec } from '@autograph/geometry';
import type { Theme } from '@autograph/render';
import type { BlockDeriver, Derivation } from './block-deriver.ts';
import { BoardView, type EditorEvent } from './board-view.ts';
import { fitBox } from './camera.ts';
import { changeRecord, translation } from './change-record.ts';
import type { Command } from './commands/command.ts';
import { commandsFor } from './commands/commands.ts';
import { composeOverlay, SelectionFrame } from './compose-overlay.ts';
import { type DocumentChange, type DocumentMutation, DocumentStore } from './document-store.ts';
import { History } from './history.ts';
import { hitTest } from './hit-test.ts';
import { type IdKind, idSource } from './id-source.ts';
import type { InputEvent } from './input.ts';
import { topIndex } from './order.ts';
import type { Overlay } from './overlay.ts';
import { copySelection, pasteText } from './paste.ts';
import { fitted, type Plan, type PlanContext, planRemovals, planUpdates, type ShapeUpdate } from './plan-changes.ts';
import { SceneGraph } from './scene-graph.ts';
import { boundsOf, clickTarget } from './selection.ts';
import { consequences, freeLooseEnds } from './settle.ts';
import type { DrawContext, ShapeDefinition } from './shape-definition.ts';
import { TextEditing } from './text-editing.ts';
import { Toolbox } from './tools/toolbox.ts';
import type { Transient } from './transient.ts';

export interface EditorOptions {
  readonly shapes: readonly ShapeDefinition[];
  readonly blocks: BlockDeriver;
  readonly measure: TextMeasurer;
  readonly theme?: Theme;
  /** What is on the board already. */
  readonly document?: DocumentStore;
  /** Gives 0 <= x < 1; a seeded one makes ids repeatable. */
  readonly random?: () => number;
}

/** A board being edited by one person: what is stored, what is shown, and what they are doing with it. Knows no DOM. */
export class Editor extends BoardView {
  readonly document: DocumentStore;
  readonly scene: SceneGraph;
  readonly history: History;
  readonly commands: readonly Command[];
  readonly createId: (kind: IdKind) => string;
  readonly #definitions: ReadonlyMap<string, ShapeDefinition>;
  readonly #deriver: BlockDeriver;
  readonly #measure: TextMeasurer;
  readonly #toolbox: Toolbox;
  readonly #text: TextEditing;
  #selection: readonly ShapeId[] = [];
  #entered: ShapeId | null = null;
  #hovered: ShapeId | null = null;
  readonly #frame = new SelectionFrame();
  #overlay: Overlay | null = null;
  #readOnly = false;
  #replayed: DocumentChange[] | null = null;

  constructor(options: EditorOptions) {
    super(options.theme);
    this.#definitions = new Map(options.shapes.map((definition) => [definition.type, definition]));
    this.#deriver = options.blocks;
    this.#measure = options.measure;
    this.createId = idSource(options.random);
    this.document = options.document ?? new DocumentStore();
    this.scene = new SceneGraph(this.document, this.#definitions, this.#deriver);
    this.history = new History(this.document, () => this.#selection);
    this.commands = commandsFor(options.shapes);
    this.#text = new TextEditing(this);
    this.#toolbox = new Toolbox(this, options.shapes);
    this.document.subscribe((change) => this.#follow(change));
  }

  // What there is

  get definitions(): Iterable<ShapeDefinition> {
    return this.#definitions.values();
  }

  definition(type: string): ShapeDefinition | undefined {
    return this.#definitions.get(type);
  }

  /** What shapes need to draw and measure themselves. */
  get drawContext(): DrawContext {
    return { theme: this.theme, measure: this.#measure, scene: this.scene };
  }

  derivation(block: BlockId): Derivation | undefined {
    return this.scene.derivation(block);
  }

  zoomToFit(): void {
    const box = boundsOf(
      this.scene,
      [...this.scene.children(null)].filter((shape) => !shape.hidden).map((shape) => shape.id),
    );
    if (box) this.setCamera(fitBox(box, this.viewport, 1));
  }

  zoomToSelection(): void {
    const box = boundsOf(this.scene, this.#selection);
    if (box) this.setCamera(fitBox(box, this.viewport, 4));
  }

  // Selection

  get selection(): readonly ShapeId[] {
    return this.#selection;
  }

  select(ids: Iterable<ShapeId>): void {
    const next = [...new Set(ids)].filter((id) => this.scene.get(id));
    if (next.length === this.#selection.length && next.every((id, i) => id === this.#selection[i])) return;
    this.#selection = next;
    this.emit('selection');
  }

  /** The group that clicks reach into, after a double click. */
  get entered(): ShapeId | null {
    return this.#entered;
  }

  enter(group: ShapeId | null): void {
    this.#entered = group;
  }

  get hovered(): ShapeId | null {
    return this.#hovered;
  }

  hover(id: ShapeId | null): void {
    if (id === this.#hovered) return;
    this.#hovered = id;
    this.emit('overlay');
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
    return this.#toolbox.handle(event);
  }

  /** Before a context menu at a viewport point: selects what is there, unless that is selected already. */
  selectForMenu(at: Vec): void {
    const hit = hitTest(this.scene, this.toPage(at), 5 / this.camera.zoom);
    const target = hit === undefined ? undefined : clickTarget(this.scene, hit, this.#entered);
    if (target === undefined) this.select([]);
    else if (!this.#selection.includes(target)) this.select([target]);
  }

  /** Ends the gesture in progress without effect. */
  cancelGesture(): void {
    this.#toolbox.cancel();
  }

  override emit(what: EditorEvent): void {
    this.#overlay = null;
    if (what === 'document' || what === 'selection') this.#frame.forget();
    super.emit(what);
  }

  get overlay(): Overlay {
    this.#overlay ??= composeOverlay(this, this.#frame);
    return this.#overlay;
  }

  get readOnly(): boolean {
    return this.#readOnly;
  }

  set readOnly(readOnly: boolean) {
    if (readOnly === this.#readOnly) return;
    this.cancelGesture();
    this.cancelEditing();
    this.#readOnly = readOnly;
    if (readOnly) this.setTool('select');
    this.emit('tool');
  }

  // Text

  /** The text that is being typed in place; a `created` shape is stored only when it gets text. */
  get editing(): TextEditing['current'] {
    return this.#text.current;
  }

  startEditing(id: ShapeId): void {
    this.#text.start(id);
  }

  /** Starts typing in a shape that is not stored yet. */
  startCreating(shape: Shape): void {
    this.#text.startCreating(shape);
  }

  /** Shows a text as it is being typed. */
  changeText(text: string): void {
    this.#text.change(text);
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
    this.emit('overlay');
  }

  /** Shows what updates would do, without storing them; `make` sees the board as it is stored. Gives the updates. */
  preview(make: () => readonly ShapeUpdate[]): readonly ShapeUpdate[] {
    this.scene.setPreview(new Map());
    const updates = make();
    this.setPreview(
      updates.flatMap(({ id, change }) => {
        const shape = this.scene.get(id);
        return shape ? fitted(this.#plan, changeRecord(shape, change), change) : [];
      }),
    );
    return updates;
  }

  /** The record with its box fitted to its text. */
  fit(shape: Shape): Shape {
    return fitted(this.#plan, shape, { text: shape.text });
  }

  // Edits

  /** Stores new drawn shapes as they are, with their box fitted to their text. */
  createShapes(shapes: readonly Shape[]): void {
    this.#commit({ shapes: shapes.map((shape) => [shape.id, this.fit(shape)] as const) });
  }

  updateShapes(updates: readonly ShapeUpdate[]): void {
    this.#carryOut(planUpdates(this.#plan, updates));
  }

  /** Removes shapes with all they contain; arrows at them stay, with a free end. */
  deleteShapes(ids: readonly ShapeId[]): void {
    const all = new Set(ids.flatMap((id) => [id, ...this.scene.descendants(id).map((shape) => shape.id)]));
    this.#carryOut(planRemovals(this.#plan, [...all]));
  }

  /** Moves drawn shapes; the history keeps it as one offset. */
  translateStored(ids: readonly ShapeId[], dx: number, dy: number): void {
    const shapes = ids.flatMap((id): [ShapeId, Shape][] => {
      const shape = this.document.shapes.get(id);
      return shape ? [[id, changeRecord(shape, translation(shape, dx, dy))]] : [];
    });
    if (shapes.length > 0) this.history.recordTranslation(ids, dx, dy, () => this.#commit({ shapes }));
  }

  /** A new code block, at the middle of the view when no place is given. */
  createBlock({ language, source, x, y }: { language: string; source: string; x?: number; y?: number }): BlockId {
    const id = this.createId('bl');
    const middle = this.toPage({ x: this.viewport.w / 2, y: this.viewport.h / 2 });
    const block: Block = { id, language, source, x: x ?? middle.x, y: y ?? middle.y, index: topIndex(this.scene, null), layout: {} };
    this.#commit({ blocks: [[id, block]] });
    return id;
  }

  /** Puts a code block (with its placements, as from a copy) on the board. */
  addBlocks(blocks: readonly Block[]): void {
    this.#commit({ blocks: blocks.map((block) => [block.id, block] as const) });
  }

  setBlockSource(id: BlockId, source: string): void {
    const block = this.document.blocks.get(id);
    if (block && block.source !== source) this.#commit({ blocks: [[id, { ...block, source }]] });
  }

  /** The selection as text for the clipboard; empty when there is none. */
  copy(): string {
    return copySelection(this);
  }

  /** Puts copied shapes, or any text as a text shape, on the board; about `at`, page px, when given. */
  paste(text: string, at?: Vec): readonly ShapeId[] {
    return pasteText(this, text, at);
  }

  /** Makes all changes during `act` one undo entry. */
  transact<T>(act: () => T): T {
    return this.history.transact(act);
  }

  get canUndo(): boolean {
    return this.history.canUndo && !this.#readOnly;
  }

  get canRedo(): boolean {
    return this.history.canRedo && !this.#readOnly;
  }

  undo(): void {
    if (!this.canUndo) return;
    this.cancelGesture();
    this.select(this.#replay(() => this.history.undo()));
  }

  redo(): void {
    if (!this.canRedo) return;
    this.cancelGesture();
    this.select(this.#replay(() => this.history.redo()));
  }

  /** Runs a command if it is possible now; tells whether it did. */
  run(id: string, args?: unknown): boolean {
    const command = this.commands.find((candidate) => candidate.id === id);
    if (!command?.enabled(this)) return false;
    command.run(this, args);
    return true;
  }

  get #plan(): PlanContext {
    return { document: this.document, deriver: this.#deriver, draw: this.drawContext, definition: (type) => this.definition(type) };
  }

  #carryOut({ shapes, blocks, refusals }: Plan): void {
    this.transact(() => this.#commit({ shapes, blocks }));
    if (refusals[0] !== undefined && !this.#readOnly) this.notify(refusals[0]);
  }

  #commit(mutation: DocumentMutation): void {
    if (this.#readOnly) return;
    this.document.apply(mutation, 'local');
  }

  #follow(change: DocumentChange): void {
    this.scene.follow(change);
    this.history.record(change);
    if (this.#replayed) this.#replayed.push(change);
    else this.#settle(change);
    this.#forgetRemoved();
    this.emit('document');
  }

  /** Undoes or redoes a whole entry before looking at what must follow: between its steps the document may not be whole. */
  #replay(act: () => readonly ShapeId[] | null): readonly ShapeId[] {
    const changes: DocumentChange[] = [];
    this.#replayed = changes;
    try {
      return act() ?? [];
    } finally {
      this.#replayed = null;
      for (const change of changes) this.#settle(change);
    }
  }

  #settle(change: DocumentChange): void {
    if (this.#readOnly) return;
    const own = change.origin === 'local' || change.origin === 'typed' || change.origin === 'history';
    const following = own
      ? consequences(this.scene, this.document, change)
      : { shapes: freeLooseEnds(this.scene, this.document, this.scene.takeLooseEnds()) };
    this.document.apply(following, change.origin === 'local' || change.origin === 'layout' ? 'layout' : 'history');
  }

  #forgetRemoved(): void {
    if (this.#selection.some((id) => !this.scene.get(id))) this.select(this.#selection);
    if (this.#hovered !== null && !this.scene.get(this.#hovered)) this.hover(null);
    if (this.#entered !== null && !this.scene.get(this.#entered)) this.#entered = null;
    this.#text.forgetRemoved();
  }
}
