import type { FlowModel } from './model.ts';
import type { Range } from './token.ts';

/** Where in the text each node, edge and subgraph is written; a node where its label is, else where it comes first. */
export function sourceRanges(model: FlowModel): ReadonlyMap<string, Range> {
  const ranges = new Map<string, Range>();
  for (const node of model.nodes.values()) {
    const mention = node.labelled ?? node.mentions[0];
    if (mention) ranges.set(node.id, { from: mention.from, to: mention.to });
  }
  for (const edge of model.edges) ranges.set(edge.id, { from: edge.ends[0].from, to: edge.ends[1].to });
  for (const { id, syntax } of model.groups.values()) ranges.set(id, { from: syntax.from, to: syntax.titleRange.to });
  return ranges;
}
