import { documentSnapshots, documentUpdates, fileAssets, files, users } from '@autograph/database';
import { openTestPlatform } from '@autograph/service-kit/testing/index.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { holdEarlierPictures } from './earlier-pictures.ts';

let opened: Awaited<ReturnType<typeof openTestPlatform>>;
beforeAll(async () => {
  opened = await openTestPlatform();
});
afterAll(() => opened.close());

const picture = (sign: string) => sign.repeat(64);
const naming = (...assets: readonly string[]) => new TextEncoder().encode(assets.map((asset) => `\u0001w@${asset}`).join(''));

it('gives pictures that an older instance put on boards to their files, and names alone nothing, once', async () => {
  const { db } = opened.platform;
  const person = async (name: string) => {
    const [made] = await db
      .insert(users)
      .values({ name, email: `${name}@example.com` })
      .returning();
    return made?.id ?? '';
  };
  const [ada, eve] = [await person('ada'), await person('eve')];
  const file = async (ownerId: string, ...held: readonly string[]) => {
    const [made] = await db.insert(files).values({ title: 'Board', ownerId }).returning();
    const fileId = made?.id ?? '';
    for (const assetId of held) await db.insert(fileAssets).values({ fileId, assetId });
    return fileId;
  };
  const [known, uploaded, folded, late] = [picture('a'), picture('b'), picture('c'), picture('d')];
  await file(ada, known);
  const pasted = await file(ada);
  const stolen = await file(eve);
  const compacted = await file(ada);
  await db.insert(documentUpdates).values([
    { fileId: pasted, update: naming(known, uploaded), userId: ada },
    { fileId: stolen, update: naming(known), userId: eve },
  ]);
  await db.insert(documentSnapshots).values({ fileId: compacted, state: naming(folded, known), lastUpdateId: 1n, fileVersion: 1 });
  const heldBy = async (fileId: string) =>
    (await db.select().from(fileAssets))
      .filter((row) => row.fileId === fileId)
      .map((row) => row.assetId)
      .sort();

  await holdEarlierPictures(db);
  expect(await heldBy(pasted)).toEqual([known, uploaded]);
  expect(await heldBy(compacted)).toEqual([known, folded]);
  expect(await heldBy(stolen)).toEqual([]);

  await db.insert(documentUpdates).values({ fileId: stolen, update: naming(late), userId: eve });
  await holdEarlierPictures(db);
  expect(await heldBy(stolen)).toEqual([]);
});
