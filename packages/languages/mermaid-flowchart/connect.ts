import type { Block } from '@autograph/document';
import type { ConnectEdit, StructureChange } from '@autograph/editor';
import type { Refusal } from '../language.ts';
import { insertAfter } from '../mermaid/lines.ts';
import { arrowOf, idSource, usesChains } from './file-style.ts';
import { insertInto } from './insert-line.ts';
import { linkKind } from './link-kind.ts';
import { withEdge } from './meaning.ts';
import type { FlowModel } from './model.ts';
import { begin, changeOf, firstThatSays, inOneStep, type Revision, type Way } from './revision.ts';
import { anchorFor, around, commonScope, partsOf, type Scope } from './scopes.ts';

const cannot: Refusal = { refused: 'This arrow does not fit into the text without changing more of it. Write it there.' };

/** Writes a new edge with the file's usual arrow: after the last one from the same node, or on at the end of a chain. */
export function connectNodes(model: FlowModel, block: Block, { from, to }: ConnectEdit): StructureChange | Refusal {
  const end = withConnection(begin(model), from, to);
  return end ? { ...changeOf(end, block.layout), ...madeEdge(end) } : cannot;
}

function madeEdge({ original, model }: Revision): Pick<StructureChange, 'made'> {
  const known = new Set(original.edges.map(({ id }) => id));
  const made = model.edges.find(({ id }) => !known.has(id))?.id;
  return made === undefined ? {} : { made };
}

/** The text with one edge more; undefined when there is no place for it. */
export function withConnection(start: Revision, from: string, to: string): Revision | undefined {
  const usual = arrowOf(start.model);
  for (const arrow of new Set([usual, ` ${usual.trim()} `])) {
    const kind = linkKind({ kind: 'link', from: 0, to: 0, end: arrow.trim() });
    const end = firstThatSays(start, (before) => withEdge(before, from, to, kind), connecting(start.model, from, to, arrow));
    if (end) return end;
  }
  return undefined;
}

/** The ways to write an edge, in the order of liking. */
export function* connecting(
  model: FlowModel,
  from: string,
  to: string,
  arrow: string,
  scope: Scope = commonScope(around(model, from), around(model, to)),
): Iterable<Way> {
  const text = `${idSource(model, from)}${arrow}${idSource(model, to)}`;
  const anchor = anchorFor(model, scope, from, to);
  const open = openChain(model, scope, from, to);
  if (open) yield inOneStep([{ from: open.to, to: open.to, insert: arrow + idSource(model, to) }]);
  if (anchor) yield inOneStep([insertAfter(model.source, anchor, text)]);
  yield inOneStep([insertInto(model, scope, text)]);
  if (scope !== null) yield inOneStep([insertInto(model, null, text)]);
}

/** The chain that ends with a node that leads nowhere yet, where the text writes chains. */
function openChain(model: FlowModel, scope: Scope, from: string, to: string) {
  if (!usesChains(model) || model.edges.some((edge) => edge.from === from)) return undefined;
  const known = model.nodes.get(to)?.mentions[0]?.from ?? 0;
  return partsOf(model, scope).find(
    (part) =>
      part.kind === 'chain' &&
      part.links.length > 0 &&
      part.lists.at(-1)?.length === 1 &&
      part.lists.at(-1)?.[0]?.id === from &&
      part.from >= known,
  );
}
