import { createBlockId, createGuideId, createShapeId } from '@autograph/document';

/** Shapes, code blocks and guides have ids that show their kind. */
export type IdKind = 'sh' | 'bl' | 'gd';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const makers = { sh: createShapeId, bl: createBlockId, gd: createGuideId };

/** Makes new ids; from a seeded source of 0 <= x < 1 they repeat. */
export function idSource(random?: () => number): (kind: IdKind) => string {
  if (!random) return (kind) => makers[kind]();
  return (kind) => `${kind}_${Array.from({ length: 12 }, () => alphabet[Math.floor(random() * alphabet.length)] ?? '0').join('')}`;
}
