import type { Token } from '../../text/lexer.ts';
import { says, splitByCommas, type TokenCursor } from '../../text/token-cursor.ts';

/** `[pk, not null, note: 'x']`: one list of tokens a setting. */
export type Settings = readonly (readonly Token[])[];

/** Reads the settings in brackets that come next; none where there are none. */
export function readSettings(cursor: TokenCursor): Settings {
  if (!cursor.accept('[')) return [];
  const tokens: Token[] = [];
  for (let token = cursor.take(); token && !says(token, ']'); token = cursor.take()) if (token.kind !== 'newline') tokens.push(token);
  return splitByCommas(tokens);
}

/** Whether one of the settings is just these words. */
export function has(settings: Settings, ...words: readonly string[]): boolean {
  return settings.some((setting) => setting.length === words.length && words.every((word, at) => says(setting[at], word)));
}

/** The text of a setting such as `note: 'x'`; empty without one. */
export function textOf(settings: Settings, key: string): string {
  const value = settings.find((setting) => says(setting[0], key) && says(setting[1], ':'))?.[2];
  return value?.kind === 'string' || value?.kind === 'quoted' ? value.text : '';
}

export function skipLines(cursor: TokenCursor): void {
  while (cursor.peek()?.kind === 'newline') cursor.take();
}

export function skipLine(cursor: TokenCursor): void {
  while (!cursor.done && cursor.peek()?.kind !== 'newline' && !cursor.sees('}')) cursor.take();
}

/** Past what stands in braces, if they come next. */
export function skipBraces(cursor: TokenCursor): void {
  if (!cursor.accept('{')) return;
  for (let depth = 1; depth > 0 && !cursor.done; cursor.take()) depth += cursor.sees('{') ? 1 : cursor.sees('}') ? -1 : 0;
}
