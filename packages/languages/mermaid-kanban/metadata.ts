import { parse } from 'yaml';
import { z } from 'zod';

const word = z.union([z.string(), z.number()]).nullish();
const table = z.object({ label: word, ticket: word, assigned: word, priority: word, icon: word, shape: z.string().nullish() }).partial();

export interface Metadata {
  readonly label?: string;
  readonly ticket?: string;
  readonly assigned?: string;
  readonly priority?: string;
  readonly icon?: string;
}

/** What `@{ ticket: …, assigned: …, priority: … }` says, or a sentence about what is wrong with it. It is YAML: a flow mapping on one line, else a block. */
export function readMetadata(text: string): Metadata | string {
  const unreadable = 'This metadata cannot be read. Write it like @{ ticket: MC-1, assigned: "knsv", priority: "High" }.';
  try {
    const read = table.safeParse(parse(text.includes('\n') ? `${text}\n` : `{\n${text}\n}`, { logLevel: 'error' }));
    if (!read.success) return unreadable;
    const { shape, ...words } = read.data;
    if (shape && /[A-Z_]/.test(shape)) return 'Names of shapes are lower case, without underscores.';
    return Object.fromEntries(Object.entries(words).flatMap(([key, value]) => (value ? [[key, String(value)]] : [])));
  } catch {
    return unreadable;
  }
}
