import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findImporter } from '../../importers.ts';
import { readArchitecture } from '../../testing/read-architecture.ts';
import { manifest } from './manifest.ts';

async function compose(text: string) {
  const { diagrams, warnings } = (await manifest.load())(text);
  return { ...readArchitecture(diagrams[0]?.source ?? ''), warnings };
}

it('shows the services of a shop in their networks, what they call, their volumes, and who reaches them', async () => {
  const text = readFileSync(new URL('../../testing/shop.compose.yaml', import.meta.url), 'utf8');
  expect(findImporter(text, 'docker-compose.yml')).toBe(manifest);
  const { nodes, groups, links, warnings } = await compose(text);
  expect(groups).toEqual(['front', 'backend']);
  expect(nodes).toEqual({
    proxy: 'brand:traefikproxy in front',
    web: 'general:app-window in front',
    'api ×3': 'server in backend',
    'worker ×2 (full)': 'server in backend',
    db: 'tech:postgresql in backend',
    'db-data': 'disk in backend',
    cache: 'tech:redis in backend',
    'kafka-1': 'tech:kafka-icon in backend',
    'kafka-2': 'tech:kafka-icon in backend',
    minio: 'brand:minio in backend',
    'shop-objects': 'disk in backend',
    Internet: 'internet',
    'This machine': 'general:monitor',
  });
  const backends = (from: string) => [
    `${from} → cache: 6379`,
    `${from} → db: 5432`,
    `${from} → kafka-1: 9092`,
    `${from} → kafka-2: 9092`,
    `${from} → minio: 9000`,
  ];
  expect(links).toEqual(
    [
      ...backends('api ×3'),
      ...backends('worker ×2 (full)'),
      'Internet → proxy: 80, 443',
      'This machine → db: 5432',
      'db – db-data',
      'minio – shop-objects',
      'proxy → api ×3',
      'proxy → web',
      'web → api ×3: 3000',
    ].sort(),
  );
  expect(warnings).toEqual([{ message: '“api” and “worker” are in several networks, and drawn in the first.' }]);
});

describe('what calls what', () => {
  const links = async (service: string) =>
    (await compose(`services:\n  db:\n    image: postgres\n  app:\n    image: app\n${service}`)).links;

  it.each([
    ['    depends_on: [db]', ['app → db']],
    ['    links: ["db:database"]\n    environment:\n      DB: database:5433', ['app → db: 5433']],
    ['    environment:\n      DB_HOST: db', ['app → db']],
    ['    environment: ["PGDSN=host=db port=5432 dbname=app"]', ['app → db']],
    ['    environment: ["JDBC=jdbc:postgresql://db:5432/app?ssl=true"]', ['app → db: 5432']],
    ['    environment: ["HOSTS=postgres://u:p@other:1,db:5433/app"]', ['app → db: 5433']],
    [`    environment: ["URL=\${DB_URL:-postgres://db}"]`, ['app → db']],
    ['    environment: ["NAME=db", "PATH_TO=/srv/db", "URL=http://localhost/db"]', []],
    ['    environment: ["URL=http://app:80"]', []],
    ['    network_mode: service:db', ['app → db']],
    [
      `    ports: ["3000", "127.0.0.1:9229:9229/tcp", "9000-9001:9000-9001", "\${PORT:-8080}:80"]`,
      ['Internet → app: 3000, 9000-9001, 8080', 'This machine → app: 9229'],
    ],
    ['    ports: ["[::1]:80:80", "[::]:81:80"]', ['Internet → app: 81', 'This machine → app: 80']],
    ['    volumes: ["./a:/a", "/b:/b", "c:/c:ro", "~/d:/d", "/e"]', ['app – c']],
  ])('%s', async (service, expected) => {
    expect(await links(`${service}\n`)).toEqual(expected);
  });
});

it('tells what it cannot know, by line', async () => {
  const { warnings } = await compose(
    'include:\n  - other.yaml\nservices:\n  a:\n    image: x\n    depends_on:\n      - gone\n  b:\n    extends:\n      file: base.yml\n      service: b\n',
  );
  expect(warnings).toEqual([
    { message: 'What other files that are included hold is not in the diagram.', line: 2 },
    { message: '“a” depends on “gone”, which is not part of this file.', line: 7 },
    { message: '“b” extends a service of “base.yml”, which is not part of this file.', line: 9 },
  ]);
});
