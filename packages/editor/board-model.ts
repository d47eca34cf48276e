import {
  type Block,
  type BlockId,
  type BoardChange,
  type BoardSettings,
  changedBoard,
  type LineStyle,
  type Shape,
  type ShapeId,
} from '@autograph/document';
import type { TextMeasurer } from '@autograph/geometry';
import type { Theme } from '@autograph/render';
import type { Arranger, BlockDeriver, Derivation, Drawing, StructureEdit, WrittenDiagram } from './block-deriver.ts';
import { BoardView } from './board-view.ts';
import { type DocumentChange, type DocumentMutation, DocumentStore } from './document-store.ts';
import { History } from './history.ts';
import type { HistoryEntry } from './history-step.ts';
import { type IdKind, idSource } from './id-source.ts';
import type { ActKeeper, KeptPart, Way } from './kept-history.ts';
import { topIndex } from './order.ts';
import { overflow, tooMany } from './overflow.ts';
import {
  type EarlierSources,
  editedBlock,
  fitted,
  keepsNames,
  type Plan,
  type PlanContext,
  planRemovals,
  planUpdates,
  type ShapeUpdate,
} from './plan-changes.ts';
import { recordProblem } from './record-problem.ts';
import { SceneGraph } from './scene-graph.ts';
import { consequences, consequencesOfOthers, freeLooseEnds } from './settle.ts';
import type { DrawContext, ShapeDefinition } from './shape-definition.ts';
import { translateRecords } from './translate-records.ts';

export interface EditorOptions {
  readonly shapes: readonly ShapeDefinition[];
  readonly blocks: BlockDeriver;
  /** Lays out anew; without it, that is not offered. */
  readonly arranger?: Arranger;
  readonly measure: TextMeasurer;
  readonly theme?: Theme;
  /** What is on the board already. */
  readonly document?: DocumentStore;
  /** Gives 0 <= x < 1; a seeded one makes ids repeatable. */
  readonly random?: () => number;
}

/** Where a selection was made: on the board, or in the code of a diagram, at what is read or written there. */
export type SelectedIn = 'board' | 'code';

/** What is on a board, what of it is selected, and every way to change it, with undo. */
export class BoardModel extends BoardView {
  readonly document: DocumentStore;
  readonly scene: SceneGraph;
  readonly history: History;
  readonly createId: (kind: IdKind) => string;
  readonly arranger: Arranger | undefined;
  readonly #definitions: ReadonlyMap<string, ShapeDefinition>;
  readonly #deriver: BlockDeriver;
  readonly #measure: TextMeasurer;
  #selection: readonly ShapeId[] = [];
  #selectedIn: SelectedIn = 'board';
  #entered: ShapeId | null = null;
  #readOnly = false;
  #replayed: DocumentChange[] | null = null;
  /** What could not be undone, or done again, when it was asked for. */
  #passedOver: HistoryEntry | undefined;
  /** What was asked for when its entry had not been taken up yet. */
  #awaited: Way | null = null;

