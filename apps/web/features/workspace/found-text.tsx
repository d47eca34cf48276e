/** Content that a search met, with what was searched for marked. */
export function FoundText({ text, query }: { text: string; query: string }) {
  const at = text.toLowerCase().indexOf(query.toLowerCase());
  if (at < 0) return text;
  return (
    <>
      {at > 0 ? '… ' : ''}
      {text.slice(0, at)}
      <mark className="rounded-xs bg-accent-soft text-ink">{text.slice(at, at + query.length)}</mark>
      {text.slice(at + query.length)}
    </>
  );
}
