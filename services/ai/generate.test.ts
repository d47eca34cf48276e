import { afterEach, describe, expect, it } from 'vitest';
import { buildChain } from './chain.ts';
import { type Attempt, generate } from './generate.ts';
import { manifests } from './providers/registry.gen.ts';
import { answers, type Captured, type StubReply, startProvider } from './testing/servers.ts';

const flowchart = '```mermaid\nflowchart LR\n  a --> b\n```';
const parse = (source: string) =>
  source.startsWith('flowchart') ? [] : [{ severity: 'error' as const, message: 'expected a diagram', line: 1, column: 1, from: 0, to: 1 }];

const running: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function provider(answer: (request: Captured, count: number) => StubReply) {
  const server = await startProvider(answer);
  running.push(server);
  return server;
}

async function run(environment: Record<string, string>, { timeoutMs = 5000 } = {}) {
  const notices: string[] = [];
  const attempts: Attempt[] = [];
  const stages: string[] = [];
  const generation = generate({
    prompt: 'a calls b',
    chain: buildChain(manifests, environment),
    check: parse,
    timeoutMs,
    signal: new AbortController().signal,
    onStage: (stage) => stages.push(stage),
    onNotice: (message) => notices.push(message),
    onAttempt: (attempt) => void attempts.push(attempt),
  });
  return { generation, notices, attempts, stages };
}

describe('generation', () => {
  it('asks the OpenAI-compatible endpoint first, with its token and gpt-4.1 unless told otherwise [F311, F312, F313, F625, F627, F628]', async () => {
    const primary = await provider(() => ({ body: answers.openai(flowchart) }));
    const { generation, attempts } = await run({ AI_BASE_URL: `${primary.url}/v1`, AI_API_KEY: 'secret', AI_PRICE: '2/8' });
    expect(await generation).toMatchObject({
      source: 'flowchart LR\n  a --> b',
      provider: 'primary',
      model: 'gpt-4.1',
      inputTokens: 120,
      outputTokens: 30,
    });
    expect(primary.requests).toHaveLength(1);
    expect(primary.requests[0]?.headers.authorization).toBe('Bearer secret');
    expect(JSON.parse(primary.requests[0]?.body ?? '')).toMatchObject({ model: 'gpt-4.1' });
    expect(attempts).toMatchObject([{ succeeded: true, cost: (120 * 2 + 30 * 8) / 1e6 }]);
  });

  it('shows the model several worked examples before the request [F319]', async () => {
    const primary = await provider(() => ({ body: answers.openai(flowchart) }));
    await (await run({ AI_BASE_URL: primary.url })).generation;
    const { messages } = JSON.parse(primary.requests[0]?.body ?? '');
    expect(messages.filter(({ role }: { role: string }) => role === 'assistant').length).toBeGreaterThanOrEqual(3);
    expect(messages.at(-1)).toMatchObject({ role: 'user', content: 'a calls b' });
  });

  it('falls back to OpenAI, then to Anthropic, and says so [F314, F316, F364, F629]', async () => {
    const down = await provider(() => ({ status: 500 }));
    const openai = await provider(() => ({ status: 500 }));
    const anthropic = await provider(() => ({ body: answers.anthropic(flowchart) }));
    const { generation, notices, attempts } = await run({
      AI_BASE_URL: down.url,
      OPENAI_API_KEY: 'k',
      OPENAI_BASE_URL: openai.url,
      ANTHROPIC_API_KEY: 'k',
      ANTHROPIC_BASE_URL: anthropic.url,
    });
    expect(await generation).toMatchObject({ provider: 'anthropic' });
    expect(notices).toEqual(['OpenAI-compatible endpoint answered with HTTP 500.', 'OpenAI answered with HTTP 500.']);
    expect(attempts.map(({ provider: id, succeeded }) => [id, succeeded])).toEqual([
      ['primary', false],
      ['openai', false],
      ['anthropic', true],
    ]);
    expect(JSON.parse(anthropic.requests[0]?.body ?? '').model).toContain('claude-3-5-sonnet');
  });

  it('speaks the protocol of OpenAI with gpt-4-turbo [F315]', async () => {
    const openai = await provider(() => ({ body: answers.openai(flowchart) }));
    const { generation } = await run({ OPENAI_API_KEY: 'k', OPENAI_BASE_URL: openai.url });
    expect(await generation).toMatchObject({ provider: 'openai', model: 'gpt-4-turbo', cost: (120 * 10 + 30 * 30) / 1e6 });
    expect(openai.requests[0]?.path).toBe('/chat/completions');
  });

  it('speaks the protocol of Gemini [F317]', async () => {
    const gemini = await provider(() => ({ body: answers.gemini(flowchart) }));
    const { generation } = await run({ GEMINI_API_KEY: 'k', GEMINI_BASE_URL: gemini.url });
    expect(await generation).toMatchObject({ provider: 'gemini', inputTokens: 120, outputTokens: 30 });
    expect(gemini.requests[0]?.path).toContain(':generateContent');
  });

  it("sends invalid text back with the parser's error", async () => {
    const primary = await provider((_, count) => ({ body: answers.openai(count === 1 ? 'nonsense' : flowchart) }));
    const { generation } = await run({ AI_BASE_URL: primary.url });
    expect(await generation).toMatchObject({ source: 'flowchart LR\n  a --> b', inputTokens: 240 });
    expect(primary.requests[1]?.body).toContain('line 1, column 1: expected a diagram');
  });

  it('counts what a provider used before it failed', async () => {
    const primary = await provider((_, count) => (count === 1 ? { body: answers.openai('no diagram') } : { status: 401 }));
    const { generation, attempts } = await run({ AI_BASE_URL: primary.url });
    await expect(generation).rejects.toMatchObject({ code: 'generation_failed' });
    expect(attempts).toMatchObject([{ succeeded: false, inputTokens: 120, outputTokens: 30 }]);
  });

  it('gives up with a clear error after two corrections', async () => {
    const primary = await provider(() => ({ body: answers.openai('nonsense') }));
    const { generation } = await run({ AI_BASE_URL: primary.url });
    await expect(generation).rejects.toMatchObject({
      code: 'generation_failed',
      details: [{ path: 'primary', message: expect.stringContaining('does not parse') }],
    });
    expect(primary.requests).toHaveLength(3);
  });

  it('cuts off a provider that takes too long [F363]', async () => {
    const primary = await provider(() => ({ hang: true }));
    const { generation } = await run({ AI_BASE_URL: primary.url }, { timeoutMs: 150 });
    await expect(generation).rejects.toMatchObject({ code: 'timeout', details: [{ message: expect.stringContaining('took too long') }] });
  });

  it('names a refused key [F365]', async () => {
    const primary = await provider(() => ({ status: 401, body: { error: { message: 'bad key' } } }));
    const { generation } = await run({ AI_BASE_URL: primary.url, AI_API_KEY: 'wrong' });
    await expect(generation).rejects.toMatchObject({ details: [{ message: expect.stringContaining('refused its API key') }] });
  });

  it('uses the built-in generator when nothing is configured, and never beside a configured one', () => {
    expect(buildChain(manifests, {}).map(({ id }) => id)).toEqual(['builtin']);
    expect(buildChain(manifests, { AI_BASE_URL: 'http://127.0.0.1:1' }).map(({ id }) => id)).toEqual(['primary']);
  });

  it('says which setting is wrong', () => {
    expect(() => buildChain(manifests, { AI_BASE_URL: 'not a url' })).toThrow(/AI_BASE_URL/);
  });
});
