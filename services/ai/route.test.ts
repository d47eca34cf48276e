import { createClient } from '@autograph/contracts';
import { generateDiagram } from '@autograph/contracts/ai.ts';
import { usageMetrics, users } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import type { Identity } from '@autograph/service-kit';
import { startTestServices, type TestServices, testIdentity } from '@autograph/service-kit/testing/index.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { service } from './index.ts';
import { answers, startProvider } from './testing/servers.ts';

const flowchart = '```mermaid\nflowchart LR\n  a --> b\n```';
const hangs = Promise.withResolvers<void>();
const dropped = Promise.withResolvers<void>();
let provider: Awaited<ReturnType<typeof startProvider>>;
let services: TestServices;
let url = '';

beforeAll(async () => {
  provider = await startProvider(
    ({ body }) => {
      if (body.includes('say nothing')) {
        hangs.resolve();
        return { hang: true };
      }
      return body.includes('fail') ? { status: 401 } : { body: answers.openai(flowchart) };
    },
    () => dropped.resolve(),
  );
  services = await startTestServices([service], { AI_BASE_URL: provider.url, AI_PRICE: '2/8' });
  url = await services.host.app('ai').listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await services.close();
  await provider.close();
});

async function person(): Promise<Identity> {
  const identity = testIdentity();
  const row = { id: identity.user_id, name: identity.name, email: `${identity.user_id}@example.com` };
  await services.platform.db.insert(users).values(row);
  return identity;
}

async function ask(identity: Identity, prompt: string, signal?: AbortSignal): Promise<Response> {
  return fetch(`${url}${generateDiagram.path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await services.token(identity)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ prompt }),
    ...(signal && { signal }),
  });
}

const eventsOf = (text: string) => [...text.matchAll(/^event: (.*)$/gm)].map((match) => match[1]);

describe('the stream of a generation', () => {
  it('ends with the diagram, and what it used is recorded with its cost', async () => {
    const ada = await person();
    const text = await (await ask(ada, 'a calls b')).text();
    expect(eventsOf(text).at(0)).toBe('stage');
    expect(eventsOf(text).at(-1)).toBe('done');
    const rows = await services.platform.db.select().from(usageMetrics).where(eq(usageMetrics.userId, ada.user_id));
    expect(rows).toMatchObject([{ metric: 'ai_generation', provider: 'primary', inputTokens: 120, outputTokens: 30 }]);
    expect(Number(rows[0]?.costUsd)).toBeCloseTo((120 * 2 + 30 * 8) / 1e6, 8);
  });

  it('ends with a coded error that says what to do', async () => {
    const text = await (await ask(await person(), 'fail')).text();
    expect(eventsOf(text).at(-1)).toBe('error');
    const last = text.trim().split('\n').at(-1) ?? '';
    expect(JSON.parse(last.replace(/^data: /, ''))).toMatchObject({
      error: { code: 'generation_failed', action: expect.any(String), details: [{ path: 'primary' }] },
    });
  });

  it('stops asking the provider when nobody listens any more', async () => {
    const gone = new AbortController();
    const answer = ask(await person(), 'say nothing', gone.signal)
      .then((response) => response.text())
      .catch((error: unknown) => error);
    await hangs.promise;
    gone.abort();
    await dropped.promise;
    expect(await answer).toBeInstanceOf(Error);
  });

  it('is for people who are signed in', async () => {
    await expect(createClient({ baseUrl: url })(generateDiagram, { body: { prompt: 'a calls b' } })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });
});
