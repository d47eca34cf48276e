import { fromBase64, toBase64 } from 'lib0/buffer';

/** Marks what JSON has no word for. */
const mark = '$kept';

/** What a Yjs document holds somewhere, as JSON text that `recallValue` reads again: numbers that are none and bytes too; shared types as plain data. */
export function keepValue(value: unknown): string {
  try {
    return JSON.stringify(value ?? null, (_, part: unknown) => {
      if (typeof part === 'number' && !Number.isFinite(part)) return { [mark]: String(part) };
      if (typeof part === 'bigint') return { [mark]: 'bigint', of: String(part) };
      if (part instanceof Uint8Array) return { [mark]: 'bytes', of: toBase64(part) };
      return part;
    });
  } catch {
    // Nested so deeply that not even JSON can be made of it.
    return 'null';
  }
}

/** The value that a text was made from; undefined for a text that is no such thing. */
export function recallValue(text: string): unknown {
  try {
    return JSON.parse(text, (_, part: unknown) => (isMarked(part) ? recalled(part) : part));
  } catch {
    return undefined;
  }
}

interface Marked {
  readonly [mark]: unknown;
  readonly of?: unknown;
}

function isMarked(part: unknown): part is Marked {
  return typeof part === 'object' && part !== null && Object.hasOwn(part, mark);
}

function recalled({ [mark]: what, of }: Marked): unknown {
  if (what === 'bigint') return BigInt(String(of));
  return what === 'bytes' ? fromBase64(String(of)) : Number(what);
}
