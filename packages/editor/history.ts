import { type BlockId, type ShapeId, sameJson } from '@autograph/document';
import type { DocumentChange, DocumentStore } from './document-store.ts';
import { growthOf, type HistoryStep, replayStep, stepOf } from './history-step.ts';
import { joinSteps } from './join-steps.ts';
import { type KeptHistory, keepEntries, takeUpEntries } from './kept-history.ts';
import type { Growth } from './overflow.ts';

/** What one undo takes back: one gesture, one command. */
export interface HistoryEntry {
  readonly steps: readonly HistoryStep[];
  readonly selectionBefore: readonly ShapeId[];
  readonly selectionAfter: readonly ShapeId[];
  /** What it goes on with: see `extend`. */
  readonly session?: object;
}

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

  constructor(document: DocumentStore, selection: () => readonly ShapeId[]) {
    this.#document = document;
    this.#selection = selection;
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  get canRedo(): boolean {
    return this.#redo.length > 0;
  }

  /** Records a change of the document, by its origin. */
  record(change: DocumentChange): void {
    if (change.origin === 'local') this.#add(stepOf(change));
    else if (change.origin === 'layout') this.#join(stepOf(change));
  }

  /** An undoable act outside the shapes and blocks, such as typing in a shared text: that of a block when it is told. */
  push(external: { readonly undo: () => void; readonly redo: () => void; readonly block?: BlockId | undefined }): void {
    this.#add({ kind: 'external', ...external });
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

  /** What can be kept of it beyond this program's life, as JSON. */
  keep(): KeptHistory {
    return { undo: keepEntries(this.#undo), redo: keepEntries(this.#redo) };
  }

  /** Takes up a kept history below what has been done since; call when the document is there. */
  takeUp({ undo, redo }: KeptHistory): void {
    const isNew = this.#undo.length === 0 && this.#redo.length === 0;
    if (isNew) this.#redo = takeUpEntries(redo, 'redo', this.#document);
    this.#undo = [...takeUpEntries(undo, 'undo', this.#document), ...this.#undo];
  }

  #take(direction: 'undo' | 'redo', fits: (growth: Growth) => boolean): HistoryEntry | undefined {
    const entries = direction === 'undo' ? this.#undo : this.#redo;
    const at = entries.findLastIndex(({ steps }) => fits(growthOf(steps, direction, this.#document)));
    return at < 0 ? undefined : entries.splice(at, 1)[0];
  }

  #replay(step: HistoryStep, direction: 'undo' | 'redo'): void {
    if (step.kind === 'external') step[direction]();
    else this.#document.apply(replayStep(step, direction, this.#document), 'history');
  }

  #add(step: HistoryStep): void {
    if (this.#open) this.#open.steps.push(step);
    else this.#push({ steps: [step], selectionBefore: this.#selection(), selectionAfter: this.#selection() });
  }

  #push(entry: HistoryEntry): void {
    this.#undo.push(entry);
    this.#redo = [];
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
  if (step.kind === 'external') return step.block === id;
  if (step.kind === 'translation') return false;
  const { before, after } = step.change.blocks.get(id) ?? {};
  return before?.source !== after?.source || before?.language !== after?.language || !sameJson(before?.layout, after?.layout);
}
