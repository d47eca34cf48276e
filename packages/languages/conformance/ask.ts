/** What a method of Mermaid's database answers. */
export function ask(db: object, method: string): unknown {
  const found: unknown = Reflect.get(db, method);
  return typeof found === 'function' ? found.call(db) : undefined;
}

/** Mermaid hides `#name;` from its grammars behind ligatures; this gives the source's form back. */
export function text(value: string | undefined): string {
  return (value ?? '')
    .replace(/ﬂ°°(\d+)¶ß/g, '#$1;')
    .replace(/ﬂ°(\w+)¶ß/g, '#$1;')
    .trim();
}

/** Mermaid's sanitizer writes signs as markup has them. */
export function unescaped(value: string): string {
  return text(value).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
