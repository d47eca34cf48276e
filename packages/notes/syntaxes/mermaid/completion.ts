import { type CompletionContext, type CompletionResult, snippetCompletion } from '@codemirror/autocomplete';
import { diagramKinds, kindWord, wordsByKind } from './keywords.ts';
import { snippetsOf } from './snippets.ts';

const identifier = /[\p{L}_][\p{L}\p{N}_]*/gu;

/** Offers kinds of diagram on an empty start, then the kind's words and patterns, and the names already used in the text. */
export function completeMermaid(context: CompletionContext): CompletionResult | null {
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
