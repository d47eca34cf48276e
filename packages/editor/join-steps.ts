import { sameJson } from '@autograph/document';
import type { Replacement } from './document-store.ts';
import type { HistoryStep } from './history-step.ts';

type ChangeStep = Extract<HistoryStep, { kind: 'change' }>;

/** The same steps in the fewest: what goes on from where the one before it ended is one with it, and what changes nothing in the end is none. */
export function joinSteps(steps: readonly HistoryStep[]): HistoryStep[] {
  const joined: HistoryStep[] = [];
  for (const step of steps) {
    const last = joined.at(-1);
    const both = last?.kind === 'change' && step.kind === 'change' ? joinedStep(last, step) : undefined;
    if (both) joined[joined.length - 1] = both;
    else joined.push(step);
  }
  return joined.filter((step) => step.kind !== 'change' || !isEmpty(step));
}

/** One step that does what two do; undefined where somebody else's change lies between them, which must not become part of it. */
function joinedStep(first: ChangeStep, second: ChangeStep): ChangeStep | undefined {
  if (first.change.board || second.change.board) return undefined;
  const shapes = joinedRecords(first.change.shapes, second.change.shapes);
  const blocks = joinedRecords(first.change.blocks, second.change.blocks);
  return shapes && blocks && { kind: 'change', change: { shapes, blocks } };
}

function joinedRecords<T>(
  first: ReadonlyMap<string, Replacement<T>>,
  second: ReadonlyMap<string, Replacement<T>>,
): Map<string, Replacement<T>> | undefined {
  const joined = new Map(first);
  for (const [id, { before, after }] of second) {
    const known = joined.get(id);
    if (known && known.after !== before) return undefined;
    const start = known ? known.before : before;
    if (sameJson(start, after)) joined.delete(id);
    else joined.set(id, { before: start, after });
  }
  return joined;
}

function isEmpty({ change }: ChangeStep): boolean {
  return change.shapes.size === 0 && change.blocks.size === 0 && !change.board;
}
