import { labelSource } from './label.ts';

/** Words that a person typed, as they stand in a node's line: in its brackets, in its quotes, or alone. */
export function nodeSource(label: string, form: 'bare' | 'bracketed' | 'quoted'): string {
  const text = withoutTags(labelSource(label.trim())).replace(/%(?=%)/g, entity);
  if (form === 'quoted') return text.replace(/["`]/g, entity);
  const safe = text.replace(/[()[\]{}"`@]/g, entity);
  if (form === 'bracketed') return safe;
  return /^(?::::|::icon|mindmap\b|kanban\b)/i.test(safe) ? safe.replace(/^./u, entity) : safe;
}

/** Mermaid takes tags out of labels, but for line breaks. */
function withoutTags(source: string): string {
  return source.replace(/<(?!br\/>)/g, '#lt;').replace(/(?<!<br\/)>/g, '#gt;');
}

function entity(mark: string): string {
  return `#${mark.codePointAt(0)};`;
}
