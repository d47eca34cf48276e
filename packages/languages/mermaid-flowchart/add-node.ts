import type { Block, Placement } from '@autograph/document';
import type { AddEdit, StructureChange } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import type { Refusal } from '../language.ts';
import { insertAfter } from '../mermaid/lines.ts';
import { type Names, newName } from '../new-name.ts';
import { withConnection } from './connect.ts';
import { arrowOf, idSource } from './file-style.ts';
import { sizeOf } from './graph.ts';
import { insertInto } from './insert-line.ts';
import { linkKind } from './link-kind.ts';
import { withEdge, withNode } from './meaning.ts';
import type { FlowModel, FlowNode } from './model.ts';
import { begin, changeOf, firstThatSays, inOneStep, type Revision } from './revision.ts';
import { anchorFor, around, commonScope } from './scopes.ts';
import { shapedId } from './shape-source.ts';

/** Writes a new node, with the edge from the one that it was dragged out of: as one line where both belong together. */
export function addNode(model: FlowModel, block: Block, edit: AddEdit, measure: TextMeasurer): StructureChange | Refusal {
  const id = newName(namesIn(model));
  const end = withNewNode(begin(model), id, edit);
  const node = end?.model.nodes.get(id);
  if (!end || !node) return { refused: 'A new node does not fit into this text. Write it there.' };
  const change = changeOf(end, block.layout);
  return { ...change, layout: { ...change.layout, [id]: placementOf(node, end.model, edit, measure) }, made: id };
}

function withNewNode(start: Revision, id: string, { from, group, outline = 'rect' }: AddEdit): Revision | undefined {
  const { model } = start;
  const declared = shapedId(id, outline);
  const scope = group ?? null;
  const outside = group === undefined ? [] : [group, ...around(model, group)];
  if (from !== undefined && scope === commonScope(around(model, from), outside)) {
    const anchor = anchorFor(model, scope, from, id);
    const usual = arrowOf(model);
    for (const arrow of new Set([usual, ` ${usual.trim()} `])) {
      const text = `${idSource(model, from)}${arrow}${declared}`;
      const kind = linkKind({ kind: 'link', from: 0, to: 0, end: arrow.trim() });
      const end = firstThatSays(start, (before) => withEdge(withNode(before, id, outline, group), from, id, kind), [
        inOneStep(anchor && [insertAfter(model.source, anchor, text)]),
        inOneStep([insertInto(model, scope, text)]),
      ]);
      if (end) return end;
    }
  }
  const alone = firstThatSays(start, (before) => withNode(before, id, outline, group), [inOneStep([insertInto(model, scope, declared)])]);
  return alone && from !== undefined ? withConnection(alone, from, id) : alone;
}

/** What means something else to the grammar, or could at the end of an arrow. */
const reserved: ReadonlySet<string> = new Set(['o', 'x', 'v', 'end']);

function namesIn({ nodes, groups, edges }: FlowModel): Names {
  const taken = new Set([...nodes.keys(), ...groups.keys(), ...edges.flatMap(({ name }) => name ?? [])]);
  return { ids: [...nodes.keys()], taken, reserved, noun: nodes.size === 0 ? 'A' : 'node' };
}

/** Centred where it was dropped; as large as it was drawn, if that is enough for its text. */
function placementOf(node: FlowNode, model: FlowModel, { at, size }: AddEdit, measure: TextMeasurer): Placement {
  const own = sizeOf(node, model, measure);
  const w = Math.max(own.w, size?.w ?? 0);
  const h = Math.max(own.h, size?.h ?? 0);
  return { x: Math.round(at.x - w / 2), y: Math.round(at.y - h / 2), ...(size && { w, h }), pinned: true };
}