  constructor(options: EditorOptions) {
    super(options.theme);
    this.#definitions = new Map(options.shapes.map((definition) => [definition.type, definition]));
    this.#deriver = options.blocks;
    this.#measure = options.measure;
    this.arranger = options.arranger;
    this.createId = idSource(options.random);
    this.document = options.document ?? new DocumentStore();
    this.scene = new SceneGraph(this.document, this.#definitions, this.#deriver);
    this.history = new History(this.document, () => this.#selection);
    this.document.subscribe((change) => this.#follow(change));
    this.#deriver.onDerived?.((id) => this.#takeDerived(id));
  }

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

  /** A text that is a diagram as code, with its language, without the fence around it. */
  codeIn(text: string): ReturnType<BlockDeriver['recognise']> {
    return this.#deriver.recognise(text);
  }

  /** A drawing as a diagram as code; undefined when no language writes one. */
  written(drawing: Drawing): WrittenDiagram | undefined {
    return this.#deriver.write(drawing);
  }

  derivation(block: BlockId): Derivation | undefined {
    return this.scene.derivation(block);
  }

  get readOnly(): boolean {
    return this.#readOnly;
  }

  set readOnly(readOnly: boolean) {
    if (readOnly === this.#readOnly) return;
    this.stopActing();
    this.#readOnly = readOnly;
    this.emit('tool');
  }

  get selection(): readonly ShapeId[] {
    return this.#selection;
  }

  get selectedIn(): SelectedIn {
    return this.#selectedIn;
  }

  select(ids: Iterable<ShapeId>, where: SelectedIn = 'board'): void {
    const next = [...new Set(ids)].filter((id) => this.scene.get(id));
    const isSame = next.length === this.#selection.length && next.every((id, i) => id === this.#selection[i]);
    if (isSame && where === this.#selectedIn) return;
    if (!isSame) this.#selection = next;
    this.#selectedIn = where;
    this.emit('selection');
  }

  /** The group that clicks reach into, after a double click. */
  get entered(): ShapeId | null {
    return this.#entered;
  }

  enter(group: ShapeId | null): void {
    this.#entered = group;
  }

  /** The record with its box fitted to its text. */
  fit(shape: Shape): Shape {
    return fitted(this.plan, shape, { text: shape.text });
  }

  /** Stores new drawn shapes as they are, with their box fitted to their text; gives whether the file could take them. */
  createShapes(shapes: readonly Shape[]): boolean {
    return this.addContent({ shapes, blocks: [] });
  }

  /** Stores shapes and code blocks (with their placements, as from a copy): all of them, or with a notice none. Gives whether the file could take them. */
  addContent({ shapes, blocks }: { readonly shapes: readonly Shape[]; readonly blocks: readonly Block[] }): boolean {
    return this.#commit({
      shapes: shapes.map((shape) => [shape.id, this.fit(shape)] as const),
      blocks: blocks.map((block) => [block.id, block] as const),
    });
  }

  /** Whether the file can take so many more shapes; the person is told when it cannot. */
  hasRoomForShapes(count: number): boolean {
    return this.#passes(tooMany(this.document, { shapes: count, blocks: 0 }));
  }

  /** Stores changes of shapes; those of shapes from code are made on `earlier` texts of their blocks, where some are given. Gives whether the file could take them. */
  updateShapes(updates: readonly ShapeUpdate[], earlier?: EarlierSources): boolean {
    return this.#carryOut(planUpdates(this.plan, updates, earlier));
  }

  /** Whether such changes can be made, and leave every shape the name that it has. */
  keepsNames(updates: readonly ShapeUpdate[], earlier?: EarlierSources): boolean {
    return keepsNames(this.plan, updates, earlier);
  }

  /** Writes an edit of its structure into a diagram as code: gives the id of what is new, if anything is; undefined, with a notice, when it cannot be. */
  restructure(id: BlockId, edit: StructureEdit): { readonly made?: ShapeId } | undefined {
    const block = this.document.blocks.get(id);
    if (!block || this.#readOnly) return undefined;
    const change = this.#deriver.restructure(block, edit);
    if ('refused' in change) {
      this.notify(change.refused);
      return undefined;
    }
    if (!this.#commit({ blocks: [[id, editedBlock(block, change)]] })) return undefined;
    return change.made === undefined ? {} : { made: `${id}/${change.made}` };
  }

  /** Removes shapes with all they contain; arrows at them stay, with a free end. */
  deleteShapes(ids: readonly ShapeId[]): void {
    const all = new Set(ids.flatMap((id) => [id, ...this.scene.descendants(id).map((shape) => shape.id)]));
    this.#carryOut(planRemovals(this.plan, [...all]));
  }

  /** Moves drawn shapes and whole code blocks; the history keeps it as one offset. */
  translateStored(ids: Iterable<ShapeId | BlockId>, dx: number, dy: number): void {
    this.#commit(translateRecords(this.document, ids, { x: dx, y: dy }));
  }

  /** A new code block, at the middle of the view when no place is given; gives its id, or undefined, with a notice, when the file could not take it. */
  createBlock({
    language,
    source,
    x,
    y,
    layout = {},
  }: Pick<Block, 'language' | 'source'> & Partial<Pick<Block, 'x' | 'y' | 'layout'>>): BlockId | undefined {
    const id = this.createId('bl');
    const middle = this.toPage({ x: this.viewport.w / 2, y: this.viewport.h / 2 });
    const block: Block = { id, language, source, x: x ?? middle.x, y: y ?? middle.y, index: topIndex(this.scene, null), layout };
    return this.addContent({ shapes: [], blocks: [block] }) ? id : undefined;
  }

  setBlockSource(id: BlockId, source: string): void {
    const block = this.document.blocks.get(id);
    if (block && block.source !== source) this.#commit({ blocks: [[id, { ...block, source }]] });
  }

  /** Reads a code block's text as another language from now on. */
  setBlockLanguage(id: BlockId, language: string): void {
    const block = this.document.blocks.get(id);
    if (block && block.language !== language) this.#commit({ blocks: [[id, { ...block, language }]] });
  }

  /** Stores places of a diagram's things as they are. */
  changePlacements(id: BlockId, layout: Block['layout']): void {
    const block = this.document.blocks.get(id);
    if (block) this.#commit({ blocks: [[id, { ...block, layout: { ...block.layout, ...layout } }]] });
  }

  /** Draws the lines of a diagram in another style; nothing moves. */
  changeBlockLines(id: BlockId, lines: LineStyle): void {
    const block = this.document.blocks.get(id);
    if (block) this.#commit({ blocks: [[id, { ...block, lines }]] });
  }

  /** Stores a diagram that has been laid out anew, as one undo entry; false when it has changed since. */
  storeLaidOut(before: Block, after: Block): boolean {
    if (this.#readOnly || this.document.blocks.get(before.id) !== before) return false;
    this.transact(() => this.document.apply({ blocks: [[before.id, after]] }, 'layout'));
    return true;
  }

  /** What everyone sees of the board besides its shapes. */
  get board(): BoardSettings {
    return this.document.board;
  }

  changeBoard(change: BoardChange): void {
    this.#commit({ board: changedBoard(this.document.board, change) });
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
    if (this.canUndo) this.#step('undo');
  }

  redo(): void {
    if (this.canRedo) this.#step('redo');
  }

  /** Begins to take up a kept history, below what has been done since: its answer takes the entries in, part by part, the newest first. */
  takingUpHistory(acts: unknown, keeper?: ActKeeper): (part: KeptPart) => void {
    const take = this.history.takingUp(acts, keeper);
    return (part) => {
      // Whatever has been done since would be undone instead.
      if (this.#awaited && this.history.ready(this.#awaited) > 0) this.#awaited = null;
      take(part);
      this.emit('document');
      const awaited = this.#awaited;
      if (!awaited || (this.history.ready(awaited) === 0 && this.history.hasOlder(awaited))) return;
      this.#awaited = null;
      this[awaited]();
    };
  }

  /** Ends what is under way before the board becomes, or ceases to be, read-only. */
  protected stopActing(): void {}

  /** Called when the document has changed: lets go of what is there no more. */
  protected forgetRemoved(): void {
    if (this.#selection.some((id) => !this.scene.get(id))) this.select(this.#selection);
    if (this.#entered !== null && !this.scene.get(this.#entered)) this.#entered = null;
  }

  /** Frees arrow ends that lost their shape while a gesture showed something else in its place. */
  protected settleLooseEnds(): void {
    if (this.#readOnly || !this.scene.hasLooseEnds) return;
    this.document.apply({ shapes: freeLooseEnds(this.scene, this.document, this.scene.takeLooseEnds()) }, 'history');
  }

  protected get plan(): PlanContext {
    return { document: this.document, deriver: this.#deriver, draw: this.drawContext, definition: (type) => this.definition(type) };
  }

  #carryOut({ shapes, blocks, refusals }: Plan): boolean {
    const isStored = this.transact(() => this.#commit({ shapes, blocks }));
    if (refusals[0] !== undefined && !this.#readOnly) this.notify(refusals[0]);
    return isStored;
  }

  /** What there is no room to bring back is told of, and passed over when the person insists: else nothing before it could be undone any more. */
  #step(direction: 'undo' | 'redo'): void {
    const next = this.history.next(direction);
    if (!next) {
      this.#awaited = direction;
      this.emit('document');
      return;
    }
    const problem = tooMany(this.document, this.history.growth(direction));
    const selection =
      problem === undefined || this.#passedOver === next
        ? this.#replay(() => this.history[direction]((growth) => tooMany(this.document, growth) === undefined))
        : null;
    if (selection !== null) this.select(selection);
    else if (problem !== undefined) this.notify(problem);
    this.#passedOver = problem === undefined ? undefined : next;
  }

  /** Gives false, with a notice, for what a file cannot hold: its server would accept nothing more. */
  #commit(mutation: DocumentMutation): boolean {
    const schemaOf = (type: string) => this.definition(type)?.schema;
    if (this.#readOnly || !this.#passes(overflow(this.document, mutation) ?? recordProblem(this.document, mutation, schemaOf)))
      return false;
    this.document.apply(mutation, 'local');
    return true;
  }

  /** Whether nothing stands against something; the person is told what does. */
  #passes(problem: string | undefined): boolean {
    if (problem !== undefined) this.notify(problem);
    return problem === undefined;
  }

  #follow(change: DocumentChange): void {
    this.scene.follow(change);
    this.history.record(change);
    if (this.#replayed) this.#replayed.push(change);
    else this.#settle(change);
    this.forgetRemoved();
    this.emit('document');
  }

  /** Shows a block that has been drawn elsewhere. */
  #takeDerived(id: BlockId): void {
    const block = this.document.blocks.get(id);
    if (!block) return;
    const change: DocumentChange = { shapes: new Map(), blocks: new Map([[id, { before: block, after: block }]]), origin: 'history' };
    this.scene.follow(change);
    this.#settle(change);
    this.forgetRemoved();
    this.emit('document');
  }

  /** Undoes or redoes a whole entry before looking at what must follow: between its steps the document may not be whole. */
  #replay(act: () => readonly ShapeId[] | null): readonly ShapeId[] | null {
    const changes: DocumentChange[] = [];
    this.#replayed = changes;
    try {
      return act();
    } finally {
      this.#replayed = null;
      for (const change of changes) this.#settle(change);
    }
  }

  #settle(change: DocumentChange): void {
    if (this.#readOnly) return;
    const own = change.origin === 'local' || change.origin === 'typed' || change.origin === 'history';
    const following = (own ? consequences : consequencesOfOthers)(this.scene, this.document, change);
    this.document.apply(following, change.origin === 'local' || change.origin === 'layout' ? 'layout' : 'history');
  }
}
