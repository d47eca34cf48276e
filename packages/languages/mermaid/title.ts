import type { TextPatch } from '@autograph/editor';

/** The frame of a whole diagram with a title. */
export const titleId = ': title';

/** The patch that gives a diagram another title in its front matter, or why there is none. */
export function retitle(source: string, title: string): readonly TextPatch[] | { readonly refused: string } {
  const found = /^(\s*---[^\n]*\n(?:[^\n]*\n)*?[^\S\n]*title:[^\S\n]*)([^\r\n]*)/.exec(source);
  const text = title.trim().replace(/\s+/g, ' ');
  if (!found || text === '') return { refused: 'A title needs words. Take it out in the text.' };
  const from = found[1]?.length ?? 0;
  const insert = /^[\w][^#:"'{}[\]]*$/.test(text) ? text : JSON.stringify(text);
  return [{ from, to: from + (found[2]?.trimEnd().length ?? 0), insert }];
}
