import { type Database, files, type Queryable, users } from '@autograph/database';
import { and, asc, desc, eq, ilike, isNotNull, isNull, not, or, type SQL, sql } from '@autograph/database/query.ts';
import { givenTo } from '@autograph/service-kit';
import { type FileRow, fileColumns } from './file-row.ts';

export interface FileQuery {
  readonly userId: string;
  readonly page: number;
  readonly per_page: number;
  readonly type?: FileRow['type'] | undefined;
  /** Part of the title or of the content, or a word of the title with small misspellings. */
  readonly q?: string | undefined;
  readonly trashed: boolean;
  /** Only what others shared with the person. */
  readonly shared: boolean;
  readonly sort?: 'updated_at' | 'created_at' | 'title' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

/** How much of a word's letter triples must be met, 0..1: "schma" still finds "schema". */
const likeness = 0.42;

/** Characters of content shown before a hit and in all. */
const excerpt = { before: 30, length: 120 };

const escaped = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

function titleMatches(q: string): SQL | undefined {
  return or(ilike(files.title, `%${escaped(q)}%`), sql`${q} <% ${files.title}`);
}

function contentMatches(q: string): SQL {
  return ilike(files.searchText, `%${escaped(q)}%`);
}

/** The content around the first hit; null where only the title matches. */
function excerptOf(q: string): SQL<string | null> {
  const at = sql`position(lower(${q}) in lower(${files.searchText}))`;
  const start = sql`greatest(1, ${at} - ${excerpt.before}::int)`;
  return sql`case when ${at} > 0 then substring(${files.searchText} from ${start} for ${excerpt.length}::int) end`;
}

function filter(db: Queryable, query: FileQuery): SQL | undefined {
  const mine = eq(files.ownerId, query.userId);
  return and(
    query.trashed ? mine : query.shared ? and(givenTo(db, query.userId), not(mine)) : or(mine, givenTo(db, query.userId)),
    query.trashed ? isNotNull(files.deletedAt) : isNull(files.deletedAt),
    query.type ? eq(files.type, query.type) : undefined,
    query.q ? or(titleMatches(query.q), contentMatches(query.q)) : undefined,
  );
}

function ordering({ q, sort, order, trashed }: FileQuery): SQL[] {
  if (!sort && q) return [sql`word_similarity(${q}, ${files.title}) desc`, desc(files.updatedAt), asc(files.id)];
  if (!sort && trashed) return [desc(files.deletedAt), asc(files.id)];
  const column = { title: sql`lower(${files.title})`, created_at: files.createdAt, updated_at: files.updatedAt }[sort ?? 'updated_at'];
  const direction = (order ?? (sort === 'title' ? 'asc' : 'desc')) === 'asc' ? asc : desc;
  return [direction(column), asc(files.id)];
}

/** A file of the list, with the content that a search met in it. */
export type FoundFile = FileRow & { readonly found: string | null };

interface Page {
  readonly rows: readonly FoundFile[];
  readonly total: number;
}

/** The page and the count in one statement; a page beyond the last has no row that could tell the count. */
async function pageOf(db: Queryable, query: FileQuery): Promise<Page> {
  const where = filter(db, query);
  const counted = await db
    .select({
      ...fileColumns(db, query.userId),
      found: query.q ? excerptOf(query.q) : sql<null>`null`,
      total: sql`count(*) over ()`.mapWith(Number),
    })
    .from(files)
    .innerJoin(users, eq(users.id, files.ownerId))
    .where(where)
    .orderBy(...ordering(query))
    .limit(query.per_page)
    .offset((query.page - 1) * query.per_page);
  const first = counted[0];
  const total = first || query.page === 1 ? (first?.total ?? 0) : await db.$count(files, where);
  return { rows: counted.map(({ total: _, ...row }) => row), total };
}

/** One page of the files that a person owns or was given, and how many there are in all. */
export async function findFiles(db: Database, query: FileQuery): Promise<Page> {
  if (!query.q) return pageOf(db, query);
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('pg_trgm.word_similarity_threshold', ${String(likeness)}, true)`);
    return pageOf(tx, query);
  });
}
