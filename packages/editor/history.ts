import { type BlockId, type ShapeId, sameJson } from '@autograph/document';
import type { DocumentChange, DocumentStore } from './document-store.ts';
import { type ExternalAct, growthOf, type HistoryEntry, type HistoryStep, replayStep, stepOf } from './history-step.ts';
import { joinSteps } from './join-steps.ts';
import {
  type ActKeeper,
  actsOf,
  hasEffect,
  type KeptHistory,
  type KeptPart,
  keepEntries,
  takeUpEntries,
  type Way,
} from './kept-history.ts';
import type { Growth } from './overflow.ts';

interface OpenEntry {
  readonly steps: HistoryStep[];
  readonly selectionBefore: readonly ShapeId[];
  readonly session?: object;
}

/** This person's own changes, without limit; what others do is never undone by it. */
export class History {
  readonly #document: DocumentStore;
  readonly #selection: () => readonly ShapeId[];
  #undo: HistoryEntry[] = [];
  #redo: HistoryEntry[] = [];
  #open: OpenEntry | null = null;
  /** The ways in which more is kept than has been taken up, with the acts of those entries: the next to be replayed last. */
  readonly #older = new Map<Way, (ExternalAct | undefined)[]>();

  constructor(document: DocumentStore, selection: () => readonly ShapeId[]) {
    this.#document = document;
    this.#selection = selection;
  }

  get canUndo(): boolean {
    return this.ready('undo') > 0 || this.hasOlder('undo');
  }

  get canRedo(): boolean {
    return this.ready('redo') > 0 || this.hasOlder('redo');
  }

