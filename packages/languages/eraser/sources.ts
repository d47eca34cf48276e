import type { TextPatch } from '@autograph/editor';
import { settingWords } from './read.ts';
import { Scanner } from './scanner.ts';
import type { Mention } from './syntax.ts';

/** A text in quotes. */
export function quotedSource(text: string): string {
  return `"${text.trim().replace(/["\\]/g, '\\$&').replace(/\r?\n/g, '\\n')}"`;
}

/** How a name stands in a text: bare where it is read as one, else in quotes. */
export function nameSource(name: string): string {
  if (name.trim() !== name || /^["\s]|[\n\\]/.test(name) || new RegExp(`^(?:${settingWords.join('|')})\\b`).test(name))
    return quotedSource(name);
  const scanner = new Scanner(name);
  try {
    return scanner.mention('').name === name && scanner.isAtEnd && scanner.connectorAt(0) === undefined ? name : quotedSource(name);
  } catch {
    return quotedSource(name);
  }
}

/** How a value stands in brackets. */
export function valueSource(value: string): string {
  return /^[\w.-]+$/.test(value) ? value : quotedSource(value);
}

/** The words of a label behind its colon. */
export function labelSource(label: string): string {
  const text = label.trim().replace(/\r?\n/g, '\\n');
  return /(?:^|\s)\/\/|\]$|^"/.test(text) ? quotedSource(label) : text;
}

/** Patches after which a mention says these of its properties; null takes one out. */
export function withProperties(mention: Mention, said: ReadonlyMap<string, string | null>): readonly TextPatch[] {
  const list = mention.properties;
  const entries = list?.entries ?? [];
  const left = entries.filter(({ key }) => said.get(key) !== null);
  const fresh = [...said].filter(([key, value]) => value !== null && !entries.some((entry) => entry.key === key));
  const added = fresh.map(([key, value]) => `${key}: ${valueSource(value ?? '')}`).join(', ');
  if (!list) return added === '' ? [] : [{ from: mention.nameRange.to, to: mention.nameRange.to, insert: ` [${added}]` }];
  if (left.length === 0) {
    if (added !== '') return [{ from: list.from, to: list.to, insert: `[${added}]` }];
    return entries.length > 0 ? [{ from: mention.nameRange.to, to: list.to, insert: '' }] : [];
  }
  const patches: TextPatch[] = [];
  for (const [at, entry] of entries.entries()) {
    const value = said.get(entry.key);
    if (value === null) {
      // With the comma that parts it from its neighbour.
      const isLater = entries.slice(0, at).some(({ key }) => said.get(key) !== null);
      const from = isLater ? (entries[at - 1]?.to ?? entry.from) : entry.from;
      patches.push({ from, to: isLater ? entry.to : (entries[at + 1]?.from ?? entry.to), insert: '' });
    } else if (value !== undefined && value !== entry.value) patches.push({ ...entry.valueRange, insert: valueSource(value) });
  }
  // Before the last one: whoever writes another value at its end meanwhile does not write into these.
  const last = entries.at(-1)?.from ?? list.from + 1;
  if (added !== '') patches.push({ from: last, to: last, insert: `${added}, ` });
  return patches;
}
