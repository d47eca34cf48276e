import { field, itemsOf, scalar, scalarsOf } from '../../text/loose.ts';
import type { References } from './references.ts';

/** Deeper than anybody looks. */
const deepest = 4;
const mostValues = 4;

/** The type of a schema in a few words: `Pet[]`, `date-time`, `open | closed`. */
export function typeText(schema: unknown, references: References, depth = 0): string {
  const name = references.schemaName(schema);
  if (name !== undefined) return name;
  if (field(schema, '$ref') !== undefined && references.resolve(schema) === undefined) return 'unknown';
  const value = references.resolve(schema);
  if (depth > deepest) return '…';
  const of = (inner: unknown) => typeText(inner, references, depth + 1);
  const values = scalarsOf(field(value, 'enum') ?? field(value, 'const') ?? []);
  if (values.length > 0) return [...values.slice(0, mostValues), ...(values.length > mostValues ? ['…'] : [])].join(' | ');
  const choices = choicesOf(value);
  if (choices.length > 0) return choices.slice(0, mostValues).map(of).join(' | ');
  const parts = itemsOf(field(value, 'allOf'));
  if (parts.length > 0) return parts.slice(0, mostValues).map(of).join(' & ');
  const types = scalarsOf(field(value, 'type') ?? []).filter((type) => type !== 'null');
  if (types.includes('array') || field(value, 'items') !== undefined) return `${of(field(value, 'items'))}[]`;
  const extra = field(value, 'additionalProperties');
  if (typeof extra === 'object' && extra !== null && field(value, 'properties') === undefined) return `map of ${of(extra)}`;
  const format = scalar(field(value, 'format'));
  if (format !== undefined && types.length === 1) return format;
  return types.join(' | ') || (field(value, 'properties') ? 'object' : 'any');
}

/** What a schema may be instead, `null` aside. */
export function choicesOf(schema: unknown): readonly unknown[] {
  return [...itemsOf(field(schema, 'oneOf')), ...itemsOf(field(schema, 'anyOf'))].filter((choice) => field(choice, 'type') !== 'null');
}
