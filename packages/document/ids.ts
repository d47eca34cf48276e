import { uint32 } from 'lib0/random';
import type { BlockId, ShapeId } from './shape.ts';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

function randomText(length: number): string {
  return Array.from({ length }, () => alphabet[uint32() % alphabet.length]).join('');
}

/** A new id of a drawn shape, unique without asking anyone: 12 of 62 signs, about 71 bits. */
export function createShapeId(): ShapeId {
  return `sh_${randomText(12)}`;
}

/** A new id of a code block, unique without asking anyone. */
export function createBlockId(): BlockId {
  return `bl_${randomText(12)}`;
}

/** A new id of a guide, unique without asking anyone. */
export function createGuideId(): string {
  return `gd_${randomText(12)}`;
}
