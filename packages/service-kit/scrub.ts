/** What is never written down, wherever it stands in a text: what to look for, and what to leave of it. */
const secrets: readonly (readonly [RegExp, string])[] = [
  // Values of a statement that failed: among them are hashes and tokens.
  [/(Failed query: [\s\S]*?)\nparams:[^\n]*/g, '$1'],
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

/** An error as a line of the log shows it: type, message, stack and what caused it, without secrets. */
export function describeError(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error, message: scrub(String(error)) };
  const code = 'code' in error ? { code: error.code } : {};
  const cause = error.cause !== undefined && depth < 4 ? { cause: describeError(error.cause, depth + 1) } : {};
  return { type: error.name, message: scrub(error.message), stack: scrub(error.stack ?? ''), ...code, ...cause };
}
