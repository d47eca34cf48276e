import { limits } from './limits.ts';

/** Why a value cannot be stored, or null when it is plain JSON of bounded depth and size. */
export function jsonProblem(value: unknown): string | null {
  let budget: number = limits.values;
  const visit = (part: unknown, depth: number): string | null => {
    budget -= 1;
    if (budget < 0) return 'It holds too many values.';
    if (part === null || typeof part === 'boolean') return null;
    if (typeof part === 'number') return Number.isFinite(part) ? null : 'It holds a number that is not finite.';
    if (typeof part === 'string') return part.length > limits.kept ? 'It holds a text that is too long.' : null;
    if (typeof part !== 'object') return `It holds a ${typeof part}, which is not JSON.`;
    if (depth >= limits.depth) return 'It is nested too deeply.';
    if (!Array.isArray(part) && Object.getPrototypeOf(part) !== Object.prototype) return 'It holds something that is not JSON.';
    for (const child of Array.isArray(part) ? part : Object.values(part)) {
      const problem = visit(child, depth + 1);
      if (problem !== null) return problem;
    }
    return null;
  };
  return visit(value, 0);
}
