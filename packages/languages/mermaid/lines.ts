import type { TextPatch } from '@autograph/editor';

/** Takes a statement out of a text, with its whole line when nothing else stands there. */
export function wholeLine(source: string, { from, to }: { readonly from: number; readonly to: number }): TextPatch {
  const start = source.lastIndexOf('\n', from - 1) + 1;
  const next = source.indexOf('\n', to);
  const end = next < 0 ? source.length : next;
  const alone = /^[^\S\n]*$/.test(source.slice(start, from)) && /^[^\S\n]*;?[^\S\n]*$/.test(source.slice(to, end));
  if (!alone) return { from, to, insert: '' };
  // A last line takes the line end before it along.
  if (next < 0 && start > 0) return { from: start - 1, to: end, insert: '' };
  return { from: start, to: next < 0 ? end : end + 1, insert: '' };
}
