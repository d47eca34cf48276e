import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressesOf, ports, readConfig } from '@autograph/service-kit';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { root } from '../source-files.ts';
import { complaints, kubernetes, type Manifest, rendered, written } from './manifests.ts';
import { Workload } from './pod.ts';

const services = Object.keys(ports);
const overlays = [
  'overlays/rolling',
  'overlays/external-databases',
  'overlays/blue-green/blue',
  'overlays/blue-green/green',
  'overlays/blue-green/door',
  'overlays/canary',
];
const hasKubectl = rendered('base') !== null;

const named = (manifests: readonly Manifest[], kind: string) => manifests.filter((manifest) => manifest.kind === kind);
const sound = async (manifests: readonly Manifest[]) => {
  for (const manifest of manifests) expect(await complaints(manifest), `${manifest.kind} ${manifest.metadata.name}`).toEqual([]);
};

const Service = z.object({
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    selector: z.record(z.string(), z.string()).optional(),
    ports: z.array(z.object({ name: z.string(), port: z.number() })),
  }),
});
const Scaler = z.object({
  spec: z.object({
    scaleTargetRef: z.object({ name: z.string() }),
    minReplicas: z.number(),
    maxReplicas: z.number(),
    metrics: z.array(z.object({ resource: z.object({ name: z.string(), target: z.object({ averageUtilization: z.number() }) }) })),
  }),
});
const Budget = z.object({
  spec: z.object({ minAvailable: z.number(), selector: z.object({ matchLabels: z.record(z.string(), z.string()) }) }),
});

