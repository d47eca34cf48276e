import type { Nesting } from '../nesting.ts';

export const nesting: Nesting = { opens: /\{\s*(?:\/\/.*)?$/, closes: /^\}/ };
