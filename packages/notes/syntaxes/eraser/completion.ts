import { propertyNames, settingNames as settings, propertyValues as values } from '@autograph/languages/eraser/words.ts';
import { type CompletionContext, type CompletionResult, snippetCompletion } from '@codemirror/autocomplete';
import { snippetsOf } from './snippets.ts';

/** Offers settings and patterns where a line begins, properties and their values within brackets, and the names of the text. */
export function completeEraser(context: CompletionContext): CompletionResult | null {
  const line = context.state.doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from);
  const typed = /[\p{L}\p{N}_-]*$/u.exec(before)?.[0] ?? '';
  const from = context.pos - typed.length;
  if (typed === '' && !context.explicit && !/[[:,]\s*$/.test(before)) return null;
  const inside = /\[([^\]]*)$/.exec(before)?.[1];
  const key = /(\w+)\s*:\s*[\w-]*$/.exec(inside ?? '')?.[1] ?? (inside === undefined ? /^\s*(\w+)\s+[\w-]*$/.exec(before)?.[1] : undefined);
  const known = key === undefined ? undefined : values[key];
  const validFor = /^[\p{L}\p{N}_-]*$/u;
  if (known) return { from, validFor, options: known.map((label) => ({ label, type: 'constant' })) };
  if (inside !== undefined) {
    if (key !== undefined) return null;
    return { from, validFor, options: propertyNames.map((label) => ({ label, type: 'property', apply: `${label}: ` })) };
  }
  const source = context.state.doc.toString();
  const others = source.slice(0, from) + source.slice(context.pos);
  const names = new Set(others.replace(/\/\/.*|\[[^\]]*\]/g, '').match(/[\p{L}_][\p{L}\p{N}_-]*/gu) ?? []);
  const isStart = before.trim() === typed;
  if (isStart) for (const word of settings) names.delete(word);
  return {
    from,
    validFor,
    options: [
      ...(isStart ? settings.map((label) => ({ label, type: 'keyword', boost: 1 })) : []),
      ...(isStart
        ? snippetsOf(source).map(({ label, detail, template }) => snippetCompletion(template, { label, detail, type: 'function' }))
        : []),
      ...[...names].slice(0, 500).map((label) => ({ label, type: 'variable' })),
    ],
  };
}
