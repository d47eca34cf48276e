import { entriesOf, field, scalar, scalarsOf } from '../../text/loose.ts';

/** Deeper than anybody extends; an end for those that extend each other. */
const deepest = 10;

/** A service with what it extends of the same file beneath it: lists come together, maps too, and its own settings win. */
export function extended(value: unknown, services: unknown, elsewhere: (file: string) => void, depth = 0): unknown {
  const extension = field(value, 'extends');
  const name = scalar(extension) ?? scalar(field(extension, 'service'));
  if (name === undefined || depth === deepest) return value;
  const file = scalar(field(extension, 'file'));
  if (file !== undefined) {
    elsewhere(file);
    return value;
  }
  const base = extended(field(services, name), services, elsewhere, depth + 1);
  // Compose takes over no dependencies of other services.
  return merged(
    Object.fromEntries(entriesOf(base).filter(([key]) => !['depends_on', 'links', 'volumes_from', 'extends'].includes(key))),
    value,
  );
}

function merged(below: unknown, above: unknown): unknown {
  if (Array.isArray(below) && Array.isArray(above)) return [...below, ...above];
  if (below === undefined || above === undefined) return above ?? below;
  const [base, own] = [below, above].map((value) => (Array.isArray(value) ? scalarsOf(value).map(named) : entriesOf(value)));
  if (!base || !own) return above;
  if (base.length === 0 || own.length === 0) return above;
  const both = new Map<string, unknown>(base);
  for (const [key, value] of own) both.set(key, merged(both.get(key), value));
  return Object.fromEntries(both);
}

/** A name in a list, which a map has as a key; a setting as `NAME=value`. */
function named(text: string): readonly [string, unknown] {
  const [key = '', value] = text.split(/=(.*)/s);
  return [key, value ?? null];
}
