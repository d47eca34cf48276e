import type { TextPatch } from '@autograph/editor';
import { insertInto } from './insert-line.ts';
import { labelPatchText } from './label-source.ts';
import { withOutline } from './meaning.ts';
import type { FlowModel, FlowNode } from './model.ts';
import { firstThatSays, inOneStep, type Revision, type Way } from './revision.ts';
import { bracketsOf, shapeData, shapedId } from './shape-source.ts';
import type { Body, Data } from './syntax.ts';

/** The text with a node of another outline: other brackets around its words, or the shape's name in `@{ … }`. */
export function withShape(start: Revision, node: FlowNode, outline: string): Revision | undefined {
  return firstThatSays(start, (before) => withOutline(before, node.id, outline), ways(node, outline, start.model));
}

function* ways(node: FlowNode, outline: string, model: FlowModel): Iterable<Way> {
  const { source } = model;
  const shaped = node.mentions.findLast(({ data }) => data.some((part) => shapeIn(part, source)));
  const part = shaped?.data.find((data) => shapeIn(data, source));
  const range = part && shapeIn(part, source);
  if (range) yield inOneStep([{ ...range, insert: outline }]);
  const around = bracketsOf(outline);
  const mention = node.mentions.findLast(({ body }) => body) ?? node.labelled ?? node.mentions[0];
  if (!mention) {
    yield inOneStep([insertInto(model, null, shapedId(node.id, outline))]);
    return;
  }
  const { body } = mention;
  if (around && body) {
    yield inOneStep(rebracketed(body, around, source));
    yield inOneStep([{ from: body.from, to: body.to, insert: `${around[0]}${labelPatchText(body.words.text, true)}${around[1]}` }]);
  }
  if (around && !body) {
    const at = mention.idRange.to;
    yield inOneStep([{ from: at, to: at, insert: `${around[0]}${labelPatchText(node.text, false)}${around[1]}` }]);
  }
  const [data] = node.mentions.findLast((candidate) => candidate.data.length > 0)?.data ?? [];
  if (data) yield inOneStep([{ from: data.inner.from, to: data.inner.from, insert: ` shape: ${outline},` }]);
  yield inOneStep([{ from: mention.to, to: mention.to, insert: shapeData(outline) }]);
}

/** Both brackets replaced; the words and their quotes stay. */
function rebracketed({ from, to, words }: Body, [open, close]: readonly [string, string], source: string): readonly TextPatch[] {
  const inner = { from: words.outer.from, to: words.outer.to };
  return [
    { from, to: inner.from, insert: open },
    { from: inner.to, to, insert: close },
  ].filter((patch) => source.slice(patch.from, patch.to) !== patch.insert);
}

/** Where `shape: …` names the shape. */
function shapeIn({ inner }: Data, source: string): { readonly from: number; readonly to: number } | undefined {
  const found = /(?<=(?:^|[\s,{])["']?shape["']?\s*:\s*["']?)[\w-]+/.exec(source.slice(inner.from, inner.to));
  return found ? { from: inner.from + found.index, to: inner.from + found.index + found[0].length } : undefined;
}
