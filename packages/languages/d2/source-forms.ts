import type { D2Model, Thing } from './model.ts';
import type { Word } from './syntax.ts';
import { keywords } from './vocabulary.ts';

/** A key as the text writes it: bare where that reads the same. */
export function keySource(key: string): string {
  const bare = /^[+~-]?[\p{L}\p{N}_](?:[\p{L}\p{N}_ ,()/?+]|-(?![->*]))*$/u.test(key) && key === key.trim();
  return bare && key !== '_' && !keywords.has(key.toLowerCase()) ? key : quoted(key);
}

/** A text as a value, in the form of the one that it replaces. */
export function textSource(text: string, before?: Word): string {
  if (before?.form === 'double') return quoted(text);
  const bare = /^[^\s|"'@[\]{}#;\\$<>&*](?:[^\n#;{}[\]\\$]*[^\s#;{}[\]\\$])?$/.test(text) && !/^(?:null|suspend|unsuspend)$/i.test(text);
  if (bare) return text;
  return text.includes('${') && !text.includes('\n') ? `'${text.replaceAll("'", "''")}'` : quoted(text);
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replace(/\r?\n/g, '\\n')}"`;
}

/** A block of text with other words: its bars and its indent stay. */
export function blockSource(source: string, word: Word, text: string): string {
  const before = source.slice(word.from, word.to);
  const [opening = '|md'] = /^\|[^\s\p{L}\p{N}_]*\S*/u.exec(before) ?? [];
  const closing = /\S*\|$/.exec(before)?.[0] ?? '|';
  const lines = /^([^\n]*\n)([^\S\n]*)/.exec(before);
  if (!lines) return `${opening} ${text} ${closing}`;
  const end = /\n[^\S\n]*\S*\|$/.exec(before)?.[0] ?? ` ${closing}`;
  return `${opening}\n${text
    .split('\n')
    .map((line) => (line === '' ? '' : lines[2] + line))
    .join('\n')}${end}`;
}

/** The things that hold a thing, outermost first, and itself. */
export function lineage({ things }: Pick<D2Model, 'things'>, id: string): readonly Thing[] {
  const line: Thing[] = [];
  for (let at = things.get(id); at; at = at.parent === undefined ? undefined : things.get(at.parent)) line.unshift(at);
  return line;
}

/** A thing's path as it is written in the map of another one; '' is the whole text. */
export function pathSource(model: D2Model, scope: string, id: string): string {
  return pathOf(
    lineage(model, scope).map(({ key }) => key),
    lineage(model, id).map(({ key }) => key),
  );
}

/** The same of keys from the outermost on. */
export function pathOf(scope: readonly string[], keys: readonly string[]): string {
  let shared = 0;
  // What is named stands at the end of the path, even where it holds the map.
  while (shared < scope.length && shared < keys.length - 1 && scope[shared] === keys[shared]) shared += 1;
  return [...scope.slice(shared).map(() => '_'), ...keys.slice(shared).map(keySource)].join('.');
}

/** `->`, `<-`, `<->` or `--`. */
export function arrowSource({ back, on }: { readonly back: boolean; readonly on: boolean }): string {
  return `${back ? '<' : on ? '' : '-'}-${on ? '>' : ''}`;
}
