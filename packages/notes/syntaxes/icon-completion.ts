import type { CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete';
import type { Syntax } from './syntax.ts';

/** Looks icons up by words, the best ones first. */
export type FindIcons = (words: string) => Promise<readonly { readonly id: string; readonly title: string }[]>;

/** Offers icons of the library where the text names one. */
export function completeIcons({ typed: pattern, written }: NonNullable<Syntax['icons']>, find: FindIcons): CompletionSource {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const line = context.state.doc.lineAt(context.pos);
    const typed = pattern.exec(line.text.slice(0, context.pos - line.from))?.[1];
    if (typed === undefined || (typed === '' && !context.explicit)) return null;
    const found = await find(typed.replace(/[:_-]+/g, ' ').trim());
    if (context.aborted || found.length === 0) return null;
    return {
      from: context.pos - typed.length,
      // The library finds by other names, too: what does not look alike stays.
      filter: false,
      options: found.map(({ id, title }) => ({ label: written(id), detail: title, type: 'constant' })),
    };
  };
}
