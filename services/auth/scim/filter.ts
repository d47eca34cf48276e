import { storableText } from '@autograph/contracts/text.ts';
import { ScimError } from './scim-error.ts';

/** `name eq "value"`, the one filter that identity providers ask by to find what they know. */
export interface Filter {
  /** In lower case. */
  readonly attribute: string;
  readonly value: string;
}

/** The text of a JSON string; undefined when it is none, or none that any row could hold. */
function textOf(json: string): string | undefined {
  try {
    return storableText.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

/** Reads a filter; null for none. Throws ScimError for any that is not understood. */
export function readFilter(text: string | undefined, attributes: readonly string[]): Filter | null {
  if (text === undefined || text.trim() === '') return null;
  const [, attribute = '', value = ''] = /^\s*([\w.]+)\s+eq\s+("(?:[^"\\]|\\.)*")\s*$/i.exec(text) ?? [];
  if (!attributes.some((known) => known.toLowerCase() === attribute.toLowerCase()))
    throw new ScimError(400, `filter may be <attribute> eq "<value>" of ${attributes.join(', ')}.`, 'invalidFilter');
  const wanted = textOf(value);
  if (wanted === undefined) throw new ScimError(400, 'The value of filter is not a text that can be kept.', 'invalidFilter');
  return { attribute: attribute.toLowerCase(), value: wanted };
}

/** Which part of a list is asked for; from 1, as SCIM counts. */
export function pageOf({ startIndex, count }: { readonly startIndex: number; readonly count: number }) {
  return { offset: Math.max(1, startIndex) - 1, limit: Math.min(Math.max(0, count), 200) };
}
