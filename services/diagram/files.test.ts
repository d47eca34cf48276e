import { randomUUID } from 'node:crypto';
import {
  addBlock,
  createDiagram,
  deleteDiagram,
  duplicateDiagram,
  ErrorBody,
  getDiagram,
  getThumbnail,
  listDiagrams,
  restoreDiagram,
  updateBlock,
  updateDiagram,
} from '@autograph/contracts';
import { files, shares } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { type Identity, sessionIsOpen } from '@autograph/service-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenWord } from './testing/rooms.ts';
import { startFiles, type TestFiles } from './testing/start-files.ts';

/** What each attempt failed with; null for one that did not. */
const failures = (attempts: readonly Promise<unknown>[]) =>
  Promise.all(
    attempts.map((attempt) =>
      attempt.then(
        () => null,
        (error: unknown) => error,
      ),
    ),
  );

describe('files', () => {
  let instance: TestFiles;
  let ada: Identity;
  let bob: Identity;
  let admin: Identity;
  let viewer: Identity;
  beforeAll(async () => {
    instance = await startFiles();
    [ada, bob] = [await instance.person('Ada'), await instance.person('Bob')];
    [admin, viewer] = [await instance.person('Root', 'admin'), await instance.person('Vera', 'viewer')];
  });
  afterAll(() => instance.close());

  const call: TestFiles['services']['call'] = (...args) => instance.services.call(...args);
  const share = (fileId: string, userId: string, permission: 'view' | 'edit') =>
    instance.services.platform.db.insert(shares).values({ fileId, userId, permission });
  const rowOf = async (id: string) => (await instance.services.platform.db.select().from(files).where(eq(files.id, id)))[0];

  describe('made', () => {
    it.each(['canvas', 'note', 'mixed'] as const)('empty as %s stand in the database at version 1', async (type) => {
      const made = await call(ada, createDiagram, { body: { title: '  System Design ', type } });
      expect(made).toMatchObject({ title: 'System Design', type, version: 1, note_content: '', canvas_data: { shapes: [], blocks: [] } });
      expect(await rowOf(made.id)).toMatchObject({ type, ownerId: ada.user_id, version: 1 });
    });

    it('with content answer all of it by id [F122]', async () => {
      const body = { title: 'Shop', type: 'mixed' as const, note_content: '# Shop', blocks: [{ source: 'flowchart LR\n a --> b' }] };
      const made = await call(ada, createDiagram, { body });
      expect(made.note_content).toBe('# Shop');
      expect(made.canvas_data.blocks).toMatchObject([{ source: 'flowchart LR\n a --> b' }]);
      const read = await call(ada, getDiagram, { params: { id: made.id } });
      expect(read).toEqual(made);
      expect(read).toMatchObject({ owner: { id: ada.user_id, name: 'Ada' }, access: 'owner', is_deleted: false, deleted_at: null });
      expect(new Date(read.created_at).getTime()).toBeLessThanOrEqual(new Date(read.updated_at).getTime());
    });

    it('from text that does not parse are not made at all', async () => {
      const before = await instance.services.platform.db.$count(files);
      const body = { title: 'Bad', type: 'canvas' as const, blocks: [{ source: 'flowchart LR' }, { source: brokenWord }] };
      await expect(call(ada, createDiagram, { body })).rejects.toMatchObject({
        code: 'syntax_error',
        details: [{ path: 'body.blocks.1.source', line: 2, column: 3 }],
      });
      expect(await instance.services.platform.db.$count(files)).toBe(before);
    });

    it('take no text that cannot be stored', async () => {
      const attempts = [
        call(ada, createDiagram, { body: { title: 'a\u0000b', type: 'note' } }),
        call(ada, createDiagram, { body: { title: 'half \ud800', type: 'note' } }),
        call(ada, listDiagrams, { query: { q: '\u0000' } }),
      ];
      for (const error of await failures(attempts)) expect(error).toMatchObject({ code: 'validation_failed' });
      const odd = '\u202e <b>🦊</b>';
      expect((await call(ada, createDiagram, { body: { title: odd, type: 'note' } })).title).toBe(odd);
    });

    it('need a title and a known type, and the answer names what is missing', async () => {
      const token = await instance.services.token(ada);
      const url = await instance.services.host.app('diagram').listen({ port: 0, host: '127.0.0.1' });
      const response = await fetch(`${url}/api/diagrams`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ title: ' ', type: 'poster', canvas_data: { shapes: [{ type: 'rectangle', x: 'left', y: 0, w: 1, h: 1 }] } }),
      });
      expect(response.status).toBe(422);
      const { error } = ErrorBody.parse(await response.json());
      expect(error.code).toBe('validation_failed');
      expect(error.details?.map((detail) => detail.path)).toEqual(['body.title', 'body.type', 'body.canvas_data.shapes.0.x']);
    });
  });

  describe('of others', () => {
    it('are closed until they are shared [F124]', async () => {
      const { id } = await instance.make(ada, 'Private');
      await expect(call(bob, getDiagram, { params: { id } })).rejects.toMatchObject({ code: 'forbidden' });
      await share(id, bob.user_id, 'view');
      expect(await call(bob, getDiagram, { params: { id } })).toMatchObject({ id, access: 'view' });
      expect((await call(bob, listDiagrams, { query: {} })).items.map((item) => item.id)).toContain(id);
    });

    it('shared for viewing cannot be changed [F106]', async () => {
      const { id } = await instance.make(ada, 'To look at');
      await share(id, bob.user_id, 'view');
      const change = { params: { id }, headers: { 'if-match': '*' }, body: { title: 'Mine' } };
      await expect(call(bob, updateDiagram, change)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(call(bob, addBlock, { params: { id }, body: { source: 'flowchart LR' } })).rejects.toMatchObject({ code: 'forbidden' });
      expect((await rowOf(id))?.title).toBe('To look at');
    });

    it('shared for editing can be changed but not deleted; that is for the owner [F105, F107]', async () => {
      const { id } = await instance.make(ada, 'Together');
      await share(id, bob.user_id, 'edit');
      const change = { params: { id }, headers: { 'if-match': '"1"' }, body: { note_content: 'from Bob' } };
      expect(await call(bob, updateDiagram, change)).toMatchObject({ note_content: 'from Bob', version: 2, access: 'edit' });
      await expect(call(bob, deleteDiagram, { params: { id }, query: {} })).rejects.toMatchObject({ code: 'forbidden' });
      await expect(call(bob, restoreDiagram, { params: { id } })).rejects.toMatchObject({ code: 'forbidden' });
      expect(await call(ada, deleteDiagram, { params: { id }, query: {} })).toMatchObject({ id, is_deleted: true });
      await expect(call(bob, getDiagram, { params: { id } })).rejects.toMatchObject({ code: 'not_found' });
    });

    it('follow the roles: admins may do all, viewers of the instance only look [F104]', async () => {
      const { id } = await instance.make(ada, 'Roles');
      expect(await call(admin, getDiagram, { params: { id } })).toMatchObject({ access: 'owner' });
      await share(id, viewer.user_id, 'edit');
      expect(await call(viewer, getDiagram, { params: { id } })).toMatchObject({ access: 'view' });
      const refused = [
        call(viewer, createDiagram, { body: { title: 'No', type: 'note' } }),
        call(viewer, duplicateDiagram, { params: { id } }),
        call(viewer, updateDiagram, { params: { id }, headers: { 'if-match': '*' }, body: { title: 'No' } }),
        call(viewer, deleteDiagram, { params: { id }, query: {} }),
      ];
      for (const error of await failures(refused)) expect(error).toMatchObject({ code: 'forbidden' });
      expect(await call(admin, deleteDiagram, { params: { id }, query: { permanent: 'true' } })).toMatchObject({ permanent: true });
    });
  });

  it('that do not exist are not found, whatever the address looks like [F123]', async () => {
    for (const id of ['nonexistent-id', randomUUID(), '%00', "' or 1=1"]) {
      const attempts = [
        call(ada, getDiagram, { params: { id } }),
        call(ada, updateDiagram, { params: { id }, headers: { 'if-match': '1' }, body: { title: 'x' } }),
        call(ada, deleteDiagram, { params: { id }, query: {} }),
        call(ada, getThumbnail, { params: { id }, query: {} }),
      ];
      for (const error of await failures(attempts))
        expect(error).toMatchObject({ code: 'not_found', message: 'This file does not exist.' });
    }
  });

  describe('changed', () => {
    const change = (id: string, ifMatch: string | undefined, body: { title?: string; note_content?: string }) =>
      call(ada, updateDiagram, { params: { id }, headers: { 'if-match': ifMatch }, body });

    it('take only changes that build on their version', async () => {
      const { id } = await instance.make(ada, 'Versions');
      await expect(change(id, undefined, { title: 'x' })).rejects.toMatchObject({ code: 'version_required' });
      expect(await change(id, '1', { title: 'Second' })).toMatchObject({ title: 'Second', version: 2 });
      await expect(change(id, '"1"', { title: 'Stale' })).rejects.toMatchObject({
        code: 'version_conflict',
        details: [{ path: 'headers.if-match', message: 'The file is at version 2.' }],
      });
      await expect(change(id, '1', { note_content: 'Stale' })).rejects.toMatchObject({ code: 'version_conflict' });
      await expect(change(id, 'soon', { title: 'x' })).rejects.toMatchObject({ details: [{ path: 'headers.if-match' }] });
      await expect(change(id, '2', {})).rejects.toMatchObject({ code: 'validation_failed' });
      expect(await change(id, 'W/"2"', { title: 'Third', note_content: 'n' })).toMatchObject({ title: 'Third', note_content: 'n' });
      expect(await rowOf(id)).toMatchObject({ title: 'Third', updatedBy: ada.user_id });
    });

    it('let one of two equally quick callers win', async () => {
      const { id } = await instance.make(ada, 'Race');
      for (const body of [{ title: 'A' }, { note_content: 'B' }]) {
        const { version } = await call(ada, getDiagram, { params: { id } });
        const results = await Promise.allSettled([change(id, String(version), body), change(id, String(version), body)]);
        expect(results.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected']);
      }
    });

    it('get code blocks, and refuse those that do not parse without any change', async () => {
      const { id } = await instance.make(ada, 'Blocks');
      const added = await call(ada, addBlock, { params: { id }, body: { source: 'flowchart LR\n a' } });
      expect(added).toMatchObject({ block: { source: 'flowchart LR\n a' }, version: 2 });
      expect(added.shapes.length).toBeGreaterThan(0);
      const block_id = added.block.id;
      const changed = await call(ada, updateBlock, { params: { id, block_id }, body: { source: 'flowchart LR\n b' } });
      expect(changed).toMatchObject({ block: { id: block_id, source: 'flowchart LR\n b' }, version: 3 });

      const broken = [
        call(ada, updateBlock, { params: { id, block_id }, body: { source: brokenWord } }),
        call(ada, addBlock, { params: { id }, body: { source: brokenWord } }),
      ];
      const details = [{ path: 'body.source', line: 2, column: 3, message: 'Unexpected word.' }];
      for (const error of await failures(broken)) expect(error).toMatchObject({ code: 'syntax_error', details });
      const after = await call(ada, getDiagram, { params: { id } });
      expect(after).toMatchObject({ version: 3, canvas_data: { blocks: [{ source: 'flowchart LR\n b' }] } });
      const elsewhere = call(ada, updateBlock, { params: { id, block_id: 'bl_unknown' }, body: { source: 'flowchart LR' } });
      await expect(elsewhere).rejects.toMatchObject({ code: 'not_found' });
    });
  });

  describe('in the trash', () => {
    it('leave the list, stand in the trash, and come back as they were [F128, F130]', async () => {
      const made = await instance.make(ada, 'Thrown away');
      const deleted = await call(ada, deleteDiagram, { params: { id: made.id }, query: {} });
      expect(deleted.permanent).toBe(false);
      const titles = async (trashed: 'true' | 'false') =>
        (await call(ada, listDiagrams, { query: { trashed, per_page: 100 } })).items.map((item) => item.title);
      expect(await titles('false')).not.toContain('Thrown away');
      expect(await titles('true')).toContain('Thrown away');
      const again = await call(ada, deleteDiagram, { params: { id: made.id }, query: {} });
      expect(again.deleted_at).toBe(deleted.deleted_at);
      const edit = call(ada, updateDiagram, { params: { id: made.id }, headers: { 'if-match': '*' }, body: { title: 'x' } });
      await expect(edit).rejects.toMatchObject({ code: 'not_found', message: expect.stringContaining('restore') });

      expect(await call(ada, restoreDiagram, { params: { id: made.id } })).toEqual(made);
      expect(await titles('false')).toContain('Thrown away');
      expect(await rowOf(made.id)).toMatchObject({ deletedAt: null });
    });

    it('can be erased for good [F129]', async () => {
      const { id } = await instance.make(ada, 'Erased');
      await call(ada, deleteDiagram, { params: { id }, query: {} });
      expect(await call(ada, deleteDiagram, { params: { id }, query: { permanent: 'true' } })).toMatchObject({ id, permanent: true });
      expect(await rowOf(id)).toBeUndefined();
      await expect(call(ada, getDiagram, { params: { id } })).rejects.toMatchObject({ code: 'not_found' });
    });
  });

  it('are copied to a file of its own that whoever copies owns [F132]', async () => {
    const body = { title: 'Original', type: 'mixed' as const, note_content: 'text', blocks: [{ source: 'flowchart LR\n a' }] };
    const original = await call(ada, createDiagram, { body });
    await share(original.id, bob.user_id, 'view');
    const copy = await call(bob, duplicateDiagram, { params: { id: original.id } });
    expect(copy).toMatchObject({
      title: 'Original (Copy)',
      type: 'mixed',
      access: 'owner',
      owner: { id: bob.user_id },
      note_content: 'text',
    });
    expect(copy.id).not.toBe(original.id);
    expect(copy.canvas_data).toEqual(original.canvas_data);
    expect(await call(ada, getDiagram, { params: { id: original.id } })).toEqual(original);
    const long = await instance.make(ada, 'x'.repeat(200));
    expect((await call(ada, duplicateDiagram, { params: { id: long.id } })).title).toMatch(/^x{193} \(Copy\)$/);
  });

  it('are for people who are signed in', async () => {
    await expect(call(null, listDiagrams, { query: {} })).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(await sessionIsOpen(instance.services.platform.kv, ada.session_id)).toBe(true);
  });
});
