import { BlockRecord, type BoardSettings, ColorRecord, GuidePlace, type Shape, ShapeRecord, sameJson } from '@autograph/document';
import { z } from 'zod';
import type { DocumentStore, Replacement } from './document-store.ts';
import { type ExternalAct, type HistoryEntry, type HistoryStep, replayStep } from './history-step.ts';

const replacement = <T>(record: z.ZodType<T>) => z.tuple([z.string(), record.nullable(), record.nullable()]);

const Board: z.ZodType<BoardSettings> = z.object({
  background: ColorRecord.optional(),
  guides: z.array(GuidePlace.extend({ id: z.string() })).optional(),
});

const KeptStep = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('change'),
    shapes: z.array(replacement(ShapeRecord)),
    blocks: z.array(replacement(BlockRecord)),
    board: z.object({ before: Board, after: Board }).optional(),
  }),
  z.object({ kind: z.literal('translation'), ids: z.array(z.string()), dx: z.number(), dy: z.number() }),
  z.object({ kind: z.literal('act') }),
]);
type KeptStep = z.infer<typeof KeptStep>;

const KeptEntry = z.object({ steps: z.array(KeptStep), before: z.array(z.string()), after: z.array(z.string()) });

export type Way = 'undo' | 'redo';

/** The entries of a history, or some that follow each other, each as JSON; the oldest first. */
export interface KeptEntries {
  readonly undo: readonly string[];
  readonly redo: readonly string[];
}

/** Some entries of a kept history that follow each other. */
export interface KeptPart extends KeptEntries {
  /** The ways in which older ones are kept. */
  readonly older?: readonly Way[];
}

/** A history, as far as it is here, to be kept outside the program. */
export interface KeptHistory extends KeptPart {
  /** What the keeper of the acts keeps of them, as JSON. */
  readonly acts?: unknown;
}

/** The acts among what can be undone, and done again, in the order in which that would happen. */
export interface ActsByWay<A> {
  readonly undo: readonly A[];
  readonly redo: readonly A[];
}

/** Keeps what acts outside the records do, and makes such acts of it again. */
export interface ActKeeper {
  /** What undoing those acts in turn, or doing them again, would do: as JSON. */
  keep(acts: ActsByWay<ExternalAct>): unknown;
  /** The acts that were kept, those of `ways`, in the same order; undefined for one that can no more be. */
  takeUp(kept: unknown, ways: readonly Way[]): ActsByWay<ExternalAct | undefined>;
}

/** What has been kept of an entry once, is: entries never change. */
const texts = new WeakMap<HistoryEntry, string>();

/** The acts of entries in the order in which they would be replayed. */
export function actsOf(entries: readonly HistoryEntry[], way: Way): ExternalAct[] {
  return entries.toReversed().flatMap(({ steps }) => inOrder(steps, way).flatMap((step) => (step.kind === 'external' ? step.act : [])));
}

/** Entries as JSON; without acts where nobody keeps what they do. */
export function keepEntries(entries: readonly HistoryEntry[], withActs: boolean): string[] {
  return entries.flatMap((entry) => {
    const steps = withActs ? entry.steps : entry.steps.filter((step) => step.kind !== 'external');
    if (steps.length === 0) return [];
    if (steps.length < entry.steps.length) return keepEntry({ ...entry, steps });
    const text = texts.get(entry) ?? keepEntry(entry);
    texts.set(entry, text);
    return text;
  });
}

/** The entries again; what cannot be read, and all before it, is left out. The next act to be replayed is the last of `acts`, and is taken from them. */
export function takeUpEntries(
  kept: readonly string[],
  way: Way,
  acts: (ExternalAct | undefined)[],
): { readonly entries: HistoryEntry[]; readonly isWhole: boolean } {
  const entries: HistoryEntry[] = [];
  for (const text of kept.toReversed()) {
    const data = readEntry(text);
    if (!data) return { entries, isWhole: false };
    const steps = inOrder(data.steps, way).flatMap((step): HistoryStep[] => {
      if (step.kind !== 'act') return [takeUpStep(step)];
      const act = acts.pop();
      return act ? [{ kind: 'external', act }] : [];
    });
    if (steps.length === 0) continue;
    const entry = { steps: inOrder(steps, way), selectionBefore: data.before, selectionAfter: data.after };
    if (steps.length === data.steps.length) texts.set(entry, text);
    entries.unshift(entry);
  }
  return { entries, isWhole: true };
}

function readEntry(text: string): z.infer<typeof KeptEntry> | undefined {
  try {
    return KeptEntry.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Whether replaying an entry changes anything in the document as it is; what acts do is not known. */
export function hasEffect({ steps }: HistoryEntry, way: Way, document: DocumentStore): boolean {
  return steps.some((step) => {
    if (step.kind === 'external') return true;
    const { shapes = [], blocks = [], board = document.board } = replayStep(step, way, document);
    const differs = <T>(records: ReadonlyMap<string, T>, entries: Iterable<readonly [string, T | null]>) =>
      [...entries].some(([id, record]) => !sameJson(records.get(id) ?? null, record));
    return !sameJson(document.board, board) || differs<Shape>(document.shapes, shapes) || differs(document.blocks, blocks);
  });
}

/** Undoing goes from the last step to the first. */
function inOrder<T>(steps: readonly T[], way: Way): readonly T[] {
  return way === 'undo' ? steps.toReversed() : steps;
}

function keepEntry({ steps, selectionBefore, selectionAfter }: HistoryEntry): string {
  return JSON.stringify({ steps: steps.map(keepStep), before: selectionBefore, after: selectionAfter });
}

function keepStep(step: HistoryStep): KeptStep {
  if (step.kind === 'external') return { kind: 'act' };
  if (step.kind === 'translation') return { kind: 'translation', ids: [...step.ids], dx: step.dx, dy: step.dy };
  const { shapes, blocks, board } = step.change;
  return { kind: 'change', shapes: triples(shapes), blocks: triples(blocks), ...(board && { board }) };
}

function takeUpStep(step: Exclude<KeptStep, { kind: 'act' }>): HistoryStep {
  if (step.kind === 'translation') return step;
  const { shapes, blocks, board } = step;
  return { kind: 'change', change: { shapes: replacements(shapes), blocks: replacements(blocks), ...(board && { board }) } };
}

function triples<T>(replaced: ReadonlyMap<string, Replacement<T>>): [string, T | null, T | null][] {
  return [...replaced].map(([id, { before, after }]) => [id, before ?? null, after ?? null]);
}

function replacements<T>(list: readonly [string, T | null, T | null][]): Map<string, Replacement<T>> {
  return new Map(list.map(([id, before, after]) => [id, { before: before ?? undefined, after: after ?? undefined }]));
}
