import { checkSource, detectLanguage } from '@autograph/languages';
import { describe, expect, it } from 'vitest';
import { manifest } from './manifest.ts';

async function draw(prompt: string): Promise<string> {
  const connection = manifest.connect({});
  const answer = await connection?.complete({
    system: '',
    messages: [{ role: 'user', content: prompt }],
    signal: new AbortController().signal,
  });
  return answer?.text ?? '';
}

/** The relations of a flowchart as `from>to`. */
const relations = (source: string) =>
  [...source.matchAll(/^ {2}(\w+) -->(?:\|[^|]*\|)? (\w+)$/gm)].map((match) => `${match[1]}>${match[2]}`);

const prompts = [
  'users go through a CDN to a web app that reads Postgres and Redis',
  'E-commerce architecture with frontend, backend and database',
  'AWS architecture with EC2, S3 and RDS',
  'React frontend with Node.js backend',
  'Microservices architecture with Kafka',
  'User login flow',
  'OAuth authorization code flow',
  'Checkout sequence with payment',
  'Database schema for blog',
  'Schema with customers, orders, order items and gadgets',
  'CI/CD pipeline with Jenkins',
  'Serverless image processing with Lambda and S3',
  'IoT platform with devices and Kafka',
];

describe('built-in generator', () => {
  it.each(prompts)('writes text that parses for: %s', async (prompt) => {
    const source = await draw(prompt);
    expect(checkSource('mermaid', source)).toEqual([]);
  });

  it('composes what the sentence says, each part joined as told', async () => {
    const source = await draw('users go through a CDN to a web app that reads Postgres and Redis');
    expect(relations(source)).toEqual(['users>cdn', 'cdn>webapp', 'webapp>postgres', 'webapp>redis']);
    expect(source).toContain('|"reads"|');
  });

  it('follows several sentences, and services it has never heard of', async () => {
    const source = await draw(
      'A mobile app calls the API gateway, which routes to an order service and a pricing service. The order service writes to MySQL and publishes to RabbitMQ.',
    );
    expect(relations(source)).toEqual(['mobile>gateway', 'gateway>orders', 'gateway>pricingservice', 'orders>mysql', 'orders>rabbitmq']);
  });

  it('joins frontend, backend and database of a shop, and leaves nothing floating [F310]', async () => {
    const source = await draw('E-commerce architecture with frontend, backend and database');
    const joined = new Set(relations(source).flatMap((relation) => relation.split('>')));
    for (const id of ['frontend', 'backend', 'database']) expect(joined).toContain(id);
  });

  it('knows the kind of diagram from the request [F318]', async () => {
    const kind = async (prompt: string) => detectLanguage('mermaid', await draw(prompt))?.id;
    expect(await kind('User login flow')).toBe('mermaid-sequence');
    expect(await kind('Database schema for blog')).toBe('mermaid-er');
    expect(await kind('Microservices architecture')).toBe('mermaid-flowchart');
  });

  it('gives components the icons of their technology [F325, F326]', async () => {
    expect(await draw('React frontend with Node.js backend')).toMatch(/react@\{ icon: "tech:react".*\n.*node@\{ icon: "tech:nodejs-icon"/);
    for (const name of ['postgres', 'postgresql', 'pg']) expect(await draw(`an API that reads ${name}`)).toContain('tech:postgresql');
  });

  it('says what it needs when it knows nothing of the request', async () => {
    await expect(draw('something nice')).rejects.toMatchObject({
      code: 'generation_failed',
      message: expect.stringContaining('name some'),
    });
  });
});
