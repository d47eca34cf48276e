/** So many characters tell what a text is. */
const enough = 400_000;

/**
 * The names at the outermost level of a text that is YAML by itself, each with the text up to the next; undefined for prose, markdown, diagrams as
 * code and other texts that only hold some. Cheap: reads lines, not YAML.
 */
export function outermostKeys(text: string): readonly { readonly key: string; readonly body: string }[] | undefined {
  const keys: { key: string; body: string[] }[] = [];
  for (const line of text.slice(0, enough).split(/\r?\n/)) {
    if (line.startsWith('```')) return undefined;
    if (/^\s*(?:#|$)|^(?:---|\.\.\.)(?:\s|$)|^%YAML\b|^\{\{/.test(line)) continue;
    const [, key] = /^["']?([\w.$<-][\w.$/<-]*)["']?\s{0,20}:(?:\s|$)/.exec(line) ?? [];
    if (key !== undefined) keys.push({ key, body: [line.slice(line.indexOf(':') + 1)] });
    else if (/^[\s\-}\]]/.test(line) && keys.length > 0) keys.at(-1)?.body.push(line);
    else return undefined;
  }
  return keys.map(({ key, body }) => ({ key, body: body.join('\n') }));
}
