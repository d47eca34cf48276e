import { checkSource, detectLanguage } from '@autograph/languages';
import fc from 'fast-check';
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

  /** The names of a sequence diagram's participants, in order. */
  const participants = (source: string) => [...source.matchAll(/^ {2}(?:participant|actor) \w+ as (.*)$/gm)].map((match) => match[1]);

  it('plays an exchange among the participants that the request lists, and no others', async () => {
    const source = await draw('login between browser, api and identity provider');
    expect(participants(source)).toEqual(['Browser', 'API', 'Identity provider']);
    expect(source).toMatch(/W->>S: Log in\n {2}S->>A: Check credentials\n {2}alt password is right\n {4}A-->>S: Identity/);
    expect(participants(await draw('OAuth sequence between a mobile app, Okta and our API'))).toEqual(['Mobile app', 'Okta', 'API']);
    expect(participants(await draw('sign-up between Alice and Bob'))).toEqual(['Alice', 'Bob']);
    expect(participants(await draw('Sequence between door, lamp, fan, oven, roof and moon'))).toHaveLength(6);
  });

  it('gives an exchange the names that the request mentions', async () => {
    expect(participants(await draw('User login flow with Auth0 and PostgreSQL'))).toEqual(['Users', 'Web app', 'Auth0', 'PostgreSQL']);
    expect(participants(await draw('User login flow'))).toEqual(['Users', 'Web app', 'Auth service', 'Database']);
  });

  it('draws signing in with a one-time code without a password', async () => {
    const source = await draw('Sequence: sign-in with a one-time code');
    expect(participants(source)).toEqual(['User', 'Web app', 'Auth service', 'Database', 'E-mail']);
    expect(source).toContain('M-->>U: One-time code');
    expect(source).not.toMatch(/password/i);
  });

  it('tells what the sentences tell, when they tell two things or more', async () => {
    const source = await draw('Sequence: on login the browser calls the API, the API calls Okta');
    expect(participants(source)).toEqual(['Browser', 'API', 'Okta']);
    expect(source).toContain('browser->>api: calls\n  api->>okta: calls');
    const registering = await draw('Sequence: a user registers on a mobile app, the app calls the API, the API writes to Postgres');
    expect(registering).toContain('users->>mobile: registers\n  mobile->>api: calls\n  api->>postgres: writes');
  });

  const listable = ['browser', 'api', 'identity provider', 'user', 'database', 'mobile app', 'warehouse', 'Alice', 'queue', 'e-mail'];
  it('plays every exchange with whoever is listed', async () => {
    const exchange = fc.constantFrom('login', 'sign-up', 'OAuth', 'password reset', 'checkout', 'one-time code');
    await fc.assert(
      fc.asyncProperty(exchange, fc.uniqueArray(fc.constantFrom(...listable), { minLength: 2, maxLength: 5 }), async (name, list) => {
        const source = await draw(`${name} sequence between ${list.slice(0, -1).join(', ')} and ${list.at(-1)}`);
        expect(checkSource('mermaid', source)).toEqual([]);
        expect(participants(source)).toHaveLength(list.length);
        expect(source).toMatch(/->>/);
        expect(source).not.toMatch(/alt .*\n {2}else .*\n {2}end/);
      }),
    );
  });

  it.each([
    ['A Lambda consumes SQS and writes DynamoDB', ['lambda>sqs', 'lambda>dynamodb']],
    ['The API validates the cart', ['api>cart']],
    ['order system with Kafka, payment service, Stripe', ['orders>kafka', 'orders>payments', 'orders>stripe']],
    ['a booking system that writes to MySQL', ['bookingsystem>mysql']],
  ])('relates the parts of: %s', async (prompt, expected) => {
    expect(relations(await draw(prompt))).toEqual(expected);
  });

  it('joins every table of a data model', async () => {
    const source = await draw('ER of users, orders and products');
    expect(source).toMatch(/USER \|\|--o\{ ORDER : has\n {2}ORDER \|\|--o\{ ORDER_ITEM : has\n {2}PRODUCT \|\|--o\{ ORDER_ITEM : has/);
    expect(source).not.toContain('CATEGORY');
    expect(await draw('Tables of an online shop')).toMatch(/ORDER \|\|--o\{ PAYMENT/);
    for (const prompt of ['ER of students and courses', 'Schema with gadgets, widgets and gizmos', 'tables of books and members']) {
      const drawn = await draw(prompt);
      const joined = new Set([...drawn.matchAll(/^ {2}(\w+) \|\|--o\{ (\w+)/gm)].flatMap((match) => match.slice(1)));
      const tables = [...drawn.matchAll(/^ {2}(\w+) \{$/gm)].map((match) => match[1]);
      expect(tables.filter((table) => !joined.has(table ?? ''))).toEqual([]);
    }
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
