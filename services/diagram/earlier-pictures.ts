import { type Database, fileAssets, instanceSettings, type Queryable, users } from '@autograph/database';
import { eq, sql } from '@autograph/database/query.ts';
import { defineJob, type Kit, visibleAssets } from '@autograph/service-kit';
import { z } from 'zod';

const doneKey = 'earlier_pictures_held';

/** So long after the first start of a version that knows whose pictures are, none that does not runs beside it any more. */
const afterSeconds = 3600;

/** Runs once for an installation. */
export const earlierPicturesJob = defineJob({ name: 'diagram-earlier-pictures', data: z.object({}) });

const Named = z.array(z.object({ file_id: z.string(), asset_id: z.string(), by: z.string(), is_held: z.boolean() }));
type Named = z.output<typeof Named>;

/** Pictures that documents name and their files do not hold. Who brought one is known as long as its update is not folded. */
async function namedOnly(db: Queryable): Promise<Named> {
  const { rows } = await db.execute(sql`
    select distinct named.file_id, found[1] as asset_id, named.by,
      exists (select from file_assets a where a.asset_id = found[1]) as is_held
    from (
      select u.file_id, coalesce(u.user_id, f.owner_id) as by, u.update as bytes from document_updates u join files f on f.id = u.file_id
      union all select s.file_id, f.owner_id, s.state from document_snapshots s join files f on f.id = s.file_id
      union all select v.file_id, f.owner_id, v.document from versions v join files f on f.id = v.file_id
    ) named, regexp_matches(encode(named.bytes, 'escape'), '[0-9a-f]{64}', 'g') as found
    where not exists (select from file_assets a where a.file_id = named.file_id and a.asset_id = found[1])`);
  return Named.parse(rows);
}

/** Of pictures that other files hold those that who brought them may see, as when they are brought today. */
async function broughtRightly(db: Queryable, named: Named): Promise<Named> {
  const brought: Named = [];
  for (const [userId, theirs] of Map.groupBy(named, ({ by }) => by)) {
    const [subject] = await db.select({ user_id: users.id, role: users.role }).from(users).where(eq(users.id, userId));
    if (!subject) continue;
    const visible = await visibleAssets(db, subject, [...new Set(theirs.map(({ asset_id }) => asset_id))]);
    brought.push(...theirs.filter(({ asset_id }) => visible.has(asset_id)));
  }
  return brought;
}

/**
 * Gives the pictures to their files that instances of a version before `file_assets` put on boards while they ran beside newer ones. A picture that
 * nobody holds came by such an instance; this is why it is done once, for later a name alone must bring nothing.
 */
export async function holdEarlierPictures(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    const claimed = await tx.insert(instanceSettings).values({ key: doneKey, value: true }).onConflictDoNothing().returning();
    if (claimed.length === 0) return;
    await tx.execute(sql`set local statement_timeout to 0`);
    const named = await namedOnly(tx);
    const held = [
      ...named.filter(({ is_held }) => !is_held),
      ...(await broughtRightly(
        tx,
        named.filter(({ is_held }) => is_held),
      )),
    ];
    const rows = held.map(({ file_id, asset_id }) => ({ fileId: file_id, assetId: asset_id }));
    for (let at = 0; at < rows.length; at += 1000)
      await tx
        .insert(fileAssets)
        .values(rows.slice(at, at + 1000))
        .onConflictDoNothing();
  });
}

/** Takes the job, and sends it where it has not run yet. */
export async function startEarlierPictures({ jobs, db }: Pick<Kit, 'jobs' | 'db'>): Promise<void> {
  await jobs.work(earlierPicturesJob, () => holdEarlierPictures(db));
  const done = await db.$count(instanceSettings, eq(instanceSettings.key, doneKey));
  if (done === 0) await jobs.send(earlierPicturesJob, {}, { key: doneKey, afterSeconds });
}
