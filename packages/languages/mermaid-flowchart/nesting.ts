import type { Nesting } from '../nesting.ts';

export const nesting: Nesting = { opens: /^subgraph\s/, closes: /^end\b/ };
