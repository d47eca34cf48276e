import {
  accessChannel,
  deleteDiagram,
  getDiagram,
  listDiagrams,
  listShares,
  removeShare,
  shareDiagram,
  updateDiagram,
  updateShare,
} from '@autograph/contracts';
import type { Identity } from '@autograph/service-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFiles, type TestFiles } from './testing/start-files.ts';

describe('sharing with people', () => {
  let instance: TestFiles;
  let ada: Identity;
  let bob: Identity;
  let eve: Identity;
  beforeAll(async () => {
    instance = await startFiles();
    [ada, bob, eve] = [await instance.person('Ada'), await instance.person('Bob'), await instance.person('Eve')];
  });
  afterAll(() => instance.close());

  const call: TestFiles['services']['call'] = (...args) => instance.services.call(...args);
  const rename = (who: Identity, id: string, title: string) =>
    call(who, updateDiagram, { params: { id }, headers: { 'if-match': '*' }, body: { title } });

  async function shared(permission: 'view' | 'edit') {
    const { id } = await instance.make(ada, 'Plan');
    const share = await call(ada, shareDiagram, { params: { id }, body: { email: 'BOB@example.com', permission } });
    return { id, share };
  }

  it('opens to another what was closed [F124]', async () => {
    const { id } = await instance.make(ada, 'Private');
    await expect(call(bob, getDiagram, { params: { id } })).rejects.toMatchObject({ code: 'forbidden' });
    const share = await call(ada, shareDiagram, { params: { id }, body: { email: 'bob@example.com', permission: 'view' } });
    expect(share).toMatchObject({ user: { name: 'Bob', email: 'bob@example.com' }, permission: 'view' });
    expect(await call(bob, getDiagram, { params: { id } })).toMatchObject({ title: 'Private', access: 'view' });
    await expect(call(eve, getDiagram, { params: { id } })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('for viewing lets nobody change anything [F106]', async () => {
    const { id } = await shared('view');
    await expect(rename(bob, id, 'Mine')).rejects.toMatchObject({ code: 'forbidden', message: expect.stringMatching(/viewing only/) });
    expect((await call(ada, getDiagram, { params: { id } })).title).toBe('Plan');
  });

  it('for editing lets change, not delete, nor share on [F107]', async () => {
    const { id } = await shared('edit');
    await rename(bob, id, 'Better plan');
    expect((await call(ada, getDiagram, { params: { id } })).title).toBe('Better plan');
    const body = { email: 'eve@example.com', permission: 'edit' as const };
    const attempts = [
      call(bob, deleteDiagram, { params: { id }, query: {} }),
      call(bob, shareDiagram, { params: { id }, body }),
      call(bob, listShares, { params: { id } }),
    ];
    for (const { status } of await Promise.allSettled(attempts)) expect(status).toBe('rejected');
    await expect(attempts[0]).rejects.toMatchObject({ code: 'forbidden', message: expect.stringMatching(/owner/) });
  });

  it('is listed, changed and taken back, and who has the file open is told', async () => {
    const { id, share } = await shared('view');
    let told = 0;
    const stop = await instance.services.platform.pubsub.subscribe(accessChannel(id), () => {
      told += 1;
    });
    const again = await call(ada, shareDiagram, { params: { id }, body: { email: 'bob@example.com', permission: 'edit' } });
    expect(again.id).toBe(share.id);
    await call(ada, updateShare, { params: { id, share_id: share.id }, body: { permission: 'view' } });
    expect((await call(ada, listShares, { params: { id } })).items).toEqual([{ ...share, permission: 'view' }]);
    await call(ada, removeShare, { params: { id, share_id: share.id } });
    expect((await call(ada, listShares, { params: { id } })).items).toEqual([]);
    await expect(call(bob, getDiagram, { params: { id } })).rejects.toMatchObject({ code: 'forbidden' });
    await expect.poll(() => told).toBe(3);
    await stop();
  });

  it('gathers what others gave, with their names [F154]', async () => {
    const [first, second] = [await shared('view'), await shared('edit')];
    await instance.make(bob, 'Own');
    const { items } = await call(bob, listDiagrams, { query: { shared: 'true' } });
    const found = items.filter(({ id }) => id === first.id || id === second.id);
    expect(found.map(({ owner, access }) => [owner.name, access])).toEqual([
      ['Ada', 'edit'],
      ['Ada', 'view'],
    ]);
    expect(items.some(({ title }) => title === 'Own')).toBe(false);
  });

  it('says who has no account, and that a file is its owner’s already', async () => {
    const { id } = await instance.make(ada, 'Plan');
    const give = (email: string) => call(ada, shareDiagram, { params: { id }, body: { email, permission: 'view' } });
    await expect(give('nobody@example.com')).rejects.toMatchObject({ code: 'account_not_found' });
    await expect(give('ada@example.com')).rejects.toMatchObject({ code: 'validation_failed', details: [{ path: 'body.email' }] });
    await expect(call(ada, removeShare, { params: { id, share_id: 'sh_1' } })).rejects.toMatchObject({ code: 'not_found' });
  });
});
