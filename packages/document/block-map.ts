import * as Y from 'yjs';
import type { Block, Placement } from './block.ts';
import { BlockRecord, ReadableBlock } from './records.ts';
import { sameJson } from './same-json.ts';
import { rawRecord } from './shape-map.ts';
import { patchText } from './text.ts';

const scalarKeys = ['id', 'language', 'valid_source', 'x', 'y', 'index', 'arrangement', 'lines'] as const;

/** The properties of a stored code block as plain data, unchecked. */
export function rawBlock(map: Y.Map<unknown>): Record<string, unknown> {
  const record = rawRecord(map);
  if (record.source instanceof Y.Text) record.source = record.source.toString();
  if (record.layout instanceof Y.Map) record.layout = rawRecord(record.layout);
  return record;
}

/** The code block that a Y.Map holds, as far as it can be read; undefined when there is no text of a language in it. */
export function readBlock(map: Y.Map<unknown>): Block | undefined {
  const raw = rawBlock(map);
  return BlockRecord.safeParse(raw).data ?? ReadableBlock.safeParse(raw).data;
}

/** The shared text of a stored code block. */
export function blockSource(map: Y.Map<unknown> | undefined): Y.Text | undefined {
  const source = map?.get('source');
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
  for (const id of Object.keys(before)) if (after[id] === undefined) layout.delete(id);
}

/** Stores only what changed from one record to the next; the text by its smallest edits. Call inside a transaction. */
export function changeBlock(blocks: Y.Map<Y.Map<unknown>>, before: Block | undefined, after: Block): void {
  const stored = blocks.get(after.id);
  if (stored === undefined) {
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
  const source = blockSource(stored);
  if (source !== undefined && before?.source !== after.source) patchText(source, after.source);
  const layout = blockLayout(stored);
  if (before?.layout !== after.layout) changeLayout(layout, before?.layout ?? {}, after.layout);
}

/** Stores a code block whole: afterwards the document holds exactly this one. */
export function writeBlock(blocks: Y.Map<Y.Map<unknown>>, block: Block): void {
  const stored = blocks.get(block.id);
  changeBlock(blocks, stored === undefined ? undefined : readBlock(stored), block);
}
