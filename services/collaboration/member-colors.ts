/** Told apart at a glance on light and dark ground. */
const colors = [
  '#e03131',
  '#1971c2',
  '#2f9e44',
  '#9c36b5',
  '#e8590c',
  '#0c8599',
  '#c2255c',
  '#5f3dc4',
  '#846358',
  '#f08c00',
  '#66a80f',
  '#3bc9db',
] as const;

/** A colour for someone who enters: the one they have in another tab, else one that nobody has, else any. */
export function colorFor(userKey: string, taken: ReadonlyMap<string, string>): string {
  const mine = taken.get(userKey);
  if (mine !== undefined) return mine;
  const used = new Set(taken.values());
  const start = [...userKey].reduce((hash, sign) => (hash * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_003, 7);
  const inOrder = colors.map((_, at) => colors[(start + at) % colors.length] ?? colors[0]);
  return inOrder.find((color) => !used.has(color)) ?? inOrder[0] ?? colors[0];
}
