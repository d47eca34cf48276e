import * as Y from 'yjs';
import { ShapeRecord } from './records.ts';
import { sameJson } from './same-json.ts';
import type { Shape } from './shape.ts';
import { tidySpans } from './text-spans.ts';

/** The properties of a stored shape as they are, unchecked. */
export function rawRecord(map: Y.Map<unknown>): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [key, value] of map.entries()) record[key] = value;
  return record;
}

/** The shape that a Y.Map holds, or undefined when it is not one. */
export function readShape(map: Y.Map<unknown>): Shape | undefined {
  const parsed = ShapeRecord.safeParse(rawRecord(map));
  return parsed.success ? withinText(parsed.data) : undefined;
}

/** The shape without styled stretches beyond the end of its text: merged edits leave some when somebody else has shortened it. */
export function withinText(shape: Shape): Shape {
  const { text_spans, text = '' } = shape;
  return text_spans === undefined ? shape : { ...shape, text_spans: tidySpans(text_spans, text.length) };
}

/** Stores a shape: makes its Y.Map, or sets and removes only the properties that differ. Call inside a transaction. */
export function writeShape(shapes: Y.Map<Y.Map<unknown>>, shape: Shape): void {
  const stored = shapes.get(shape.id);
  if (stored === undefined) {
    shapes.set(shape.id, new Y.Map(Object.entries(shape).filter(([, value]) => value !== undefined)));
    return;
  }
  const next = new Map<string, unknown>(Object.entries(shape));
  for (const [key, value] of next) if (value !== undefined && !sameJson(stored.get(key), value)) stored.set(key, value);
  for (const key of [...stored.keys()]) if (next.get(key) === undefined) stored.delete(key);
}

/** Stores only what changed from one record to the next, so that a concurrent edit of another property survives. */
export function changeShape(shapes: Y.Map<Y.Map<unknown>>, before: Shape | undefined, after: Shape): void {
  const stored = shapes.get(after.id);
  if (stored === undefined || before === undefined) {
    writeShape(shapes, after);
    return;
  }
  const old: Readonly<Record<string, unknown>> = { ...before };
  const next: Readonly<Record<string, unknown>> = { ...after };
  for (const key of Object.keys(next)) {
    const value = next[key];
    if (value !== undefined && value !== old[key] && !sameJson(old[key], value)) stored.set(key, value);
  }
  for (const key of Object.keys(old)) if (old[key] !== undefined && next[key] === undefined) stored.delete(key);
}
