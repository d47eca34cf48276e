import { parse } from 'yaml';
import { z } from 'zod';
import type { Range } from '../mermaid/cursor.ts';
import { asWritten } from '../mermaid/source.ts';

const config = z.object({ type: z.string().optional(), alias: z.coerce.string().optional() });

/** What the metadata of `participant A@{ "type": "database" }` says. It is YAML: a flow mapping on one line, else a block. */
export function participantConfig(
  text: string,
  at: number,
): { readonly type?: string; readonly alias?: string; readonly aliasRange?: Range; readonly problem?: string } {
  try {
    const read: unknown = parse(text.includes('\n') ? asWritten(text) : `{${asWritten(text)}}`, { logLevel: 'error' });
    const { type, alias } = config.parse(read ?? {});
    const place = alias === undefined ? -1 : text.indexOf(alias, text.search(/alias/));
    return {
      ...(type !== undefined && { type }),
      ...(alias && { alias }),
      ...(alias && place >= 0 && { aliasRange: { from: at + place, to: at + place + alias.length } }),
    };
  } catch {
    return { problem: 'This metadata cannot be read. Write it like { "type": "database", "alias": "Orders" }.' };
  }
}
