/** Reading values of which nothing is known, as parsed data is: what is not there is nothing, never an error. */

/** What stands under these keys, one within the other. */
export function field(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((within, key) => (isMap(within) && Object.hasOwn(within, key) ? Reflect.get(within, key) : undefined), value);
}

/** Keys with their values; none of what is no map. */
export function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isMap(value) ? Object.entries(value) : [];
}

/** The items of a list; none of what is no list. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text, number or truth value as text. */
export function scalar(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** The texts in a list, or a text alone. */
export function scalarsOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((item: unknown) => scalar(item) ?? []);
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
