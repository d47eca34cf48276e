import type { z } from 'zod';
import { isRecord, PlaceholderRecord, placeholderFor, placeholderType } from './placeholder.ts';
import { ShapeRecord } from './records.ts';
import type { Shape } from './shape.ts';

/** The schema of a shape kind; undefined for a kind that does not exist. */
export type ShapeSchemas = (type: string) => z.ZodType<Shape> | undefined;

type Issue = z.core.$ZodIssue;

/** Takes shapes of any kind, as far as what all have in common goes. */
export const anyKind: ShapeSchemas = () => ShapeRecord;

/** What a record of a type is checked by; undefined for a kind that is not known. */
export function schemaOf(type: unknown, schemas: ShapeSchemas): z.ZodType<Shape> | undefined {
  if (type === placeholderType) return PlaceholderRecord;
  return typeof type === 'string' ? schemas(type) : ShapeRecord;
}

/** The shape that a record is, or in a sentence why it cannot be shown. What a kind does not know of its own records does no harm. */
export function soundShape(record: unknown, schemas: ShapeSchemas): Shape | string {
  if (!isRecord(record)) return 'What is stored is no shape.';
  const schema = schemaOf(record.type, schemas);
  if (!schema) return `This version does not know the kind “${String(record.type).slice(0, 64)}”.`;
  const { data, error } = schema.safeParse(record);
  if (data) return data;
  if (!error.issues.every(isSurplus))
    return problemOf(
      error.issues.find((issue) => !isSurplus(issue)),
      record,
    );
  const loose = ShapeRecord.safeParse(record);
  return loose.data ?? problemOf(loose.error?.issues[0], record);
}

/** A shape that came from outside as it may be stored: without what its kind does not have; as a placeholder that keeps it where it cannot be. */
export function storableShape(shape: Shape, schemas: ShapeSchemas): Shape {
  const issues = schemaOf(shape.type, schemas)?.safeParse(shape).error?.issues ?? [];
  const strange = new Set(issues.flatMap((issue) => (issue.code === 'unrecognized_keys' && isSurplus(issue) ? issue.keys : [])));
  const known = Object.fromEntries(Object.entries(shape).filter(([key]) => !strange.has(key)));
  const sound = soundShape(known, schemas);
  return typeof sound === 'string' ? placeholderFor(shape.id, shape, sound) : sound;
}

/** Properties that the kind does not have: of a newer version, or left when two changed its kind and its look at once. */
function isSurplus({ code, path }: Issue): boolean {
  return code === 'unrecognized_keys' && path.length === 0;
}

/** What is wrong with a record, in a sentence for people. */
export function problemOf(issue: Issue | undefined, record: Readonly<Record<string, unknown>>): string {
  const [key] = issue?.path ?? [];
  if (key === undefined) return 'What is stored cannot be read.';
  const value = record[String(key)];
  if (value === undefined) return `It has no ${nameOf(key)}.`;
  if (issue?.code === 'too_big' && typeof value === 'string')
    return `Its ${nameOf(key)} is too long: ${value.length.toLocaleString('en')} characters.`;
  return `Its ${nameOf(key)} cannot be read${issue?.code === 'custom' ? `. ${issue.message}` : '.'}`;
}

function nameOf(key: PropertyKey): string {
  const name = String(key);
  return name.length > 40 ? `${name.slice(0, 39)}…` : name;
}
