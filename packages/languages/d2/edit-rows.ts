import { sameJson } from '@autograph/document';
import type { TextPatch } from '@autograph/editor';
import { z } from 'zod';
import type { Said } from '../chart/form.ts';
import type { Step } from '../chart/grammar.ts';
import { listChange } from '../chart/list-change.ts';
import type { Refusal } from '../language.ts';
import { wholeLine } from '../mermaid/lines.ts';
import { thingWays } from './edit-properties.ts';
import { insertAfterEntry, insertInMap } from './insert.ts';
import { constraintsOf } from './look.ts';
import type { D2Model, Row, Thing } from './model.ts';
import { keySource, pathSource, textSource } from './source-forms.ts';
import type { Entry } from './syntax.ts';

/** A row as the text says it. */
interface Plain {
  readonly name: string;
  readonly type: string;
  readonly constraints: readonly string[];
}

const columns = z.array(z.object({ type: z.string(), name: z.string(), keys: z.array(z.string()), comment: z.string() }));
const members = z.array(z.object({ text: z.string() }));
const constraintNames: Readonly<Record<string, string>> = { PK: 'primary_key', FK: 'foreign_key', UK: 'unique' };

/** Makes the rows of a table, or the fields or methods of a class, what the shape has: in place, taken out, or added. */
export function listStep(model: D2Model, id: string, name: string, value: unknown): Step | Refusal {
  const table = model.things.get(id);
  const rows = model.rows.get(id) ?? [];
  const before = name === 'rows' ? rows : rows.filter((row) => row.name.includes('(') === (name === 'methods'));
  const after = wantedRows(name, value);
  if (!table || !after) return { refused: 'These are not rows of a table.' };
  if (after.some((row) => row.name === '')) return { refused: 'A row needs a name.' };
  const next = name === 'rows' ? after : [...after, ...rows.filter((row) => !before.includes(row)).map(plain)];
  if (new Set(next.map((row) => row.name.toLowerCase())).size < next.length) return { refused: 'Each row needs a name of its own.' };
  const change = listChange(before, after, (row, wanted) => sameJson(plain(row), wanted));
  const patches: TextPatch[] = [];
  let things: Record<string, Said> = { ...model.form.things };
  const names = new Map<string, string>();
  for (const [row, wanted] of change.changed) {
    const { [row.thing.id]: said = {}, ...others } = things;
    things = others;
    const entry = statementOf(row.thing);
    if (!entry) return { refused: 'This row is not written as one. Change it in the text.' };
    if (!wanted) {
      patches.push(wholeLine(model.source, entry));
      continue;
    }
    const now = `${id}.${wanted.name}`;
    names.set(row.thing.id, now);
    const constraint: Said = wanted.constraints.length > 0 ? { constraint: wanted.constraints.join('; ') } : {};
    const { constraint: _, ...rest } = said;
    things[now] = { ...rest, label: wanted.type || wanted.name, ...constraint };
    patches.push(...rowPatches(model, row, wanted, entry));
  }
  for (const row of change.fresh) {
    things[`${id}.${row.name}`] = {
      label: row.type || row.name,
      ...(row.constraints.length > 0 && { constraint: row.constraints.join('; ') }),
    };
  }
  const kept = change.changed.length - change.changed.filter(([, wanted]) => !wanted).length;
  const anchor = before[change.head + kept - 1] ?? (change.head === 0 ? undefined : before[change.head - 1]);
  patches.push(...added(model, table, change.fresh, anchor ?? rows.at(-1)));
  const order = orderAfter(rows, change.changed, change.fresh, anchor ?? rows.at(-1));
  const said = things[id] ?? {};
  const { rows: _, ...bare } = said;
  things[id] = order.length > 0 ? { ...said, rows: order.join('\n') } : bare;
  const moved = (end: string | undefined) => (end === undefined ? '' : (names.get(end) ?? end));
  const edges = model.form.edges.map((edge) => ({ ...edge, from: moved(edge.from), to: moved(edge.to) }));
  return { wanted: { ...model.form, things, edges }, ways: [patches] };
}

function wantedRows(name: string, value: unknown): readonly Plain[] | undefined {
  if (name === 'rows') {
    const parsed = columns.safeParse(value);
    return parsed.data?.map((row) => ({
      name: row.name.trim(),
      type: row.type.trim(),
      constraints: [...row.keys.flatMap((key) => constraintNames[key] ?? []), ...row.comment.split(',').map((word) => word.trim())].filter(
        (word) => word !== '',
      ),
    }));
  }
  return members.safeParse(value).data?.map(({ text }) => {
    const [, key = '', type = ''] = /^((?:[^:(]|\([^)]*\))*)(?::\s*(.*))?$/s.exec(text.trim()) ?? [undefined, text.trim()];
    return { name: key.trim(), type: type.trim(), constraints: [] };
  });
}

