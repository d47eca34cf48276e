import * as Y from 'yjs';
import { type Placeholder, placeholderFor, placeholderType, restored } from './placeholder.ts';
import { sameJson } from './same-json.ts';
import type { Shape, ShapeId } from './shape.ts';
import { anyKind, type ShapeSchemas, soundShape } from './sound-shape.ts';
import { tidySpans } from './text-spans.ts';

/** The properties of a stored shape as they are, unchecked. */
export function rawRecord(map: Y.Map<unknown>): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [key, value] of map.entries()) record[key] = value;
  return record;
}

/** The shape that is stored under an id. What cannot be shown, be it of a kind that `schemas` does not know, comes as a placeholder. */
export function readShape(id: ShapeId, stored: unknown, schemas: ShapeSchemas = anyKind): Shape {
  const record = stored instanceof Y.Map ? { ...rawRecord(stored), id } : stored;
  const shape = soundShape(record, schemas);
  if (typeof shape === 'string') return placeholderFor(id, record, shape);
  if (!isPlaceholder(shape)) return withinText(shape);
  if (shape.of !== undefined) return shape;
  const original = restored({ ...shape });
  const again = soundShape(original && { ...original, id }, schemas);
  if (typeof again === 'string') return { ...shape, ...{ problem: again } };
  return again.type === placeholderType ? shape : withinText(again);
}

export function isPlaceholder(shape: Shape): shape is Placeholder {
  return shape.type === placeholderType;
}

/** The shape without styled stretches beyond the end of its text: merged edits leave some when somebody else has shortened it. */
export function withinText(shape: Shape): Shape {
  const { text_spans, text = '' } = shape;
  return text_spans === undefined ? shape : { ...shape, text_spans: tidySpans(text_spans, text.length) };
}

/** Stores only what changed from one record to the next, so that a concurrent edit of another property survives. */
export function changeShape(shapes: Y.Map<Y.Map<unknown>>, before: Shape | undefined, after: Shape): void {
  const stored: unknown = shapes.get(after.id);
  if (!(stored instanceof Y.Map)) {
    shapes.set(after.id, new Y.Map(Object.entries(after).filter(([, value]) => value !== undefined)));
    return;
  }
  if (before === undefined || isOtherForm(stored, before, after)) {
    putWhole(stored, after);
    return;
  }
  // Of what cannot be read nothing is written but what was changed of the placeholder.
  const part = (shape: Shape): Readonly<Record<string, unknown>> => (isPlaceholder(shape) ? editable(shape) : { ...shape });
  const [old, next] = [part(before), part(after)];
  for (const key in next) {
    const value = next[key];
    if (value !== undefined && value !== old[key] && !sameJson(old[key], value)) stored.set(key, value);
  }
  for (const key in old) if (old[key] !== undefined && next[key] === undefined) stored.delete(key);
}

function editable({
  type: _type,
  kept: _kept,
  kind: _kind,
  problem: _problem,
  of: _of,
  ...rest
}: Placeholder): Readonly<Record<string, unknown>> {
  return rest;
}

/** Whether what is stored says the record before in another form than the one after has: a placeholder and what it stands for. */
function isOtherForm(stored: Y.Map<unknown>, before: Shape, after: Shape): boolean {
  const keptBy = (shape: Shape) => (isPlaceholder(shape) ? shape.kept : undefined);
  return keptBy(before) !== keptBy(after) || (!isPlaceholder(before) && stored.get('type') === placeholderType);
}

function putWhole(stored: Y.Map<unknown>, shape: Shape): void {
  const next = new Map<string, unknown>(Object.entries(shape));
  for (const [key, value] of next) if (value !== undefined && !sameJson(stored.get(key), value)) stored.set(key, value);
  for (const key of [...stored.keys()]) if (next.get(key) === undefined) stored.delete(key);
}
