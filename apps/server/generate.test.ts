import { service as ai } from '@autograph/ai';
import { answers, startProvider } from '@autograph/ai/testing/servers.ts';
import { collaboration } from '@autograph/collaboration';
import { createDiagram, deleteDiagram, getDiagram } from '@autograph/contracts';
import { generateDiagram } from '@autograph/contracts/ai.ts';
import { shares, users } from '@autograph/database';
import { diagram } from '@autograph/diagram';
import type { Identity } from '@autograph/service-kit';
import { startTestServices, type TestServices, testIdentity } from '@autograph/service-kit/testing/index.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

describe('a diagram that is generated into a file', () => {
  let provider: Awaited<ReturnType<typeof startProvider>>;
  let services: TestServices;
  let ada: Identity;
  let bob: Identity;
  beforeAll(async () => {
    provider = await startProvider(() => ({ body: answers.openai('```mermaid\nflowchart LR\n  a --> b\n```') }));
    services = await startTestServices([collaboration, diagram, ai], { AI_BASE_URL: provider.url });
    const person = async (name: string) => {
      const identity = testIdentity({ name });
      await services.platform.db.insert(users).values({ id: identity.user_id, name, email: `${name}@example.com` });
      return identity;
    };
    ada = await person('Ada');
    bob = await person('Bob');
  });
  afterAll(async () => {
    await services.close();
    await provider.close();
  });

  const make = async () => (await services.call(ada, createDiagram, { body: { title: 'Plan', type: 'canvas' } })).id;
  const generate = (identity: Identity, diagram_id: string) =>
    services.call(identity, generateDiagram, { body: { prompt: 'a calls b', diagram_id } });

  it('is in the file when the stream ends', async () => {
    const id = await make();
    const text = await (await generate(ada, id)).text();
    expect(text).toMatch(/event: done\ndata: .*"block_id":"\w+/);
    const { canvas_data } = await services.call(ada, getDiagram, { params: { id } });
    expect(canvas_data.blocks.map(({ source }) => source)).toEqual(['flowchart LR\n  a --> b']);
  });

  it('is refused before anybody is asked for it when the file may not be written', async () => {
    const asked = provider.requests.length;
    const id = await make();
    await expect(generate(bob, id)).rejects.toMatchObject({ code: 'forbidden' });
    await services.platform.db.insert(shares).values({ fileId: id, userId: bob.user_id, permission: 'view' });
    await expect(generate(bob, id)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(generate(ada, crypto.randomUUID())).rejects.toMatchObject({ code: 'not_found' });
    await services.call(ada, deleteDiagram, { params: { id }, query: {} });
    await expect(generate(ada, id)).rejects.toMatchObject({ code: 'not_found' });
    expect(provider.requests).toHaveLength(asked);
  });
});
