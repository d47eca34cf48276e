import { sameJson } from '@autograph/document';
import type { TextPatch } from '@autograph/editor';
import { z } from 'zod';
import { indentAt, insertBefore, lineEndOf, wholeLine } from '../mermaid/lines.ts';
import type { ErAttribute, ErEntity } from './model.ts';
import { quotedSource } from './names.ts';
import { entityRows } from './tables.ts';

const rowsSchema = z.array(z.object({ type: z.string(), name: z.string(), keys: z.array(z.string()), comment: z.string() }));
type Row = z.infer<typeof rowsSchema>[number];

/** Patches that make the attributes of an entity say what the edited rows say: in place, or at the end of its block. */
export function attributePatches(entity: ErEntity, source: string, value: unknown): TextPatch[] | { readonly refused: string } {
  const parsed = rowsSchema.safeParse(value);
  if (!parsed.success) return { refused: 'These are not rows of a table.' };
  const after = parsed.data;
  const before = entityRows(entity);
  const bad = after.find(({ type, name }) => !isWord(type) || !isWord(name));
  if (bad) return { refused: 'A column needs a type and a name, each without spaces, such as: string email.' };
  const { head, tail } = alike(before, after);
  const old = entity.attributes.slice(head, before.length - tail);
  const wanted = after.slice(head, after.length - tail);
  const changed = old.flatMap((attribute, at): TextPatch[] => {
    const row = wanted[at];
    const was = before[head + at];
    if (!row) return [wholeLine(source, attribute.range)];
    return was ? changeRow(attribute, was, row) : [];
  });
  const fresh = wanted.slice(old.length);
  const previous = entity.attributes[head + Math.min(old.length, wanted.length) - 1];
  const next = entity.attributes[head + old.length];
  if (fresh.length > 0 && next && !previous) return [...changed, rowsBefore(next, source, fresh)];
  return [...changed, ...addRows(entity, source, fresh, previous)];
}

/** How many rows at the beginning and at the end stay. */
function alike(before: readonly unknown[], after: readonly unknown[]): { readonly head: number; readonly tail: number } {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && sameJson(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < most - head && sameJson(before.at(-1 - tail), after.at(-1 - tail))) tail += 1;
  return { head, tail };
}

function rowsBefore({ range }: ErAttribute, source: string, rows: readonly Row[]): TextPatch {
  return insertBefore(source, range.from, rows.map(rowSource).join(`${lineEndOf(source)}${indentAt(source, range.from)}`));
}

function rowSource(row: Row): string {
  return [word(row.type), word(row.name), row.keys.join(', '), row.comment ? quotedSource(row.comment) : ''].filter(Boolean).join(' ');
}

function isWord(text: string): boolean {
  return text.trim() !== '' && !/[`"{}\n]/.test(text);
}

function word(text: string): string {
  const trimmed = text.trim().replaceAll('<', '~').replaceAll('>', '~');
  return /^(?!(?:pk|fk|uk)\b)[*A-Za-z_\u00C0-\uDFFF][\w\-[\]().,*\u00C0-\uDFFF]*$/i.test(trimmed) || /^[^\s~]+~\S*~$/.test(trimmed)
    ? trimmed
    : `\`${trimmed}\``;
}

function changeRow(attribute: ErAttribute, was: Omit<Row, 'keys'> & { readonly keys: readonly string[] }, row: Row): TextPatch[] {
  const patches: TextPatch[] = [];
  if (row.type !== was.type) patches.push({ from: attribute.typeRange.from, to: attribute.typeRange.to, insert: word(row.type) });
  if (row.name !== was.name) patches.push({ from: attribute.nameRange.from, to: attribute.nameRange.to, insert: word(row.name) });
  const keyed = row.keys.join() !== was.keys.join();
  const commented = row.comment !== was.comment;
  if (!keyed && !commented) return patches;
  const tail = [row.keys.join(', '), row.comment ? quotedSource(row.comment) : ''].filter((part) => part !== '').map((part) => ` ${part}`);
  patches.push({ from: attribute.nameRange.to, to: attribute.range.to, insert: tail.join('') });
  return patches;
}

function addRows(entity: ErEntity, source: string, rows: readonly Row[], last = entity.attributes.at(-1)): TextPatch[] {
  if (rows.length === 0) return [];
  const texts = rows.map(rowSource);
  if (last) {
    const indent = /(?:^|\n)([^\S\n]*)$/.exec(source.slice(0, last.range.from))?.[1];
    const join = indent === undefined ? ' ' : `\n${indent}`;
    return [{ from: last.range.to, to: last.range.to, insert: texts.map((text) => join + text).join('') }];
  }
  const block = entity.blocks.at(-1);
  const inside = texts.map((text) => `        ${text}\n`).join('');
  if (block) return [{ from: block.from, to: block.to, insert: `{\n${inside}    }` }];
  const own = entity.statements.at(-1);
  if (own) return [{ from: own.to, to: own.to, insert: ` {\n${inside}    }` }];
  const start = source === '' || source.endsWith('\n') ? '' : '\n';
  const named = entity.mentions[0] ? source.slice(entity.mentions[0].from, entity.mentions[0].to) : entity.name;
  return [{ from: source.length, to: source.length, insert: `${start}    ${named} {\n${inside}    }\n` }];
}
