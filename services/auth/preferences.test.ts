import { ErrorBody, me, Session, updatePreferences } from '@autograph/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAuth, type TestAuth } from './testing/start-auth.ts';

describe('preferences', () => {
  let instance: TestAuth;
  const tokens: string[] = [];
  beforeAll(async () => {
    instance = await startAuth();
    for (const name of ['Ada', 'Grace']) {
      const body = { email: `${name}@example.com`, password: 'SecurePass123!', name };
      tokens.push(Session.parse((await instance.send('POST', 'register', body)).body).access_token);
    }
  });
  afterAll(() => instance?.close());

  const headers = (person: number) => ({ authorization: `Bearer ${tokens[person]}` });
  const set = (person: number, body: unknown) => instance.send('PATCH', 'preferences', body, headers(person));
  const read = async (person: number) =>
    me.responses[200].parse((await instance.send('GET', 'me', undefined, headers(person))).body).preferences;

  it('are kept for each person, and start empty', async () => {
    expect(await read(0)).toEqual({});
    const answer = await set(0, { shortcuts: { tool_rectangle: ['q'], undo: [] } });
    expect(answer.status).toBe(200);
    expect(updatePreferences.responses[200].parse(answer.body).preferences.shortcuts?.tool_rectangle).toEqual(['q']);
    expect(await read(0)).toEqual({ shortcuts: { tool_rectangle: ['q'], undo: [] } });
    expect(await read(1)).toEqual({});
    await set(0, { shortcuts: {} });
    expect(await read(0)).toEqual({ shortcuts: {} });
  });

  it('refuse what is none, with its place, and keep what was', async () => {
    await set(0, { shortcuts: { undo: ['mod+shift+F5'] } });
    for (const body of [
      { shortcuts: { undo: ['shift+mod+z'] } },
      { shortcuts: { undo: 'z' } },
      { shortcuts: { undo: ['a', 'b', 'c', 'd', 'e'] } },
      { shortcuts: { 'Not an id': ['z'] } },
      { colour: 'mauve' },
      null,
    ]) {
      const answer = await set(0, body);
      expect([answer.status, ErrorBody.parse(answer.body).error.code]).toEqual([422, 'validation_failed']);
    }
    expect(await read(0)).toEqual({ shortcuts: { undo: ['mod+shift+F5'] } });
  });

  it('are for people who are signed in', async () => {
    expect((await instance.send('PATCH', 'preferences', { shortcuts: {} })).status).toBe(401);
  });
});
