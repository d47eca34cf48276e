import {
  createDiagram,
  deleteDiagram,
  duplicateDiagram,
  moveToTeam,
  removeShare,
  shareDiagram,
  updateDiagram,
  uploadAsset,
} from '@autograph/contracts';
import { migrate, migrationStates, openPool, stepDown, teamMembers, teams } from '@autograph/database';
import type { Identity } from '@autograph/service-kit';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startProduct, type TestProduct } from './testing/start-product.ts';

let product: TestProduct;
let ada: Identity;
let bob: Identity;
let eve: Identity;
let admin: Identity;
const call: TestProduct['services']['call'] = (...args) => product.services.call(...args);

beforeAll(async () => {
  product = await startProduct();
  const join = async (name: string, role?: Identity['role']) => (await product.person(name, role)).identity;
  [ada, bob, eve, admin] = [await join('Ada'), await join('Bob'), await join('Eve'), await join('Admin', 'admin')];
});
afterAll(() => product.close());

let drawn = 0;
/** A picture that is like no other. */
async function picture(): Promise<string> {
  drawn += 1;
  const canvas = createCanvas(4, 4);
  canvas.getContext('2d').fillStyle = `rgb(${drawn}, 80, 160)`;
  canvas.getContext('2d').fillRect(0, 0, 4, 4);
  return (await canvas.encode('png')).toString('base64');
}

const shapeOf = (asset: string) => ({ type: 'picture', x: 0, y: 0, w: 100, h: 100, asset });
const boardOf = (asset: string) => ({ canvas_data: { shapes: [shapeOf(asset)] } });

async function emptyFile(owner: Identity): Promise<string> {
  return (await call(owner, createDiagram, { body: { title: 'Board', type: 'canvas' } })).id;
}
const put = (who: Identity, id: string, asset: string) =>
  call(who, updateDiagram, { params: { id }, headers: { 'if-match': '*' }, body: boardOf(asset) });

/** A file with a picture on its board. */
async function illustrated(owner: Identity): Promise<{ id: string; asset: string }> {
  const id = await emptyFile(owner);
  const { id: asset } = await call(owner, uploadAsset, { params: { id }, body: { data: await picture() } });
  await put(owner, id, asset);
  return { id, asset };
}

const fetchAs = async (who: Identity, asset: string, headers: Record<string, string> = {}) =>
  fetch(`${product.url}/api/assets/${asset}`, { headers: { authorization: `Bearer ${await product.services.token(who)}`, ...headers } });
const sees = async (who: Identity, asset: string): Promise<boolean> => {
  const { status } = await fetchAs(who, asset);
  expect([200, 404]).toContain(status);
  return status === 200;
};
const share = (id: string, permission: 'view' | 'edit' = 'view') =>
  call(ada, shareDiagram, { params: { id }, body: { email: bob.email, permission } });

it('shows a picture to whom its file is open, as long as it is [F062]', async () => {
  const { id, asset } = await illustrated(ada);
  expect([await sees(ada, asset), await sees(admin, asset)]).toEqual([true, true]);
  expect([await sees(bob, asset), await sees(eve, asset)]).toEqual([false, false]);
  const given = await share(id);
  expect([await sees(bob, asset), await sees(eve, asset)]).toEqual([true, false]);
  await call(ada, removeShare, { params: { id, share_id: given.id } });
  expect([await sees(bob, asset), await sees(ada, asset)]).toEqual([false, true]);
  expect((await fetch(`${product.url}/api/assets/${asset}`)).status).toBe(401);
});

it('shows a picture to the team of its file, and to its owner alone while it is in the trash', async () => {
  const { id, asset } = await illustrated(ada);
  const { db } = product.services.platform;
  const [team] = await db.insert(teams).values({ name: 'Team', slug: 'team', ownerId: ada.user_id }).returning();
  const teamId = team?.id ?? '';
  await db.insert(teamMembers).values([
    { teamId, userId: ada.user_id, role: 'owner' },
    { teamId, userId: bob.user_id, role: 'viewer' },
  ]);
  await call(ada, moveToTeam, { params: { id }, body: { team_id: teamId } });
  expect([await sees(bob, asset), await sees(eve, asset)]).toEqual([true, false]);
  await call(ada, deleteDiagram, { params: { id }, query: {} });
  expect([await sees(bob, asset), await sees(ada, asset)]).toEqual([false, true]);
});

it('lets a browser keep a picture, but not show it before it has asked whether it still may', async () => {
  const { id, asset } = await illustrated(ada);
  const given = await share(id);
  const first = await fetchAs(bob, asset);
  expect(first.headers.get('cache-control')).toBe('private, no-cache');
  const kept = { 'if-none-match': first.headers.get('etag') ?? '' };
  expect((await fetchAs(bob, asset, kept)).status).toBe(304);
  await call(ada, removeShare, { params: { id, share_id: given.id } });
  expect((await fetchAs(bob, asset, kept)).status).toBe(404);
});

it('goes with a copy of the file, which stays its owner’s when the original is closed or gone', async () => {
  const { id, asset } = await illustrated(ada);
  const given = await share(id);
  await call(bob, duplicateDiagram, { params: { id } });
  await call(ada, removeShare, { params: { id, share_id: given.id } });
  expect([await sees(bob, asset), await sees(eve, asset)]).toEqual([true, false]);
  await call(ada, deleteDiagram, { params: { id }, query: { permanent: 'true' } });
  expect([await sees(bob, asset), await sees(ada, asset)]).toEqual([true, false]);
});

it('goes with a shape that is pasted into another file by whoever may see it, and by nobody else', async () => {
  const { id, asset } = await illustrated(ada);
  const hers = await emptyFile(eve);
  await put(eve, hers, asset);
  expect(await sees(eve, asset)).toBe(false);

  const given = await share(id);
  const his = await emptyFile(bob);
  await put(bob, his, asset);
  await call(bob, shareDiagram, { params: { id: his }, body: { email: eve.email, permission: 'view' } });
  await call(ada, removeShare, { params: { id, share_id: given.id } });
  expect([await sees(bob, asset), await sees(eve, asset)]).toEqual([true, true]);

  // Who lost it cannot take it back by its name.
  const { asset: lost, id: other } = await illustrated(ada);
  const again = await share(other);
  await call(ada, removeShare, { params: { id: other, share_id: again.id } });
  await put(bob, his, lost);
  expect(await sees(bob, lost)).toBe(false);
});

it('stays with a file when its shape is taken away, so that it can be brought back', async () => {
  const { id, asset } = await illustrated(ada);
  await call(ada, updateDiagram, { params: { id }, headers: { 'if-match': '*' }, body: { canvas_data: { shapes: [] } } });
  await share(id, 'edit');
  await put(bob, id, asset);
  expect(await sees(bob, asset)).toBe(true);
});

it('is found in the documents that were there before pictures had an owner', async () => {
  const { id, asset } = await illustrated(ada);
  const copied = await call(ada, duplicateDiagram, { params: { id } });
  await call(ada, shareDiagram, { params: { id: copied.id }, body: { email: bob.email, permission: 'view' } });
  const pool = openPool(product.services.platform.config.DATABASE_URL ?? '');
  try {
    const tags = (await migrationStates(pool)).map(({ tag }) => tag);
    const steps = tags.length - tags.findIndex((tag) => tag.endsWith('_file_assets'));
    expect(await stepDown(pool, steps)).toHaveLength(steps);
    await migrate(pool);
  } finally {
    await pool.end();
  }
  expect([await sees(ada, asset), await sees(bob, asset), await sees(eve, asset)]).toEqual([true, true, false]);
});
