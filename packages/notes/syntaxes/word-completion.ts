import { type CompletionContext, type CompletionResult, type CompletionSource, snippetCompletion } from '@codemirror/autocomplete';
import type { Snippet } from './syntax.ts';

/** Offers a language's words and patterns, and the names already used in the text. */
export function completeWords(words: readonly string[], snippets: readonly Snippet[]): CompletionSource {
  const known = new Set(words);
  return (context: CompletionContext): CompletionResult | null => {
    const typed = context.matchBefore(/[\p{L}_][\p{L}\p{N}_-]*/u);
    if (!typed && !context.explicit) return null;
    const source = context.state.doc.toString();
    const from = typed?.from ?? context.pos;
    const used = new Set((source.slice(0, from) + source.slice(context.pos)).match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []);
    return {
      from,
      options: [
        ...words.map((label) => ({ label, type: 'keyword', boost: 1 })),
        ...snippets.map(({ label, detail, template }) => snippetCompletion(template, { label, detail, type: 'function' })),
        ...[...used]
          .filter((label) => !known.has(label))
          .slice(0, 500)
          .map((label) => ({ label, type: 'variable' })),
      ],
      validFor: /^[\p{L}\p{N}_-]*$/u,
    };
  };
}
