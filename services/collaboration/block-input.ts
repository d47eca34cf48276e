import { CodedError } from '@autograph/contracts';
import type { Block } from '@autograph/document';
import { checkSource, defaultFamily } from '@autograph/languages';
import { syntaxDetails } from '@autograph/service-kit';
import type { Drafter } from './canvas.ts';

/** px between blocks that are put below each other. */
const gap = 80;

/** A block as asked for, in the language that it has when nobody says. */
export function withLanguage<B extends { readonly language?: string | undefined }>(block: B): B & { readonly language: string } {
  return { ...block, language: block.language ?? defaultFamily };
}

/** Throws `syntax_error` naming the lines when a text cannot be read as the language it claims to be. */
export function requireReadable(blocks: readonly Pick<Block, 'language' | 'source'>[]): void {
  const details = blocks.flatMap(({ language, source }, at) => syntaxDetails(checkSource(language, source), `blocks.${at}.source`));
  if (details.length > 0) throw new CodedError('syntax_error', { details });
}

/** The lower edge and the left edge of what is on a canvas, px; null on an empty one. */
export function extentOf(
  shapes: readonly { readonly x: number; readonly y: number; readonly h: number; readonly parent_id: string | null }[],
) {
  const top = shapes.filter((shape) => shape.parent_id === null);
  if (top.length === 0) return null;
  return { left: Math.min(...top.map((shape) => shape.x)), bottom: Math.max(...top.map((shape) => shape.y + shape.h)) };
}

/** Lays blocks out inside, and puts those without a place of their own below each other, under `extent`. */
export async function placeBlocks(
  blocks: readonly Block[],
  given: readonly { readonly x?: number | undefined; readonly y?: number | undefined }[],
  extent: { readonly left: number; readonly bottom: number } | null,
  drafter: Drafter,
): Promise<Block[]> {
  const left = extent?.left ?? 0;
  let next = extent === null ? 0 : extent.bottom + gap;
  const placed: Block[] = [];
  for (const [at, block] of blocks.entries()) {
    const arranged = await drafter.place(block);
    const seed = given[at];
    const moved = { ...arranged, x: seed?.x ?? left, y: seed?.y ?? next };
    placed.push(moved);
    const height = drafter.derive(moved)[0]?.h ?? 0;
    if (seed?.y === undefined) next = moved.y + height + gap;
  }
  return placed;
}
