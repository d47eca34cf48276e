import type { Placement } from '@autograph/document';
import { composePatches, patchText, type StructureChange, type TextPatch } from '@autograph/editor';
import { pairEdges, renumber, usesNumbers, withoutNumbers } from './edge-numbers.ts';
import { type Meaning, meaningOf, sameMeaning } from './meaning.ts';
import type { FlowModel } from './model.ts';
import { parseFlowchart } from './parse.ts';
import { readFlowchart } from './read.ts';
import { resolve } from './resolve.ts';
import { SyntaxFailure } from './token.ts';

/** A flowchart whose text is being changed step by step. */
export interface Revision {
  readonly original: FlowModel;
  /** Of the text as it is by now. */
  readonly model: FlowModel;
  /** What has been done so far, in the original text. */
  readonly patches: readonly TextPatch[];
}

export function begin(model: FlowModel): Revision {
  return { original: model, model, patches: [] };
}

/** A further step, whose patches count in the text as it is by now; `linkStyle` lines follow their edges. Undefined when the text could not be read then. */
export function revise(revision: Revision, patches: readonly TextPatch[], gone?: ReadonlySet<string>): Revision | undefined {
  const { source } = revision.model;
  const inOrder = patches.toSorted((a, b) => a.from - b.from || a.to - b.to);
  if (inOrder.some(({ from }, at) => from < (inOrder[at - 1]?.to ?? 0))) return undefined;
  const text = patchText(source, inOrder);
  const numbers = usesNumbers(revision.model) ? numberPatches(revision.model, text, gone) : [];
  const after = numbers && readFlowchart(patchText(text, numbers));
  if (!after?.ok) return undefined;
  const step = composePatches(source, inOrder, numbers ?? []);
  return { original: revision.original, model: after.model, patches: composePatches(revision.original.source, revision.patches, step) };
}

function numberPatches(before: FlowModel, text: string, gone: ReadonlySet<string> | undefined): readonly TextPatch[] | undefined {
  try {
    const syntax = parseFlowchart(text);
    const { edges } = resolve(withoutNumbers(syntax), text);
    return renumber(text, syntax, pairEdges(before.edges, edges, gone));
  } catch (failure) {
    if (failure instanceof SyntaxFailure) return undefined;
    throw failure;
  }
}

/** A way to do something to a text, which may turn out not to fit. */
export type Way = (start: Revision) => Revision | undefined;

/** A way of one step. */
export function inOneStep(patches: readonly TextPatch[] | undefined, gone?: ReadonlySet<string>): Way {
  return (start) => patches && revise(start, patches, gone);
}

/** Goes the first way after which the text says what it should, and nothing else. */
export function firstThatSays(start: Revision, expected: (before: Meaning) => Meaning, ways: Iterable<Way>): Revision | undefined {
  const wanted = expected(meaningOf(start.model));
  for (const way of ways) {
    const end = way(start);
    if (end && sameMeaning(meaningOf(end.model), wanted)) return end;
  }
  return undefined;
}

/** What a revision comes to: its patches, with places for edges that are new, and the old ones under their new ids. */
export function changeOf(
  { original, model, patches }: Revision,
  layout: Readonly<Record<string, Placement>>,
  gone?: ReadonlySet<string>,
): StructureChange {
  const pairs = pairEdges(original.edges, model.edges, gone);
  const old = new Map([...pairs].map(([was, now]) => [now, original.edges[was]?.id ?? '']));
  const places: Record<string, Placement | null> = {};
  const idsNow = new Set(model.edges.map(({ id }) => id));
  for (const { id } of original.edges) if (layout[id] && !idsNow.has(id)) places[id] = null;
  for (const [at, { id, from }] of model.edges.entries()) {
    const was = old.get(at);
    if (was === id) continue;
    const { x, y } = layout[from] ?? { x: 0, y: 0 };
    places[id] = (was === undefined ? undefined : layout[was]) ?? { x, y };
  }
  return { patches, layout: places };
}
