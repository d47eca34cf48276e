/** What an error says, in one line without a full stop. */
export function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join(', ');
  return (error instanceof Error ? error.message : String(error)).replace(/\.+$/, '');
}
