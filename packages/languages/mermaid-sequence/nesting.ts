import type { Nesting } from '../nesting.ts';

export const nesting: Nesting = {
  opens: /^(?:loop|alt|opt|par(?:_over)?|critical|break|rect|box)\b/i,
  closes: /^end$/i,
  between: /^(?:else|and|option)\b/i,
};
