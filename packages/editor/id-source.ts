import { createBlockId, createShapeId } from '@autograph/document';

/** Shapes and code blocks have ids that show their kind. */
export type IdKind = 'sh' | 'bl';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Makes new ids; from a seeded source of 0 <= x < 1 they repeat. */
export function idSource(random?: () => number): (kind: IdKind) => string {
  if (!random) return (kind) => (kind === 'sh' ? createShapeId() : createBlockId());
  return (kind) => `${kind}_${Array.from({ length: 12 }, () => alphabet[Math.floor(random() * alphabet.length)] ?? '0').join('')}`;
}
