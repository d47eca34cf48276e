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

/** A new line after the last one, indented as most are below the line with this keyword. */
export function newLine(source: string, keyword: string, text: string): TextPatch {
  const end = source.trimEnd().length;
  const at = end + (/^[^\S\r\n]*/.exec(source.slice(end))?.[0].length ?? 0);
  const indent = /\n([^\S\n]+)\S/.exec(source.slice(source.indexOf(keyword)))?.[1] ?? '    ';
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n';
  return { from: at, to: at, insert: `${lineEnd}${indent}${text}` };
}

/** The space before a place in its line, when nothing else stands there. */
export function indentAt(source: string, at: number): string {
  return /(?:^|\n)([^\S\n]*)$/.exec(source.slice(0, at))?.[1] ?? '';
}

/** Patches in order; takings-out that touch become one. */
export function joinedPatches(patches: readonly TextPatch[]): readonly TextPatch[] {
  const ordered = patches.toSorted((a, b) => a.from - b.from || a.to - b.to);
  const one: TextPatch[] = [];
  for (const patch of ordered) {
    const last = one.at(-1);
    if (last && patch.from < last.to && patch.insert === '' && last.insert === '') {
      one[one.length - 1] = { from: last.from, to: Math.max(last.to, patch.to), insert: '' };
    } else one.push(patch);
  }
  return one;
}

/** Whether patches, in order, leave each other alone. */
export function areApart(patches: readonly TextPatch[]): boolean {
  return patches.every(({ from }, at) => at === 0 || from >= (patches[at - 1]?.to ?? 0));
}
