import { describe, expect, it } from 'vitest';
import { iconAliases } from './aliases.ts';
import { type IconKind, iconSets } from './icon.ts';
import { iconEntries, loadIcon, loadIconOrMark } from './library.node.ts';
import { createIconSearch } from './search-icons.ts';

const entries = iconEntries();
const search = createIconSearch(entries);
const top = (query: string, limit = 5) => search(query, { limit }).map(({ item }) => item.id);
const ofKind = (kind: IconKind) => entries.filter((icon) => icon.kind === kind).map(({ id }) => id);

describe('icon library', () => {
  it('holds the cloud vendors and thousands of brands, each with its own id [F205]', () => {
    const count = (set: string) => entries.filter((icon) => icon.set === set).length;
    expect(count('aws')).toBeGreaterThanOrEqual(915);
    expect(count('azure')).toBeGreaterThanOrEqual(600);
    expect(count('gcp')).toBeGreaterThanOrEqual(217);
    expect(count('brand')).toBeGreaterThanOrEqual(2900);
    expect(count('general')).toBeGreaterThan(1000);
    expect(new Set(entries.map((icon) => icon.id)).size).toBe(entries.length);
  });

  it('has a picture for every fiftieth icon of each set [F205]', async () => {
    for (const set of iconSets) {
      const sample = entries.filter((icon) => icon.set === set).filter((_, at) => at % 50 === 0);
      const pictures = await Promise.all(sample.map(({ id }) => loadIcon(id)));
      for (const [at, svg] of pictures.entries()) expect(svg, sample[at]?.id).toMatch(/^<svg [^>]*\bwidth="[\d.]+/);
    }
  });

  it('knows other names of icons that there are', () => {
    const known = new Set(entries.map(({ id }) => id));
    expect(Object.keys(iconAliases).filter((id) => !known.has(id))).toEqual([]);
  });

  it('names icons as people write them', () => {
    const title = (id: string) => entries.find((icon) => icon.id === id)?.title;
    expect(title('aws:amazon-dynamo-db')).toBe('Amazon DynamoDB');
    expect(title('aws:amazon-cloud-front')).toBe('Amazon CloudFront');
    expect(title('aws:amazon-f-sxfor-lustre')).toBe('Amazon FSx for Lustre');
    expect(title('aws:aws-identityand-access-management')).toBe('AWS Identity and Access Management');
    expect(title('azure:azure-database-my-sql-server')).toBe('Azure Database MySQL Server');
    expect(title('aws:aws-lambda-lambda-function')).toBe('AWS Lambda Function');
    expect(title('aws:amazon-dynamo-db-amazon-dynamo-db-accelerator')).toBe('Amazon DynamoDB Accelerator');
    expect(title('aws:amazon-elastic-file-system-file-system')).toBe('Amazon Elastic File System (file system)');
    expect(title('gcp:big-query')).toBe('BigQuery');
    expect(title('tech:postgresql')).toBe('PostgreSQL');
    expect(title('tech:github-icon')).toBe('GitHub');
  });
});

describe('icon search', () => {
  it('puts the icon that people mean first, by partial, misspelt and other names [F206]', () => {
    expect(top('ec2')[0]).toBe('aws:amazon-ec2');
    expect(top('s3')[0]).toBe('aws:amazon-simple-storage-service');
    expect(top('lambda')[0]).toBe('aws:aws-lambda');
    expect(top('dynamo db')[0]).toBe('aws:amazon-dynamo-db');
    expect(top('postgre')).toContain('tech:postgresql');
    expect(top('postgres')[0]).toBe('tech:postgresql');
    expect(top('postgress')).toContain('tech:postgresql');
    expect(top('kuberntes')).toContain('tech:kubernetes');
    expect(top('k8s')[0]).toBe('tech:kubernetes');
    expect(top('azure vm')[0]).toBe('azure:virtual-machine');
    expect(top('gcp compute')[0]).toBe('gcp:compute-engine');
    expect(top('mobile')).toContain('general:smartphone');
    expect(top('react')).toContain('brand:react');
    expect(top('react')).toContain('tech:react');
  });

  it('takes a vendor for itself or beside a name', () => {
    expect(search('AWS', { limit: 20 }).filter(({ item }) => item.set === 'aws').length).toBeGreaterThan(15);
    expect(top('aws rds')[0]).toBe('aws:amazon-rds');
    expect(top('qqqqzzzz')).toEqual([]);
  });
});

describe('kinds of icons', () => {
  it('tell services apart by what they are for [F207]', () => {
    const shown = {
      compute: ['aws:amazon-ec2', 'aws:aws-lambda', 'azure:virtual-machine', 'gcp:compute-engine'],
      database: ['aws:amazon-rds', 'aws:amazon-dynamo-db', 'azure:azure-cosmos-db', 'gcp:cloud-sql', 'tech:postgresql'],
      storage: ['aws:amazon-simple-storage-service', 'aws:amazon-efs', 'azure:storage-accounts', 'gcp:cloud-storage'],
      networking: ['aws:amazon-virtual-private-cloud', 'aws:amazon-cloud-front', 'azure:virtual-networks', 'gcp:cloud-dns'],
    } as const;
    for (const kind of ['compute', 'database', 'storage', 'networking'] as const) {
      const ids = ofKind(kind);
      for (const [of, own] of Object.entries(shown))
        for (const id of own) expect(ids.includes(id), `${id} under ${kind}`).toBe(of === kind);
    }
  });

  it('cover nearly all of what the cloud vendors offer', () => {
    for (const set of ['aws', 'azure', 'gcp']) {
      const all = entries.filter((icon) => icon.set === set);
      expect(all.filter((icon) => icon.kind).length / all.length, set).toBeGreaterThan(0.79);
    }
  });

  it("agree with the colours of Amazon's own categories [F207]", async () => {
    const tiles = { compute: '#ed7100', database: '#c925d1', storage: '#7aa116', security: '#dd344c', ai: '#01a88d' } as const;
    for (const [kind, tile] of Object.entries(tiles)) {
      let held = 0;
      const services = entries.filter((icon) => icon.kind === kind && /^aws:(amazon|aws)-[a-z0-9]+(-[a-z0-9]+)?$/.test(icon.id));
      for (const { id } of services) {
        const svg = (await loadIcon(id)) ?? '';
        if (!svg.includes('viewBox="0 0 64 64"') || !svg.includes('<title>Icon-Architecture')) continue;
        expect(svg, id).toContain(tile);
        held += 1;
      }
      expect(held, kind).toBeGreaterThan(3);
    }
  });
});

describe('icons on a ground', () => {
  it('keep their colours where they show, and take the ink of the board where they would not', async () => {
    expect(await loadIcon('brand:github', { ground: '#ffffff' })).toContain('#181717');
    expect(await loadIcon('brand:github', { ground: '#16191f' })).toContain('#e6e9ef');
    expect(await loadIcon('brand:react', { ground: '#16191f' })).toContain('#61DAFB');
    expect(await loadIcon('general:server', { ground: '#16191f' })).not.toContain('currentColor');
    expect(await loadIcon('general:server', { ground: '#ffffff', ink: '#c92a2a' })).toContain('stroke="#c92a2a"');
    expect(await loadIcon('aws:amazon-ec2', { ground: '#16191f', ink: '#c92a2a' })).toContain('#ed7100');
  });

  it('are marked where there is none of the id', async () => {
    expect(await loadIcon('aws:no-such-icon')).toBeUndefined();
    expect(await loadIconOrMark('aws:no-such-icon', { ground: '#ffffff' })).toMatch(/^<svg width="24" height="24"/);
  });
});
