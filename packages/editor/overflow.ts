import { type Block, limits, type Shape } from '@autograph/document';
import type { DocumentMutation, DocumentStore } from './document-store.ts';
import { thousands } from './thousands.ts';

/** Said where a diagram's text would become longer than a file can hold. */
export const sourceTooLong = `A diagram’s text has at most ${thousands(limits.source)} characters. Split it into several diagrams.`;

/** How many shapes and code blocks a board has more after a change. */
export interface Growth {
  readonly shapes: number;
  readonly blocks: number;
}

/** In a sentence that says what to do, why a file cannot take so many more; undefined when it can. What is over its limit already may shrink. */
export function tooMany(document: DocumentStore, { shapes, blocks }: Growth): string | undefined {
  const there = document.shapes.size;
  if (shapes > 0 && there + shapes > limits.shapes)
    return `A file holds at most ${thousands(limits.shapes)} shapes; this one has ${thousands(there)}, and this would add ${thousands(shapes)}. Delete some, or go on in another file.`;
  if (blocks > 0 && document.blocks.size + blocks > limits.blocks)
    return `A file holds at most ${thousands(limits.blocks)} diagrams as code. Delete some, or go on in another file.`;
  return undefined;
}

/** In a sentence that says what to do, why a file cannot hold a change; undefined when it can. */
export function overflow(document: DocumentStore, { shapes = [], blocks = [] }: DocumentMutation): string | undefined {
  let moreShapes = 0;
  for (const [id, after] of shapes) {
    const before = document.shapes.get(id);
    moreShapes += Number(after !== null) - Number(before !== undefined);
    if (after && before !== after && isTooFar(after)) return 'A board ends 10,000,000 px from its middle. Bring this nearer.';
    if (after && isLonger(after.text, before?.text, limits.shapeText))
      return `A shape holds at most ${thousands(limits.shapeText)} characters. Put the text in the note, or in several shapes.`;
  }
  let moreBlocks = 0;
  for (const [id, after] of blocks) {
    const before = document.blocks.get(id);
    moreBlocks += Number(after !== null) - Number(before !== undefined);
    if (after && isLonger(after.source, before?.source, limits.source)) return sourceTooLong;
    if (after && before?.layout !== after.layout && hasTooManyPlaces(after))
      return `A diagram has at most ${thousands(limits.placements)} things. Split it into several diagrams.`;
    if (after && before !== after && isOut(after.x, after.y)) return 'A board ends 10,000,000 px from its middle. Bring this nearer.';
  }
  return tooMany(document, { shapes: moreShapes, blocks: moreBlocks });
}

function isLonger(after: string | undefined, before: string | undefined, most: number): boolean {
  return after !== undefined && after.length > most && after.length > (before?.length ?? 0);
}

function hasTooManyPlaces({ layout }: Block): boolean {
  return Object.keys(layout).length > limits.placements;
}

const isOut = (x: number, y: number): boolean => !(Math.abs(x) <= limits.coordinate && Math.abs(y) <= limits.coordinate);

function isTooFar({ x, y, w, h }: Shape): boolean {
  return isOut(x, y) || isOut(w, h);
}
