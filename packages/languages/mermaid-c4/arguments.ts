import type { TextPatch } from '@autograph/editor';
import { quotedSource, unclaimed } from '../mermaid/label.ts';
import type { Argument, Call } from './model.ts';
import { forms } from './words.ts';

/** The argument of a call that says something: named, or in its place. */
export function argumentOf(call: Call, name: string): Argument | undefined {
  const form = forms.get(call.word);
  const named = call.arguments.findLast(({ key }) => key === name);
  if (named || !form) return named;
  const offset = form.numbered ? 1 : 0;
  const names = form.means === undefined ? form.arguments : form.arguments.filter((other) => other !== 'type');
  const at = names.indexOf(name);
  const placed = at < 0 ? undefined : call.arguments[at + offset];
  return placed?.key === undefined ? placed : undefined;
}

/** Words as they may stand between quotes. */
export function wordsSource(text: string): string {
  return unclaimed(quotedSource(text));
}

/** The patch that makes an argument say something else, given as it may stand between quotes; one that there is not is added by name at the end. */
export function sayArgument(source: string, call: Call, name: string, insert: string): readonly TextPatch[] {
  const found = argumentOf(call, name);
  if (found?.key !== undefined && insert === '') {
    const comma = /,\s*$/.exec(source.slice(0, found.whole.from))?.[0].length ?? 0;
    return [{ from: found.whole.from - comma, to: found.whole.to, insert: '' }];
  }
  if (found?.quoted) return [{ ...found.range, insert }];
  if (found && found.text !== '') return [{ ...found.whole, insert: `"${insert}"` }];
  // Between two commas.
  if (found) return insert === '' ? [] : [{ from: found.whole.from + 1, to: found.whole.from + 1, insert: ` "${insert}"` }];
  const at = call.to - 1;
  return insert === '' ? [] : [{ from: at, to: at, insert: `, $${name}="${insert}"` }];
}

/** An alias as the text writes it. */
export function aliasSource(source: string, { arguments: given, word }: Call, name = 'alias'): string {
  const found = argumentOf({ arguments: given, word, from: 0, to: 0 }, name);
  return found ? source.slice(found.whole.from, found.whole.to) : '';
}