function plain({ name, type, thing }: Row): Plain {
  return { name, type, constraints: constraintsOf(thing) };
}

function statementOf({ mentions }: Thing): Entry | undefined {
  return mentions.find(({ path, at, chain }) => !chain && at === path.words.length - 1)?.entry;
}

function rowPatches(model: D2Model, row: Row, wanted: Plain, entry: Entry): readonly TextPatch[] {
  const patches: TextPatch[] = [];
  const was = plain(row);
  if (wanted.name !== was.name) {
    for (const { path, at } of row.thing.mentions) {
      const word = path.words[at];
      if (word) patches.push({ from: word.from, to: word.to, insert: keySource(wanted.name) });
    }
  }
  if (wanted.type !== was.type) {
    const place = row.thing.own.get('label')?.range;
    const end = entry.path?.to ?? entry.to;
    const insert = textSource(wanted.type);
    patches.push(place ? { from: place.from, to: place.to, insert } : { from: end, to: end, insert: `: ${insert}` });
  }
  return sameJson(wanted.constraints, was.constraints) ? patches : [...patches, ...constraintPatches(model, row, wanted, entry)];
}

function constraintPatches(model: D2Model, { thing }: Row, { constraints }: Plain, entry: Entry): readonly TextPatch[] {
  const own = thing.own.get('constraint');
  const insert = constraintSource(constraints);
  if (!own)
    return firstOf(thingWays(model, thing, 'constraint', insert)).map((patch) => ({
      ...patch,
      insert: patch.insert.replace(/"(\[[^"]*\])"/, '$1'),
    }));
  if (constraints.length > 0) return [{ from: own.range.from, to: own.range.to, insert }];
  const { value } = entry;
  const only = value?.kind === 'map' && value.entries.length === 1;
  if (!only) return [wholeLine(model.source, own.entry)];
  const before = /\s*:?\s*$/.exec(model.source.slice(0, value.from))?.[0].length ?? 0;
  return [{ from: value.from - before, to: value.to, insert: '' }];
}

function firstOf(ways: Iterable<readonly TextPatch[]>): readonly TextPatch[] {
  for (const way of ways) return way;
  return [];
}

function constraintSource(constraints: readonly string[]): string {
  const words = constraints.map((word) => textSource(word));
  return words.length === 1 ? (words[0] ?? '') : `[${words.join('; ')}]`;
}

function rowSource({ name, type, constraints }: Plain): string {
  const look = constraints.length > 0 ? ` {constraint: ${constraintSource(constraints)}}` : '';
  const value = `${type === '' ? '' : ` ${textSource(type)}`}${look}`;
  return value === '' ? keySource(name) : `${keySource(name)}:${value}`;
}

function added(model: D2Model, table: Thing, rows: readonly Plain[], anchor: Row | undefined): readonly TextPatch[] {
  if (rows.length === 0) return [];
  const { source } = model;
  const after = anchor && statementOf(anchor.thing);
  const texts = rows.map(rowSource);
  if (after && after.path?.words.length === 1) {
    const first = insertAfterEntry(source, after, texts[0] ?? '');
    return [{ ...first, insert: texts.map((text) => insertAfterEntry(source, after, text).insert).join('') }];
  }
  const map = table.mentions.findLast(({ path, at, chain, entry }) => !chain && at === path.words.length - 1 && entry.value?.kind === 'map')
    ?.entry.value;
  const path = pathSource(model, '', table.id);
  if (map?.kind === 'map') {
    const first = insertInMap(source, map, texts[0] ?? '');
    return [{ ...first, insert: texts.map((text) => insertInMap(source, map, text).insert).join('') }];
  }
  return [insertInMap(source, model.syntax, texts.map((text) => `${path}.${text}`).join('\n'))];
}

function orderAfter(
  rows: readonly Row[],
  changed: readonly (readonly [Row, Plain | undefined])[],
  fresh: readonly Plain[],
  anchor: Row | undefined,
): readonly string[] {
  const became = new Map(changed);
  const news = fresh.map(({ name }) => name);
  const order = rows.flatMap((row) => {
    const own = became.has(row) ? (became.get(row)?.name ?? []) : row.name;
    return row === anchor ? [own, news].flat() : own;
  });
  return anchor ? order : [...order, ...news];
}
