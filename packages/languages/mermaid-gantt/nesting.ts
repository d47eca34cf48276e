import type { Nesting } from '../nesting.ts';

/** A section reaches as far as the next one. */
export const nesting: Nesting = { opens: /^section\s/i, closes: /^section\s/i };
