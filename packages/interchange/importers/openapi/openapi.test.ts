import { readFileSync } from 'node:fs';
import { openOracle } from '@autograph/languages/conformance/oracle.node.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findImporter } from '../../importers.ts';
import { mustBeRead } from '../../testing/must-be-read.ts';
import { manifest } from './manifest.ts';

const shop = readFileSync(new URL('../../testing/shop.openapi.yaml', import.meta.url), 'utf8');
const read = async (text: string) => {
  const { diagrams, warnings } = (await manifest.load())(text);
  return { sources: diagrams.map(({ source }) => source), warnings };
};
const of = (description: object) => read(JSON.stringify(description));

it('shows the schemas of a shop as classes, and what its clients ask as a sequence', async () => {
  expect(findImporter(shop, 'openapi.yaml')).toBe(manifest);
  const { sources, warnings } = await read(shop);
  const [classes = '', sequence = ''] = sources;
  for (const line of [
    'id: uuid',
    'tags?: string[]',
    'colour?: red | green',
    'Product --> "1" Money : price',
    'Product --> "*" Product : related',
    'OrderBase --> "*" Product : lines.product',
    'OrderBase <|-- Order',
    'Order --> "0..1" Payment : payment',
    'Payment <|.. S_link_Transfer',
    'class S_link_Transfer["link.Transfer"] {',
    '<<enumeration>>',
    'cancelled',
  ])
    expect(classes.split('\n').map((one) => one.trim())).toContain(line);
  expect(sequence.split('\n').map((one) => one.trim())).toEqual([
    'sequenceDiagram',
    'actor C as Client',
    'participant P1 as catalogue',
    'participant P2 as orders',
    'Note over C,P2: 🔒 needs bearerAuth (http bearer JWT)',
    'C->>P1: GET /products',
    'P1-->>C: 200 Product[]',
    'C->>P1: GET /products/{id}',
    'P1-->>C: 200 Product / 404',
    'C->>P2: POST /orders: OrderBase 🔒',
    'P2-->>C: 201 Order / 401, 422',
    'C->>P2: DELETE /orders/{id} 🔒',
    'P2-->>C: 204 / default',
    'P2->>C: orderShipped: Order',
    'C-->>P2: 200',
    '',
  ]);
  expect(warnings).toEqual([
    { message: '“#/components/responses/Gone” leads to nothing in this file.', line: expect.any(Number) },
    { message: '“stock.yaml#/Warehouse” is not part of this file.', line: expect.any(Number) },
  ]);
  const ask = await openOracle();
  for (const source of sources) {
    mustBeRead(source);
    expect(await ask(source), source).toMatchObject({ accepted: true });
  }
});

it('reads Swagger 2 in JSON', async () => {
  const swagger = {
    swagger: '2.0',
    info: { title: 'Pets', version: '1' },
    securityDefinitions: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
    security: [{ key: [] }],
    paths: {
      '/pets': {
        post: {
          parameters: [{ in: 'body', name: 'pet', schema: { $ref: '#/definitions/Pet' } }],
          responses: { 200: { schema: { $ref: '#/definitions/Pet' } } },
        },
      },
    },
    definitions: { Pet: { type: 'object', properties: { mother: { $ref: '#/definitions/Pet' } } } },
  };
  expect(findImporter(JSON.stringify(swagger, null, 2), 'api.json')).toBe(manifest);
  const { sources, warnings } = await of(swagger);
  expect(sources[0]).toContain('Pet --> "0..1" Pet : mother');
  expect(sources[1]).toContain(
    'participant P1 as Pets\n  Note over C,P1: All operations need key (apiKey X-Key)\n  C->>P1: POST /pets: Pet\n  P1-->>C: 200 Pet',
  );
  expect(warnings).toEqual([]);
});

it.each([
  'services:\n  api:\n    image: openapi\n    ports: ["80:80"]\n',
  'apiVersion: v1\nkind: Service\nmetadata:\n  name: openapi\n',
  '{"name": "x", "config": {"openapi": "3.0.0"}}',
  'To write one, begin with\n\nopenapi: 3.0.0\n',
  'openapi: 4\n',
])('is not taken for what it is not: %s', (text) => {
  expect(findImporter(text)).not.toBe(manifest);
});

it('tolerates references in circles', async () => {
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const { sources, warnings } = await of({
    openapi: '3.0.3',
    paths: { '/a': { $ref: '#/paths/~1b' }, '/b': { $ref: '#/paths/~1a' } },
    components: { schemas: { A: ref('B'), B: ref('A'), C: { allOf: [ref('C')] }, D: { type: 'array', items: ref('D') } } },
  });
  expect(sources).toHaveLength(1);
  mustBeRead(sources[0] ?? '');
  expect(warnings.map(({ message }) => message)).toEqual(expect.arrayContaining([expect.stringContaining('refers to itself')]));
});

it('shows the schemas that most refer to, and the first operations, of very many', async () => {
  const schemas = Object.fromEntries(
    Array.from({ length: 90 }, (_, at) => [`T${at}`, { properties: { of: { $ref: '#/components/schemas/T89' } } }]),
  );
  const paths = Object.fromEntries(Array.from({ length: 70 }, (_, at) => [`/t${at}`, { get: { responses: { 200: {} } } }]));
  const { sources, warnings } = await of({ openapi: '3.1.0', paths, components: { schemas } });
  expect(sources[0]).toContain('class T89 {');
  expect(sources[0]?.match(/ class /g)).toHaveLength(60);
  expect(sources[1]?.match(/->>P1/g)).toHaveLength(60);
  expect(warnings.map(({ message }) => message)).toEqual([
    'Of 90 schemas, the 60 that others refer to most are shown.',
    'Of 70 operations, the first 60 are shown.',
  ]);
});

const words = fc.oneof(
  fc.string({ maxLength: 10 }),
  fc.constantFrom(
    'class',
    'note',
    'link',
    'end',
    'a"b',
    '}',
    'x()',
    '%%x',
    '<<a>>',
    '日本',
    'a:b',
    '-x',
    'a;b#c',
    '@{',
    'as',
    '+',
    '__proto__',
  ),
);

it('writes what Mermaid reads, whatever things are called', async () => {
  const ask = await openOracle();
  const cases = fc.array(fc.record({ name: words, property: words, value: words, tag: words }), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(cases, async (all) => {
      const schemas = Object.fromEntries(
        all.map(({ name, property, value }) => [
          name,
          { required: [property], properties: { [property]: { enum: [value] }, [value]: { items: {} } } },
        ]),
      );
      const paths = Object.fromEntries(
        all.map(({ property, tag, name }) => [
          `/${property}`,
          { get: { tags: [tag], requestBody: { content: { a: { schema: { const: name } } } } } },
        ]),
      );
      const { sources } = await of({ openapi: '3.1.0', info: { title: all[0]?.value }, paths, components: { schemas } });
      for (const source of sources) {
        mustBeRead(source);
        expect(await ask(source), source).toMatchObject({ accepted: true });
      }
    }),
    {
      examples: [[[{ name: 'o', property: 'class', value: '', tag: 'class' }]]],
      numRuns: Number(process.env.FUZZ_RUNS ?? 100),
      seed: Number(process.env.FUZZ_SEED ?? 7),
    },
  );
}, 60_000);
