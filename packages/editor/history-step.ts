import {
  type Block,
  type BlockId,
  type BoardSettings,
  changedBoard,
  limits,
  type Placement,
  type Shape,
  type ShapeId,
  sameJson,
  withinText,
} from '@autograph/document';
import { changeRecord } from './change-record.ts';
import type { DocumentChange, DocumentMutation, DocumentStore } from './document-store.ts';
import type { Growth } from './overflow.ts';
import { replayTextChange } from './text-change.ts';
import { translateRecords } from './translate-records.ts';

/** Something that can be undone outside the shapes and blocks, such as typing in a shared text: that of a block when it is told. */
export interface ExternalAct {
  undo(): void;
  redo(): void;
  readonly block?: BlockId | undefined;
}

/** One recorded change, in the least that can be undone: a move of many shapes is one offset. */
export type HistoryStep =
  | { readonly kind: 'change'; readonly change: Pick<DocumentChange, 'shapes' | 'blocks' | 'board'> }
  | { readonly kind: 'translation'; readonly ids: readonly (ShapeId | BlockId)[]; readonly dx: number; readonly dy: number }
  | { readonly kind: 'external'; readonly act: ExternalAct };

/** A change of the document as the history keeps it. */
export function stepOf(change: DocumentChange): HistoryStep {
  const { shapes, blocks, board, translation } = change;
  if (!translation) return { kind: 'change', change: { shapes, blocks, ...(board && { board }) } };
  return { kind: 'translation', ids: [...shapes.keys(), ...blocks.keys()], dx: translation.x, dy: translation.y };
}

/**
 * What undoing (or redoing) a step does to the document as it is now. Only what the step changed is put back, on the
 * present records: what other people did since to other properties stays, what they deleted stays deleted.
 */
export function replayStep(step: HistoryStep, direction: 'undo' | 'redo', document: DocumentStore): DocumentMutation {
  if (step.kind === 'external') return {};
  if (step.kind === 'translation') {
    const sign = direction === 'undo' ? -1 : 1;
    return translateRecords(document, step.ids, { x: sign * step.dx, y: sign * step.dy });
  }
  const shapes: [ShapeId, Shape | null][] = [];
  for (const [id, { before, after }] of step.change.shapes) {
    const [from, to] = direction === 'undo' ? [after, before] : [before, after];
    const current = document.shapes.get(id);
    if (!to) shapes.push([id, null]);
    else if (!from) shapes.push([id, current ?? to]);
    else if (current) shapes.push([id, putBack(current, from, to)]);
  }
  const blocks: [BlockId, Block | null][] = [];
  for (const [id, { before, after }] of step.change.blocks) {
    const [from, to] = direction === 'undo' ? [after, before] : [before, after];
    const current = document.blocks.get(id);
    if (!to) blocks.push([id, null]);
    else if (!from) blocks.push([id, current ?? to]);
    else if (current) blocks.push([id, putBackBlock(current, from, to)]);
  }
  const { board } = step.change;
  if (!board) return { shapes, blocks };
  const [from, to] = direction === 'undo' ? [board.after, board.before] : [board.before, board.after];
  return { shapes, blocks, board: putBackBoard(document.board, from, to) };
}

/** How many records more the document has after replaying the steps of an entry. */
export function growthOf(steps: readonly HistoryStep[], direction: 'undo' | 'redo', document: DocumentStore): Growth {
  const shapes = new Map<ShapeId, boolean>();
  const blocks = new Map<BlockId, boolean>();
  for (const step of direction === 'undo' ? [...steps].reverse() : steps) {
    if (step.kind !== 'change') continue;
    for (const [id, { before, after }] of step.change.shapes) note(shapes, id, before, after);
    for (const [id, { before, after }] of step.change.blocks) note(blocks, id, before, after);
  }
  function note<T>(there: Map<string, boolean>, id: string, before: T | undefined, after: T | undefined): void {
    const [from, to] = direction === 'undo' ? [after, before] : [before, after];
    if (!from || !to) there.set(id, to !== undefined);
  }
  return { shapes: more(shapes, document.shapes), blocks: more(blocks, document.blocks) };
}

function more(there: ReadonlyMap<string, boolean>, now: ReadonlyMap<string, unknown>): number {
  let count = 0;
  for (const [id, stays] of there) count += Number(stays) - Number(now.has(id));
  return count;
}

function putBackBoard(current: BoardSettings, from: BoardSettings, to: BoardSettings): BoardSettings {
  const guides = new Map((current.guides ?? []).map((guide) => [guide.id, guide]));
  const [old, target] = [from, to].map((board) => new Map((board.guides ?? []).map((guide) => [guide.id, guide])));
  for (const id of new Set([...(old?.keys() ?? []), ...(target?.keys() ?? [])])) {
    const guide = target?.get(id);
    if (sameJson(old?.get(id), guide)) continue;
    if (!guide) guides.delete(id);
    else if (!old?.has(id) || guides.has(id)) guides.set(id, guide);
  }
  return changedBoard(current, {
    guides: [...guides.values()],
    ...(from.background !== to.background && { background: to.background ?? null }),
  });
}

function putBack(current: Shape, from: Shape, to: Shape): Shape {
  const change: Record<string, unknown> = {};
  const target: Readonly<Record<string, unknown>> = { ...to };
  const source: Readonly<Record<string, unknown>> = { ...from };
  for (const key of new Set([...Object.keys(source), ...Object.keys(target)])) {
    if (!sameJson(source[key], target[key])) change[key] = target[key] ?? null;
  }
  // What others have written into the text since stays in it.
  if (typeof change.text === 'string' && current.text !== undefined)
    change.text = replayedText(from.text ?? '', change.text, current.text, limits.shapeText);
  return withinText(changeRecord(current, change));
}

/** The text with the change made again; as it is where it would become longer than a file can hold. */
function replayedText(from: string, to: string, current: string, most: number): string {
  const text = replayTextChange(from, to, current);
  return text.length > most ? current : text;
}

function putBackBlock(current: Block, from: Block, to: Block): Block {
  const layout: Record<string, Placement> = { ...current.layout };
  for (const node of new Set([...Object.keys(from.layout), ...Object.keys(to.layout)])) {
    const placement = to.layout[node];
    if (sameJson(from.layout[node], placement)) continue;
    if (placement) layout[node] = placement;
    else delete layout[node];
  }
  const source = from.source === to.source ? current.source : replayedText(from.source, to.source, current.source, limits.source);
  const { valid_source: kept, arrangement, lines, ...rest } = current;
  const arranged = from.arrangement === to.arrangement ? arrangement : to.arrangement;
  const lined = from.lines === to.lines ? lines : to.lines;
  const valid = source === to.source ? to.valid_source : kept;
  return {
    ...rest,
    ...(valid !== undefined && { valid_source: valid }),
    ...(arranged && { arrangement: arranged }),
    ...(lined && { lines: lined }),
    ...(from.x !== to.x && { x: to.x }),
    ...(from.y !== to.y && { y: to.y }),
    ...(from.index !== to.index && { index: to.index }),
    ...(from.language !== to.language && { language: to.language }),
    source,
    layout,
  };
}

/** What one undo takes back: one gesture, one command. */
export interface HistoryEntry {
  readonly steps: readonly HistoryStep[];
  readonly selectionBefore: readonly ShapeId[];
  readonly selectionAfter: readonly ShapeId[];
  /** What it goes on with: see `extend`. */
  readonly session?: object;
}
