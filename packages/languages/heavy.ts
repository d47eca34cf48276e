import type { Block } from '@autograph/document';

/** Texts up to this length, UTF-16 units, are read, laid out and drawn within a few ms: about 100 nodes. */
const lightLength = 4_000;

/** What can be edited on the board with the page waiting for it, UTF-16 units: about 1,000 nodes. */
const handyLength = 32_000;

/** A line with n of them can make n * n / 4 edges, where a language joins lists to lists. */
const joint = /[&,]/g;
const mostPairs = 2_000;

/** Groups as ends of an edge: as many edges as there are pairs of what is in them. */
const joinedGroups = /\}\s*-[->]|-[->]\s*\{/;

/** Links cost more than what they join: many of them in a short text run side by side. */
const link = /[-=.~]{2}|[-=<]>|<-|[<>] /g;
const mostLinks = 250;

/** Whether a block's text may take long enough to be felt: then it is not for the page to read. */
export function isHeavy({ source, valid_source }: Pick<Block, 'source' | 'valid_source'>): boolean {
  return isHeavyText(source) || (valid_source !== undefined && valid_source !== source && isHeavyText(valid_source));
}

export function isHeavyText(source: string): boolean {
  return (
    source.length > lightLength || joinedGroups.test(source) || pairs(source) > mostPairs || (source.match(link)?.length ?? 0) > mostLinks
  );
}

/** Whether the page can draw the block itself, this once. */
export function isHandy({ source }: Pick<Block, 'source'>): boolean {
  return source.length <= handyLength;
}

function pairs(source: string): number {
  let sum = 0;
  for (const line of source.split('\n')) sum += (line.match(joint)?.length ?? 0) ** 2;
  return sum;
}
