import { smallestPatch, type TextPatch } from '@autograph/editor';
import { insertAfter, jointAfter } from '../mermaid/lines.ts';
import { connecting } from './connect.ts';
import { removalPatches } from './edit-remove.ts';
import { restyleEdge } from './edit-style.ts';
import { idSource } from './file-style.ts';
import { withEnds } from './meaning.ts';
import type { FlowEdge, FlowModel } from './model.ts';
import { firstThatSays, inOneStep, type Revision, revise, type Way } from './revision.ts';
import type { Scope } from './scopes.ts';
import type { NodeMention } from './syntax.ts';

/** The text with an edge hung on another node at one of its ends; undefined when there is no place for it. */
export function withRoute(start: Revision, edge: FlowEdge, side: 'start' | 'end', node: string): Revision | undefined {
  const { model } = start;
  const [from, to] = side === 'start' ? [node, edge.to] : [edge.from, node];
  return firstThatSays(start, (before) => withEnds(before, model.edges.indexOf(edge), from, to), ways(model, edge, side, node, from, to));
}

function* ways(model: FlowModel, edge: FlowEdge, side: 'start' | 'end', node: string, from: string, to: string): Iterable<Way> {
  const { source } = model;
  const { chain, link } = edge;
  const mention = edge.ends[side === 'start' ? 0 : 1];
  const name = idSource(model, node);
  const swap: TextPatch = { from: mention.from, to: mention.to, insert: name };
  const at = chain.links.indexOf(link);
  const isOutermost = side === 'start' ? at === 0 : at === chain.links.length - 1;
  if (isOutermost) {
    yield inOneStep([swap]);
    yield inOneStep([swap, insertAfter(source, chain, source.slice(mention.from, mention.to))]);
  } else {
    const joint = jointAfter(source, chain);
    yield inOneStep([
      side === 'end'
        ? { from: mention.from, to: mention.from, insert: name + joint }
        : { from: mention.to, to: mention.to, insert: joint + name },
    ]);
  }
  yield inOneStep([apart(model, edge, side, name)]);
  yield (start) => elsewhere(start, edge, from, to);
}

/** The edge's link written as one line for each of its edges; what comes before and after it in the chain stays in one piece. */
function apart(model: FlowModel, edge: FlowEdge, side: 'start' | 'end', name: string): TextPatch {
  const { source } = model;
  const { chain, link } = edge;
  const joint = jointAfter(source, chain);
  const at = chain.links.indexOf(link);
  const [from, to] = [chain.lists[at] ?? [], chain.lists[at + 1] ?? []];
  const written = new Set<NodeMention>();
  const sections: string[] = [];
  const say = (mention: NodeMention) => {
    const again = written.has(mention);
    written.add(mention);
    return again ? source.slice(mention.idRange.from, mention.idRange.to) : source.slice(mention.from, mention.to);
  };
  if (at > 0) {
    sections.push(source.slice(chain.from, from.at(-1)?.to));
    for (const mention of from) written.add(mention);
  }
  const arrow = source.slice(link.from, link.to);
  for (const start of from) {
    for (const end of to) {
      const isThis = start === edge.ends[0] && end === edge.ends[1];
      const tail = isThis && side === 'start' ? name : say(start);
      sections.push(`${tail}${arrow}${isThis && side === 'end' ? name : say(end)}`);
    }
  }
  const lost = edge.ends[side === 'start' ? 0 : 1];
  if (!written.has(lost)) sections.push(say(lost));
  const next = chain.links[at + 1];
  if (next) sections.push(to.map(say).join(' & ') + source.slice(next.from, chain.to));
  return smallestPatch(source, { from: chain.from, to: chain.to, insert: sections.join(joint) });
}

/** The edge taken out, and written where both its new ends may be named, or in the scope that is given. */
export function elsewhere(start: Revision, edge: FlowEdge, from: string, to: string, scope?: Scope): Revision | undefined {
  const { model } = start;
  const removal = { nodes: new Set<string>(), edges: new Set([edge.id]) };
  const freed = revise(start, removalPatches(model, removal, true), removal.edges);
  if (!freed) return undefined;
  const arrow = model.source.slice(edge.link.from, edge.link.to);
  for (const way of connecting(freed.model, from, to, arrow, scope)) {
    const joined = way(freed);
    const number = joined?.model.edges.findIndex(
      (made) => made.from === from && made.to === to && !freed.model.edges.some(({ id }) => id === made.id),
    );
    if (!joined || number === undefined || number < 0) continue;
    return restyled(joined, number, edge.styles);
  }
  return undefined;
}

/** Styles by number do not survive that an edge is written anew. */
function restyled(joined: Revision, number: number, styles: readonly string[]): Revision | undefined {
  if (styles.length === 0) return joined;
  const pairs = styles.map((style): [string, string] => {
    const [key = '', ...value] = style.split(':');
    return [key.trim(), value.join(':').trim()];
  });
  return revise(joined, [restyleEdge(number, new Map(pairs), joined.model)]);
}
