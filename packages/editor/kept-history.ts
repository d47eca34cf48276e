import { BlockRecord, type BoardSettings, ColorRecord, GuidePlace, type Shape, ShapeRecord, sameJson } from '@autograph/document';
import { z } from 'zod';
import type { DocumentStore, Replacement } from './document-store.ts';
import type { HistoryEntry } from './history.ts';
import { type HistoryStep, replayStep } from './history-step.ts';

/** Records that all kept entries may hold together. The newest entry is kept whatever it weighs: undoing a large act matters most. */
const mostRecords = 4_000;
/** So many moved ids weigh as much as one record. */
const idsPerRecord = 16;

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
]);

const KeptEntry = z.object({ steps: z.array(KeptStep), before: z.array(z.string()), after: z.array(z.string()) });

/** A history as JSON, to be kept outside the program; oldest entries first. */
export const KeptHistory = z.object({ undo: z.array(KeptEntry), redo: z.array(KeptEntry) });
export type KeptHistory = z.infer<typeof KeptHistory>;

type KeptEntry = z.infer<typeof KeptEntry>;
type KeptStep = z.infer<typeof KeptStep>;

/**
 * The newest entries, as many as may be kept. Typing in shared texts is left out: the texts' own binding undoes it, and
 * that ends with the page.
 */
export function keepEntries(entries: readonly HistoryEntry[]): KeptEntry[] {
  const kept: KeptEntry[] = [];
  let room = mostRecords;
  for (const { steps, selectionBefore, selectionAfter } of entries.toReversed()) {
    const plain = steps.flatMap((step) => (step.kind === 'external' ? [] : [keepStep(step)]));
    if (plain.length === 0) continue;
    room -= plain.reduce((sum, step) => sum + weight(step), 0);
    if (room < 0 && kept.length > 0) break;
    kept.push({ steps: plain, before: [...selectionBefore], after: [...selectionAfter] });
  }
  return kept.toReversed();
}

/** The entries again, without the newest ones that would no longer change anything: what they speak of is gone. */
export function takeUpEntries(kept: readonly KeptEntry[], direction: 'undo' | 'redo', document: DocumentStore): HistoryEntry[] {
  const entries = kept.map(({ steps, before, after }) => ({
    steps: steps.map(takeUpStep),
    selectionBefore: before,
    selectionAfter: after,
  }));
  while (entries.length > 0 && !entries.at(-1)?.steps.some((step) => hasEffect(step, direction, document))) entries.pop();
  return entries;
}

function keepStep(step: Exclude<HistoryStep, { kind: 'external' }>): KeptStep {
  if (step.kind === 'translation') return { kind: 'translation', ids: [...step.ids], dx: step.dx, dy: step.dy };
  const { shapes, blocks, board } = step.change;
  return { kind: 'change', shapes: triples(shapes), blocks: triples(blocks), ...(board && { board }) };
}

function takeUpStep(step: KeptStep): HistoryStep {
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

function weight(step: KeptStep): number {
  return step.kind === 'translation' ? Math.ceil(step.ids.length / idsPerRecord) : step.shapes.length + step.blocks.length + 1;
}

function hasEffect(step: HistoryStep, direction: 'undo' | 'redo', document: DocumentStore): boolean {
  const { shapes = [], blocks = [], board = document.board } = replayStep(step, direction, document);
  const differs = <T>(records: ReadonlyMap<string, T>, entries: Iterable<readonly [string, T | null]>) =>
    [...entries].some(([id, record]) => !sameJson(records.get(id) ?? null, record));
  return !sameJson(document.board, board) || differs<Shape>(document.shapes, shapes) || differs(document.blocks, blocks);
}
