import { type CompletionContext, type CompletionResult, snippetCompletion } from '@codemirror/autocomplete';
import { arrowsByKind } from './arrows.ts';
import { diagramKinds, kindWord, shapeWords, wordsByKind } from './keywords.ts';
import { snippetsOf } from './snippets.ts';

const identifier = /[\p{L}_][\p{L}\p{N}_]*/gu;

/** What is typed of a shape's name, or of an arrow, up to the caret. */
const shapeTyped = /@\{[^}]*\bshape\s*:\s*"?([\w-]*)$/;
const arrowTyped = /[\p{L}\p{N}\s\])}"]((?:[<|}*.=~-]|o(?=-))[-<>|{}o*.=~)(/\\x]*)$/u;

function lineBefore({ state, pos }: CompletionContext): string {
  const { from, text } = state.doc.lineAt(pos);
  return text.slice(0, pos - from);
}

/** The arrows of a kind that go on as typed; none when one is whole. */
function offeredArrows(kind: string, typed: string): readonly string[] {
  const arrows = arrowsByKind[kind] ?? [];
  return arrows.includes(typed) ? [] : arrows.filter((arrow) => arrow.startsWith(typed));
}

/** Offers kinds of diagram on an empty start, then the kind's words and patterns, and the names already used in the text. */
export function completeMermaid(context: CompletionContext): CompletionResult | null {
  const before = lineBefore(context);
  const kindNow = kindWord(context.state.doc.toString()) ?? '';
  const shape = shapeTyped.exec(before)?.[1];
  if (shape !== undefined) {
    return { from: context.pos - shape.length, options: shapeWords.map((label) => ({ label, type: 'constant' })), validFor: /^[\w-]*$/ };
  }
  const arrow = arrowTyped.exec(before)?.[1];
  const arrows = arrow === undefined ? [] : offeredArrows(kindNow, arrow);
  if (arrow !== undefined && arrows.length > 0) {
    return { from: context.pos - arrow.length, filter: false, options: arrows.map((label) => ({ label, type: 'operator' })) };
  }
  const typed = context.matchBefore(/[\p{L}_][\p{L}\p{N}_-]*/u);
  if (!typed && !context.explicit) return null;
  const source = context.state.doc.toString();
  const kind = kindWord(source);
  const from = typed?.from ?? context.pos;
  if (kind === undefined || kind === typed?.text)
    return { from, options: Object.entries(diagramKinds).map(([label, detail]) => ({ label, detail, type: 'keyword' })) };
  const words = wordsByKind[kind] ?? [];
  const used = new Set((source.slice(0, from) + source.slice(context.pos)).match(identifier) ?? []);
  for (const word of [...words, ...Object.keys(diagramKinds)]) used.delete(word);
  return {
    from,
    options: [
      ...words.map((label) => ({ label, type: 'keyword', boost: 1 })),
      ...snippetsOf(kind).map(({ label, detail, template }) => snippetCompletion(template, { label, detail, type: 'function' })),
      ...[...used].slice(0, 500).map((label) => ({ label, type: 'variable' })),
    ],
    validFor: /^[\p{L}\p{N}_-]*$/u,
  };
}
