import type { TextPatch } from '@autograph/editor';

/** The text after its patches, which are in order, do not overlap, and count offsets in the text before any of them. */
export function applyPatches(text: string, patches: readonly TextPatch[]): string {
  let result = '';
  let at = 0;
  for (const { from, to, insert } of patches) {
    result += text.slice(at, from) + insert;
    at = to;
  }
  return result + text.slice(at);
}
