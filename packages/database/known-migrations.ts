import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/** One step of the schema. */
export interface KnownMigration {
  /** Number and name, such as `0001_tables`. */
  readonly tag: string;
  /** Milliseconds since the epoch; it is by this that a database remembers it. */
  readonly when: number;
  readonly hash: string;
  readonly up: readonly string[];
}

/** The steps that this version knows, from first to last. */
export function knownMigrations(): readonly KnownMigration[] {
  const journal: { entries: { tag: string; when: number }[] } = JSON.parse(readFileSync(`${migrationsFolder}/meta/_journal.json`, 'utf8'));
  const files = readMigrationFiles({ migrationsFolder });
  return journal.entries.map(({ tag, when }) => {
    const file = files.find(({ folderMillis }) => folderMillis === when);
    if (!file) throw new Error(`The journal of the migrations names ${tag}, which is not there.`);
    return { tag, when, hash: file.hash, up: file.sql };
  });
}

/** The way back from a step. */
export const downOf = ({ tag }: KnownMigration): string => readFileSync(`${migrationsFolder}/${tag}.down.sql`, 'utf8');