describe('the manifests of Kubernetes', () => {
  it('say what the published schemas of their kinds allow [F020]', () => sound(written()));

  it('give every service the name and port by which the others call it [F013, F030]', () => {
    const config = readConfig({ ENV: 'kubernetes' });
    const found = named(written(), 'Service').map((manifest) => Service.parse(manifest));
    for (const name of services) {
      const { hostname, port } = new URL((addressesOf(name, config)[0] ?? '').replace('dns+', ''));
      const service = found.find(({ metadata }) => metadata.name === hostname);
      expect(service?.spec.ports, name).toEqual([expect.objectContaining({ name: 'http', port: Number(port) })]);
      expect(service?.spec.selector).toEqual({ 'app.kubernetes.io/component': name });
    }
  });

  it('let each service grow from 2 to 10 above 70 % of its CPU, or by memory, and keep one through every disruption [F055]', () => {
    const scalers = named(written(), 'HorizontalPodAutoscaler').map((manifest) => Scaler.parse(manifest).spec);
    expect(scalers.map(({ scaleTargetRef }) => scaleTargetRef.name).sort()).toEqual([...services].sort());
    for (const { minReplicas, maxReplicas, metrics } of scalers) {
      expect([minReplicas, maxReplicas]).toEqual([2, 10]);
      expect(metrics.map(({ resource }) => [resource.name, resource.target.averageUtilization])).toEqual([
        ['cpu', 70],
        ['memory', 80],
      ]);
    }
    const budgets = named(written(), 'PodDisruptionBudget').map((manifest) => Budget.parse(manifest).spec);
    expect(budgets.map(({ selector }) => selector.matchLabels['app.kubernetes.io/component']).sort()).toEqual([...services].sort());
    expect(budgets.every(({ minAvailable }) => minAvailable === 1)).toBe(true);
  });

  it('add no instance for memory that every process holds, and have connections for all instances that there may be', () => {
    const Pod = z.object({
      spec: z.object({
        strategy: z.object({ rollingUpdate: z.object({ maxSurge: z.number() }) }),
        template: z.object({
          spec: z.object({ containers: z.tuple([z.object({ resources: z.object({ requests: z.object({ memory: z.string() }) }) })]) }),
        }),
      }),
    });
    const { strategy, template } = Pod.parse(parse(readFileSync(join(kubernetes, 'base/pod.yaml'), 'utf8'))).spec;
    const requested = Number(template.spec.containers[0].resources.requests.memory.replace(/Mi$/, '')) * 1.048576;
    const idle = Number(/a process 120 to (\d+) MB/.exec(readFileSync(join(root, 'docs/operations.md'), 'utf8'))?.[1]);
    const scalers = named(written(), 'HorizontalPodAutoscaler').map((manifest) => Scaler.parse(manifest).spec);
    for (const { metrics } of scalers) {
      const memory = metrics.find(({ resource }) => resource.name === 'memory')?.resource.target.averageUtilization ?? 0;
      expect((requested * memory) / 100).toBeGreaterThan(idle * 1.5);
    }

    const Settings = z.object({ data: z.object({ DATABASE_POOL: z.coerce.number(), DATABASE_POOL_BURST: z.coerce.number() }) });
    const { DATABASE_POOL, DATABASE_POOL_BURST } = Settings.parse(named(written(), 'ConfigMap')[0]).data;
    const processes = scalers.reduce((sum, { maxReplicas }) => sum + maxReplicas + strategy.rollingUpdate.maxSurge, 0);
    const Server = z.object({
      spec: z.object({ template: z.object({ spec: z.object({ containers: z.tuple([z.object({ args: z.array(z.string()) })]) }) }) }),
    });
    const server = named(written(), 'StatefulSet').find(({ metadata }) => metadata.name === 'postgres');
    const [{ args }] = Server.parse(server).spec.template.spec.containers;
    const offered = Number(args.find((arg) => arg.startsWith('max_connections='))?.split('=')[1]);
    // Some are left for tools, backups and the server's own.
    expect(processes * (DATABASE_POOL + DATABASE_POOL_BURST)).toBeLessThanOrEqual(offered - 40);
  });

  it('let traces out, mail out of who sends it, and a Prometheus in to every port of metrics', () => {
    const Policy = z.object({
      spec: z.object({
        podSelector: z.object({ matchExpressions: z.array(z.object({ values: z.array(z.string()) })) }),
        egress: z.array(z.object({ ports: z.array(z.object({ port: z.number() })) })).optional(),
        ingress: z.array(z.object({ ports: z.array(z.object({ port: z.number() })) })).optional(),
      }),
    });
    const policies = named(written(), 'NetworkPolicy');
    const policy = (name: string) => {
      const { podSelector, egress, ingress } = Policy.parse(policies.find(({ metadata }) => metadata.name === name)).spec;
      const open = [...(egress ?? []), ...(ingress ?? [])].flatMap((rule) => rule.ports.map(({ port }) => port));
      return [podSelector.matchExpressions[0]?.values.toSorted(), open.sort((a, b) => a - b)];
    };
    expect(policy('to-collector')).toEqual([[...services].sort(), [4318]]);
    expect(policy('to-mail')).toEqual([
      ['auth', 'gateway'],
      [25, 465, 587],
    ]);
    expect(policy('from-prometheus')).toEqual([[...services].sort(), Object.values(ports).sort((a, b) => a - b)]);
  });

  it('hold no secret', () => {
    expect(named(written(), 'Secret')).toEqual([]);
  });

  describe.skipIf(!hasKubectl)('as Kustomize puts them together', () => {
    it.each(['base', ...overlays])('are sound: %s', async (folder) => {
      const manifests = rendered(folder) ?? [];
      expect(manifests.length).toBeGreaterThan(0);
      await sound(manifests);
      const placed = manifests.filter(({ kind }) => kind !== 'Namespace').map(({ metadata }) => metadata.namespace);
      expect(placed.filter((namespace) => !namespace?.startsWith('autograph'))).toEqual([]);
    });

    it('run every container with probes and limits, replaced one by one, as an ordinary user, on a file system that it cannot write [F020]', () => {
      const manifests = rendered('overlays/rolling') ?? [];
      const deployments = named(manifests, 'Deployment').map((manifest) => Workload.parse(manifest));
      const stores = named(manifests, 'StatefulSet').map((manifest) => Workload.parse(manifest));
      expect(stores.map(({ metadata }) => metadata.name).sort()).toEqual(['minio', 'postgres', 'redis']);
      expect(deployments.map(({ metadata }) => metadata.name).sort()).toEqual([...services].sort());
      for (const { metadata, spec } of deployments) {
        expect(spec.strategy).toEqual({ type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } });
        expect(spec.template.metadata.labels).toMatchObject(spec.selector.matchLabels);
        const [app] = spec.template.spec.containers;
        expect(app.args).toEqual(['serve', `--services=${metadata.name}`]);
        expect([app.livenessProbe.httpGet?.path, app.readinessProbe.httpGet?.path]).toEqual(['/health/live', '/health/ready']);
        expect([app.livenessProbe.periodSeconds, app.livenessProbe.failureThreshold]).toEqual([30, 3]);
      }
    });

    it('keep blue and green apart, of two versions, and send people to blue alone at first [F051]', () => {
      const images = ['blue', 'green'].map((color) => {
        const manifests = rendered(`overlays/blue-green/${color}`) ?? [];
        expect(new Set(manifests.map(({ metadata, kind }) => (kind === 'Namespace' ? metadata.name : metadata.namespace)))).toEqual(
          new Set([`autograph-${color}`]),
        );
        expect(named(manifests, 'Ingress')).toEqual([]);
        return new Set(named(manifests, 'Deployment').map((manifest) => Workload.parse(manifest).spec.template.spec.containers[0].image));
      });
      expect(images.map(({ size }) => size)).toEqual([1, 1]);
      expect(images[0]).not.toEqual(images[1]);
      const share = (folder: string) =>
        named(rendered(folder) ?? [], 'Ingress').find(({ metadata }) => metadata.name === 'canary')?.metadata.annotations;
      const weight = 'nginx.ingress.kubernetes.io/canary-weight';
      expect(share('overlays/blue-green/door')).toMatchObject({ [weight]: '0' });
      expect(share('overlays/canary')).toMatchObject({ [weight]: '5' });
    });
  });
});
