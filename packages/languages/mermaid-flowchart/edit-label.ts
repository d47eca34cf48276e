import type { TextPatch } from '@autograph/editor';
import { insertInto } from './insert-line.ts';
import { labelPatchText, quotedSource } from './label-source.ts';
import type { FlowEdge, FlowGroup, FlowModel, FlowNode } from './model.ts';
import type { Data } from './syntax.ts';
import type { Words } from './token.ts';

/** The patch that gives a node another label; its brackets and quotes stay. One that only lines about its look name is written down. */
export function renameNode(node: FlowNode, text: string, model: FlowModel): readonly TextPatch[] {
  const { labelled } = node;
  const inData = labelled?.data.map((data) => renameInData(data, text, model.source)).find((patch) => patch !== undefined);
  if (inData) return [inData];
  if (labelled?.body) return [replaceWords(labelled.body.words, text)];
  const [first] = node.mentions;
  const label = `[${labelPatchText(text, false)}]`;
  return [first ? { from: first.idRange.to, to: first.idRange.to, insert: label } : insertInto(model, null, node.id + label)];
}

/** `label: …` within `@{ … }` */
function renameInData({ inner }: Data, text: string, source: string): TextPatch | undefined {
  const yaml = source.slice(inner.from, inner.to);
  const found = /(?<=(?:^|[\s,{])label\s*:\s*)(?:"[^"]*"|'[^']*'|[^\s,}"'][^,}\n]*)/.exec(yaml);
  if (!found) return undefined;
  const from = inner.from + found.index;
  return { from, to: from + found[0].trimEnd().length, insert: `"${quotedSource(text)}"` };
}

function replaceWords({ from, to, type, outer }: Words, text: string): TextPatch {
  if (type === 'text' || outer.to > to + 2) return { ...outer, insert: labelPatchText(text, false) };
  return { from, to, insert: quotedSource(text) };
}

/** The patch that gives a subgraph another title; its id stays. */
export function renameGroup({ id, syntax }: FlowGroup, text: string, source: string): readonly TextPatch[] {
  const { titleRange, bracketed, titleType } = syntax;
  if (bracketed) return [{ ...titleRange, insert: labelPatchText(text, titleType !== 'text') }];
  const title = `[${labelPatchText(text, false)}]`;
  if (syntax.id === undefined) return [{ ...titleRange, insert: `${id} ${title}` }];
  const to = titleRange.from + source.slice(titleRange.from, titleRange.to).trimEnd().length;
  return [{ from: to, to, insert: ` ${title}` }];
}

/** The patch that gives an edge another label, or none. */
export function renameEdge({ link }: FlowEdge, text: string, source: string): readonly TextPatch[] {
  const { words, pipe } = link;
  const empty = text.trim() === '';
  const arrow = link.link;
  if (words && pipe) return empty ? [{ ...pipe, insert: '' }] : [replaceWords(words, text)];
  if (words && empty) {
    const whole = trimmed(arrow, source);
    const head = /^[<xo]/.exec(arrow.start ?? '')?.[0] ?? '';
    return [{ ...whole, insert: `${head}${arrow.end}` }];
  }
  if (words) {
    const plain = /^[\p{L}\p{N} ,!?']+$/u.test(text.trim()) && !/direction/.test(text);
    if (words.type === 'text') return [{ ...words.outer, insert: plain ? text.trim() : `"${quotedSource(text)}"` }];
    return [replaceWords(words, text)];
  }
  const { to } = trimmed(arrow, source);
  return empty ? [] : [{ from: to, to, insert: `|${labelPatchText(text, false)}|` }];
}

function trimmed({ from, to }: { readonly from: number; readonly to: number }, source: string) {
  const text = source.slice(from, to);
  return { from: from + text.length - text.trimStart().length, to: from + text.trimEnd().length };
}