  /** How many entries can be undone, or done again, at once. */
  ready(way: Way): number {
    return (way === 'undo' ? this.#undo : this.#redo).length;
  }

  /** Whether more is kept than has been taken up: it follows on what is ready. */
  hasOlder(way: Way): boolean {
    return this.#older.has(way);
  }

  /** Records a change of the document, by its origin. */
  record(change: DocumentChange): void {
    if (change.origin === 'local') this.#add(stepOf(change));
    else if (change.origin === 'layout') this.#join(stepOf(change));
  }

  /** Takes in an act outside the shapes and blocks that has been done. */
  push(act: ExternalAct): void {
    this.#add({ kind: 'external', act });
  }

  /** Makes all changes during `act` one entry; nested calls join the outer one. */
  transact<T>(act: () => T): T {
    if (this.#open) return act();
    return this.#during({ steps: [], selectionBefore: this.#selection() }, act);
  }

  /** Makes all changes during `act` part of the last entry while that is of the same session, else an entry of their own; none is left when they cancel out. */
  extend<T>(session: object, act: () => T): T {
    if (this.#open) return act();
    const last = this.#undo.at(-1);
    if (last?.session !== session) return this.#during({ steps: [], selectionBefore: this.#selection(), session }, act);
    this.#undo.pop();
    return this.#during({ steps: [...last.steps], selectionBefore: last.selectionBefore, session }, act);
  }

  #during<T>(open: OpenEntry, act: () => T): T {
    this.#open = open;
    try {
      return act();
    } finally {
      this.#open = null;
      const steps = open.session ? joinSteps(open.steps) : open.steps;
      if (steps.length > 0) this.#push({ ...open, steps, selectionAfter: this.#selection() });
    }
  }

  /** Undoes the last entry of those that `fits` lets through; gives the selection to restore, or null when there is nothing to undo. */
  undo(fits: (growth: Growth) => boolean = () => true): readonly ShapeId[] | null {
    const entry = this.#take('undo', fits);
    if (!entry) return null;
    this.#redo.push(entry);
    for (const step of [...entry.steps].reverse()) this.#replay(step, 'undo');
    return entry.selectionBefore;
  }

  /** The entry that is undone, or done again, next. */
  next(direction: 'undo' | 'redo'): HistoryEntry | undefined {
    return (direction === 'undo' ? this.#undo : this.#redo).at(-1);
  }

  /** How many records more the document has after that. */
  growth(direction: 'undo' | 'redo'): Growth {
    return growthOf(this.next(direction)?.steps ?? [], direction, this.#document);
  }

  /** Does the last undone entry of those that `fits` lets through again; gives the selection to restore, or null. */
  redo(fits: (growth: Growth) => boolean = () => true): readonly ShapeId[] | null {
    const entry = this.#take('redo', fits);
    if (!entry) return null;
    this.#undo.push(entry);
    for (const step of entry.steps) this.#replay(step, 'redo');
    return entry.selectionAfter;
  }

  /** What is here of it, to be kept beyond this program's life; what acts outside the records did only as far as somebody keeps it. */
  keep(keeper?: ActKeeper): KeptHistory {
    const acts = keeper?.keep({ undo: this.#acts('undo'), redo: this.#acts('redo') });
    const withActs = keeper !== undefined;
    const [undo, redo] = [keepEntries(this.#undo, withActs), keepEntries(this.#redo, withActs)];
    return { undo, redo, older: [...this.#older.keys()], ...(withActs && { acts }) };
  }

  /**
   * Begins to take up a kept history below what has been done since; call when the document is there. Give the entries to the answer:
   * the newest first, in as many parts and as late as is convenient. What would change nothing any more is let go of.
   */
  takingUp(kept: unknown, keeper?: ActKeeper): (part: KeptPart) => void {
    const ways: readonly Way[] = this.#undo.length === 0 && this.#redo.length === 0 ? ['undo', 'redo'] : ['undo'];
    const acts = keeper?.takeUp(kept, ways);
    for (const way of ways) this.#older.set(way, acts?.[way].toReversed() ?? []);
    const begun = new Set<Way>();
    return (part) => {
      for (const way of [...this.#older.keys()]) {
        const { entries, isWhole } = takeUpEntries(part[way], way, this.#older.get(way) ?? []);
        while (!begun.has(way) && entries.length > 0) {
          const last = entries.at(-1);
          if (last && hasEffect(last, way, this.#document)) begun.add(way);
          else entries.pop();
        }
        if (way === 'undo') this.#undo = [...entries, ...this.#undo];
        else this.#redo = [...entries, ...this.#redo];
        if (!isWhole || !part.older?.includes(way)) this.#older.delete(way);
      }
    };
  }

  /** All acts that can be undone, or done again, in that order. */
  #acts(way: Way): ExternalAct[] {
    const older = this.#older.get(way)?.toReversed() ?? [];
    // What can be done no more keeps its place: its entry is still to be taken up.
    return [...actsOf(way === 'undo' ? this.#undo : this.#redo, way), ...older.map((act) => act ?? { undo() {}, redo() {} })];
  }

  #take(direction: 'undo' | 'redo', fits: (growth: Growth) => boolean): HistoryEntry | undefined {
    const entries = direction === 'undo' ? this.#undo : this.#redo;
    const at = entries.findLastIndex(({ steps }) => fits(growthOf(steps, direction, this.#document)));
    return at < 0 ? undefined : entries.splice(at, 1)[0];
  }

  #replay(step: HistoryStep, direction: 'undo' | 'redo'): void {
    if (step.kind === 'external') step.act[direction]();
    else this.#document.apply(replayStep(step, direction, this.#document), 'history');
  }

  #add(step: HistoryStep): void {
    if (this.#open) this.#open.steps.push(step);
    else this.#push({ steps: [step], selectionBefore: this.#selection(), selectionAfter: this.#selection() });
  }

  #push(entry: HistoryEntry): void {
    this.#undo.push(entry);
    this.#redo = [];
    this.#older.delete('redo');
  }

  /**
   * What follows from an entry becomes part of it: of the last one, or for a diagram of the last that changed what it says or where its
   * things are. What follows from none of this person's acts is not theirs to undo.
   */
  #join(step: HistoryStep): void {
    if (this.#open) {
      this.#open.steps.push(step);
      return;
    }
    const ids = blocksOf(step);
    const at = ids
      ? this.#undo.findLastIndex((entry) => entry.steps.some((made) => ids.some((id) => concerns(made, id))))
      : this.#undo.length - 1;
    const entry = this.#undo[at];
    if (entry) this.#undo[at] = { ...entry, steps: [...entry.steps, step] };
  }
}

/** The blocks that a step changes when it changes nothing else. */
function blocksOf(step: HistoryStep): readonly BlockId[] | undefined {
  if (step.kind !== 'change' || step.change.shapes.size > 0 || step.change.board) return undefined;
  return [...step.change.blocks.keys()];
}

/** Whether a step changed more of a block than where it stands. */
function concerns(step: HistoryStep, id: BlockId): boolean {
  if (step.kind === 'external') return step.act.block === id;
  if (step.kind === 'translation') return false;
  const { before, after } = step.change.blocks.get(id) ?? {};
  return before?.source !== after?.source || before?.language !== after?.language || !sameJson(before?.layout, after?.layout);
}
