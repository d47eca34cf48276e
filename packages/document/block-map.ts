import * as Y from 'yjs';
import type { Block, Placement } from './block.ts';
import { limits } from './limits.ts';
import { type Placeholder, placeholderFor, placeholderType, restored } from './placeholder.ts';
import { BlockRecord, PlacementRecord, ReadableBlock } from './records.ts';
import { sameJson } from './same-json.ts';
import type { BlockId } from './shape.ts';
import { rawRecord } from './shape-map.ts';
import { problemOf } from './sound-shape.ts';
import { patchText } from './text.ts';

const scalarKeys = ['id', 'language', 'valid_source', 'x', 'y', 'index', 'arrangement', 'lines'] as const;

/** The properties of a stored code block as plain data, unchecked. */
export function rawBlock(map: Y.Map<unknown>): Record<string, unknown> {
  const record = rawRecord(map);
  if (record.source instanceof Y.Text) record.source = record.source.toString();
  if (record.layout instanceof Y.Map) record.layout = rawRecord(record.layout);
  return record;
}

/** The code block that is stored under an id, as far as it can be read; undefined when there is no shared text of a language in it. */
export function readBlock(id: BlockId, stored: unknown): Block | undefined {
  const block = soundBlock(id, stored);
  return typeof block === 'string' ? undefined : block;
}

/** What stands on the board for a stored code block that cannot be read, keeping all of it; undefined for one that can. */
export function blockPlaceholder(id: BlockId, stored: unknown): Placeholder | undefined {
  const problem = soundBlock(id, stored);
  if (typeof problem !== 'string') return undefined;
  const kept = stored instanceof Y.Map ? rawBlock(stored) : stored;
  return { ...placeholderFor(id, kept, problem), kind: 'Code block', of: 'block' };
}

/** The code block that a placeholder stored as a shape keeps, once it can be read: by a newer version, or since nothing was wrong but how it was stored. */
export function keptBlock(id: BlockId, stored: unknown): Block | undefined {
  if (!(stored instanceof Y.Map) || stored.get('type') !== placeholderType || stored.get('of') !== 'block') return undefined;
  const record = restored(rawRecord(stored));
  return record && ReadableBlock.safeParse({ ...record, id }).data;
}

/** The code block that is stored, or in a sentence why it cannot be shown. */
function soundBlock(id: BlockId, stored: unknown): Block | string {
  if (!(stored instanceof Y.Map)) return 'What is stored is no code block.';
  if (blockSource(stored) === undefined) return 'Its source is no shared text.';
  const read = rawBlock(stored);
  const raw = { ...read, id };
  const layout = soundLayout(read.layout);
  const rest = layout && BlockRecord.safeParse({ ...raw, layout: {} }).data;
  if (rest) return { ...rest, layout };
  const { data, error } = ReadableBlock.safeParse(raw);
  return data ?? problemOf(error.issues[0], raw);
}

/** Placements by their stored values, which never change: all those of a block are read again with every letter typed in it. */
const placements = new WeakMap<object, Placement>();

function placementOf(value: unknown): Placement | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const known = placements.get(value) ?? PlacementRecord.safeParse(value).data;
  if (known) placements.set(value, known);
  return known;
}

/** Undefined when something is wrong with it. */
function soundLayout(stored: unknown): Block['layout'] | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const entries = Object.entries(stored);
  if (entries.length > limits.placements) return undefined;
  const layout: Record<string, Placement> = {};
  for (const [id, value] of entries) {
    const placement = placementOf(value);
    if (!placement || id.length > limits.nodeId) return undefined;
    layout[id] = placement;
  }
  return layout;
}

/** The shared text of a stored code block. */
export function blockSource(stored: unknown): Y.Text | undefined {
  const source: unknown = stored instanceof Y.Map ? stored.get('source') : undefined;
  return source instanceof Y.Text ? source : undefined;
}

function blockLayout(map: Y.Map<unknown>): Y.Map<unknown> {
  const layout = map.get('layout');
  if (layout instanceof Y.Map) return layout;
  const made = new Y.Map<unknown>();
  map.set('layout', made);
  return made;
}

function changeLayout(
  layout: Y.Map<unknown>,
  before: Readonly<Record<string, Placement>>,
  after: Readonly<Record<string, Placement>>,
): void {
  for (const [id, placement] of Object.entries(after)) if (!sameJson(before[id], placement)) layout.set(id, placement);
  for (const id of Object.keys(before)) if (!Object.hasOwn(after, id)) layout.delete(id);
}

/** Stores only what changed from one record to the next; the text by its smallest edits. Call inside a transaction. */
export function changeBlock(blocks: Y.Map<Y.Map<unknown>>, before: Block | undefined, after: Block): void {
  const stored: unknown = blocks.get(after.id);
  const known = blockSource(stored);
  if (!(stored instanceof Y.Map) || known === undefined) {
    const source = new Y.Text();
    source.insert(0, after.source);
    const entries: [string, unknown][] = [
      ['source', source],
      ['layout', new Y.Map(Object.entries(after.layout))],
    ];
    for (const key of scalarKeys) if (after[key] !== undefined) entries.push([key, after[key]]);
    blocks.set(after.id, new Y.Map(entries));
    return;
  }
  for (const key of scalarKeys) {
    if (before?.[key] === after[key]) continue;
    if (after[key] === undefined) stored.delete(key);
    else stored.set(key, after[key]);
  }
  if (before?.source !== after.source) patchText(known, after.source);
  const layout = blockLayout(stored);
  if (before?.layout !== after.layout) changeLayout(layout, before?.layout ?? {}, after.layout);
}

/** Stores a code block whole: afterwards the document holds exactly this one. */
export function writeBlock(blocks: Y.Map<Y.Map<unknown>>, block: Block): void {
  changeBlock(blocks, readBlock(block.id, blocks.get(block.id)), block);
}
