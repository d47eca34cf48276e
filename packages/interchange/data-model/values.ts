/** Longer lists say no more at a glance, characters. */
const longest = 60;

/** A column's comment together with the values that it may have. */
export function withValues(comment: string, values: readonly string[]): string {
  if (values.length === 0) return comment;
  let shown = '';
  for (const [at, value] of values.entries()) {
    const next = at === 0 ? value : `${shown} | ${value}`;
    if (at > 0 && next.length > longest) {
      shown += ' | …';
      break;
    }
    shown = next;
  }
  return comment === '' ? shown : `${comment} (${shown})`;
}
