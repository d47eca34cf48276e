import { ScimError } from './scim-error.ts';

/** `name eq "value"`, the one filter that identity providers ask by to find what they know. */
export interface Filter {
  /** In lower case. */
  readonly attribute: string;
  readonly value: string;
}

/** Reads a filter; null for none. Throws ScimError for any that is not understood. */
export function readFilter(text: string | undefined, attributes: readonly string[]): Filter | null {
  if (text === undefined || text.trim() === '') return null;
  const [, attribute = '', value = ''] = /^\s*([\w.]+)\s+eq\s+("(?:[^"\\]|\\.)*")\s*$/i.exec(text) ?? [];
  if (!attributes.some((known) => known.toLowerCase() === attribute.toLowerCase()))
    throw new ScimError(400, `filter may be <attribute> eq "<value>" of ${attributes.join(', ')}.`, 'invalidFilter');
  const parsed: unknown = JSON.parse(value);
  return { attribute: attribute.toLowerCase(), value: String(parsed) };
}

/** Which part of a list is asked for; from 1, as SCIM counts. */
export function pageOf({ startIndex, count }: { readonly startIndex: number; readonly count: number }) {
  return { offset: Math.max(1, startIndex) - 1, limit: Math.min(Math.max(0, count), 200) };
}
