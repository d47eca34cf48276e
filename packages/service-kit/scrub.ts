import { DrizzleQueryError } from '@autograph/database/query.ts';

/** What is never written down, wherever it stands in a text: what to look for, and what to leave of it. */
const secrets: readonly (readonly [RegExp, string])[] = [
  // Values of a statement that failed: among them are hashes and tokens.
  [/(Failed query: [\s\S]*?)\nparams:[\s\S]*?(?=\n {4}at |$)/g, '$1'],
  [/(\w:\/\/)[^\s/@:]*:[^\s/@]*@/g, '$1[redacted]@'],
  [/\b(bearer|basic)\s+[\w.~+/=-]{6,}/gi, '$1 [redacted]'],
  [/\beyJ[\w-]{5,}\.[\w-]+\.[\w-]*/g, '[redacted]'],
  [/\bag_\w{8,}/g, '[redacted]'],
  [
    /((?:password|passwd|secret|token|api[-_]?key|authorization|cookie|signature|code_verifier)\w*["']?\s*[:=]\s*)("[^"]*"|'[^']*'|[^\s"',;&)]+)/gi,
    '$1[redacted]',
  ],
];

/** A text without what looks like a password, token, key or other secret. */
export function scrub(text: string): string {
  return secrets.reduce((left, [pattern, kept]) => left.replace(pattern, kept), text);
}

/** What an error says, of a statement that failed without its values. */
const messageOf = (error: Error): string => (error instanceof DrizzleQueryError ? `Failed query: ${error.query}` : error.message);

/** An error as a line of the log shows it: type, message, stack and what caused it, without secrets. */
export function describeError(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error, message: scrub(String(error)) };
  const code = 'code' in error ? { code: error.code } : {};
  const cause = error.cause !== undefined && depth < 4 ? { cause: describeError(error.cause, depth + 1) } : {};
  const message = messageOf(error);
  // A parameter may look like a line of the stack: only the message itself is known to end where it ends.
  const stack = (error.stack ?? '').replace(error.message, () => message);
  return { type: error.name, message: scrub(message), stack: scrub(stack), ...code, ...cause };
}
