import { z } from 'zod';

type Link = { readonly label: string; readonly url: string };

const linkTable = z.record(z.string(), z.string());

/** Links of `link A: Label @ url` and `links A: {"Label": "url"}`; none of what cannot be read, as Mermaid has it. */
export function readLinks(keyword: string, text: string): readonly Link[] {
  if (keyword === 'link') {
    const at = text.indexOf('@');
    return at < 0 ? [] : safe([{ label: text.slice(0, at).trim(), url: text.slice(at + 1).trim() }]);
  }
  if (keyword !== 'links') return [];
  try {
    const table = linkTable.safeParse(JSON.parse(text));
    return table.success ? safe(Object.entries(table.data).map(([label, url]) => ({ label, url }))) : [];
  } catch {
    return [];
  }
}

/** Links that cannot run a script. */
function safe(links: readonly Link[]): readonly Link[] {
  return links.filter(({ url }) => /^(?:https?:|mailto:|\/|#)/i.test(url));
}
