import { type Database, files, type Queryable, shares, users } from '@autograph/database';
import { sharesWith } from '@autograph/service-kit';
import { and, asc, desc, eq, inArray, isNotNull, isNull, not, or, type SQL, sql } from 'drizzle-orm';
import { type FileRow, fileColumns } from './file-row.ts';

export interface FileQuery {
  readonly userId: string;
  readonly page: number;
  readonly per_page: number;
  readonly type?: FileRow['type'] | undefined;
  /** Part of the title, or a word of it with small misspellings. */
  readonly q?: string | undefined;
  readonly trashed: boolean;
  /** Only what others shared with the person. */
  readonly shared: boolean;
  readonly sort?: 'updated_at' | 'created_at' | 'title' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

/** How much of a word's letter triples must be met, 0..1: "schma" still finds "schema". */
const likeness = 0.45;

const escaped = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

function titleMatches(q: string): SQL | undefined {
  return or(sql`${files.title} ilike ${`%${escaped(q)}%`}`, sql`${q} <% ${files.title}`);
}

function filter(db: Queryable, query: FileQuery): SQL | undefined {
  const mine = eq(files.ownerId, query.userId);
  const given = inArray(files.id, db.select({ id: shares.fileId }).from(shares).where(sharesWith(db, query.userId)));
  return and(
    query.trashed ? mine : query.shared ? and(given, not(mine)) : or(mine, given),
    query.trashed ? isNotNull(files.deletedAt) : isNull(files.deletedAt),
    query.type ? eq(files.type, query.type) : undefined,
    query.q ? titleMatches(query.q) : undefined,
  );
}

function ordering({ q, sort, order, trashed }: FileQuery): SQL[] {
  if (!sort && q) return [sql`word_similarity(${q}, ${files.title}) desc`, desc(files.updatedAt), asc(files.id)];
  if (!sort && trashed) return [desc(files.deletedAt), asc(files.id)];
  const column = { title: sql`lower(${files.title})`, created_at: files.createdAt, updated_at: files.updatedAt }[sort ?? 'updated_at'];
  const direction = (order ?? (sort === 'title' ? 'asc' : 'desc')) === 'asc' ? asc : desc;
  return [direction(column), asc(files.id)];
}

/** One page of the files that a person owns or was given, and how many there are in all. */
export function findFiles(db: Database, query: FileQuery): Promise<{ readonly rows: readonly FileRow[]; readonly total: number }> {
  return db.transaction(async (tx) => {
    if (query.q) await tx.execute(sql`select set_config('pg_trgm.word_similarity_threshold', ${String(likeness)}, true)`);
    const where = filter(tx, query);
    const total = await tx.$count(files, where);
    const rows = await tx
      .select(fileColumns)
      .from(files)
      .innerJoin(users, eq(users.id, files.ownerId))
      .where(where)
      .orderBy(...ordering(query))
      .limit(query.per_page)
      .offset((query.page - 1) * query.per_page);
    return { rows, total };
  });
}
