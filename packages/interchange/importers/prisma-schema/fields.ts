import type { Token } from '../../text/lexer.ts';
import { cursorOf, says } from '../../text/token-cursor.ts';
import type { PrismaBlock, PrismaLine } from './blocks.ts';

export interface Field {
  readonly name: string;
  readonly type: string;
  readonly list: boolean;
  readonly optional: boolean;
  readonly note: string;
  readonly at: number;
  readonly attributes: ReadonlyMap<string, readonly Token[]>;
}

export interface Model {
  readonly name: string;
  readonly note: string;
  readonly at: number;
  readonly fields: readonly Field[];
  /** `@@id([a, b])` as 'id' and what is in its parentheses. */
  readonly attributes: readonly { readonly name: string; readonly tokens: readonly Token[] }[];
}

/** The fields and attributes of a model; `misread` hears of lines that are neither. */
export function readModel(block: PrismaBlock, misread: (at: number) => void): Model {
  const fields: Field[] = [];
  const attributes: { name: string; tokens: readonly Token[] }[] = [];
  for (const line of block.lines) {
    const [first] = line.tokens;
    if (says(first, '@')) attributes.push(...[...attributesOf(line.tokens)].map(([name, tokens]) => ({ name, tokens })));
    else {
      const field = readField(line);
      if (field) fields.push(field);
      else misread(first?.from ?? block.at);
    }
  }
  return { name: block.name, note: block.note, at: block.at, fields, attributes };
}

function readField({ tokens, note }: PrismaLine): Field | undefined {
  const cursor = cursorOf(tokens);
  const name = cursor.take();
  const type = cursor.take();
  if (name?.kind !== 'word' || type?.kind !== 'word') return undefined;
  const native = cursor.group()?.[0];
  const list = cursor.accept('[', ']');
  const optional = cursor.accept('?');
  const rest = tokens.slice(tokens.findIndex((token) => says(token, '@')));
  const attributes = says(rest[0], '@') ? attributesOf(rest) : new Map<string, readonly Token[]>();
  return { name: name.text, type: native?.text || type.text, list, optional, note, at: name.from, attributes };
}

/** `@id @db.VarChar(9)` as 'id' and 'db.VarChar' with what is in their parentheses. */
function attributesOf(tokens: readonly Token[]): ReadonlyMap<string, readonly Token[]> {
  const cursor = cursorOf(tokens);
  const found = new Map<string, readonly Token[]>();
  while (!cursor.done) {
    if (!cursor.accept('@')) {
      cursor.take();
      continue;
    }
    cursor.accept('@');
    let name = cursor.take()?.text ?? '';
    while (cursor.accept('.')) name += `.${cursor.take()?.text ?? ''}`;
    found.set(name, cursor.group() ?? []);
  }
  return found;
}

/** The names in the list of an attribute: `fields: [a, b]`, or the first list when no key is given. */
export function namesIn(tokens: readonly Token[], key?: string): readonly string[] {
  const start = tokens.findIndex(
    (token, at) => says(token, '[') && (key === undefined || (says(tokens[at - 1], ':') && tokens[at - 2]?.text === key)),
  );
  if (start < 0) {
    const [only] = tokens;
    return key === undefined && tokens.length === 1 && only?.kind === 'word' ? [only.text] : [];
  }
  const names: string[] = [];
  let depth = 0;
  for (const token of tokens.slice(start + 1)) {
    if (depth === 0 && says(token, ']')) break;
    if (says(token, '(')) depth += 1;
    else if (says(token, ')')) depth -= 1;
    else if (depth === 0 && token.kind === 'word') names.push(token.text);
  }
  return names;
}

/** The text of an attribute: `map("users")`, `relation(name: "Author")`. */
export function textIn(tokens: readonly Token[] | undefined): string {
  const at = tokens?.findIndex((token, index) => token.kind === 'string' && (index === 0 || tokens[index - 2]?.text === 'name')) ?? -1;
  return tokens?.[at]?.text ?? '';
}
