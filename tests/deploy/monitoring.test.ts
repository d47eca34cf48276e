import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ports } from '@autograph/service-kit';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { dashboard, expressions, readExpression, rules } from '../../apps/server/testing/monitoring.ts';
import { root } from '../source-files.ts';

it('has alert rules and a dashboard whose every expression is PromQL', () => {
  expect(expressions.filter((expression) => !readExpression(expression).valid)).toEqual([]);
  expect(readExpression('sum by (rate(up[5m])').valid).toBe(false);
  expect([rules.length > 5, expressions.length > 20]).toEqual([true, true]);
});

it('lays the panels out so that none lies on another', () => {
  const places = dashboard.panels.map(({ gridPos, title }) => ({ ...gridPos, title }));
  const overlapping = places.flatMap((one, index) =>
    places
      .slice(index + 1)
      .filter((other) => one.x < other.x + other.w && other.x < one.x + one.w && one.y < other.y + other.h && other.y < one.y + one.h)
      .map((other) => `${one.title} / ${other.title}`),
  );
  expect(overlapping).toEqual([]);
  expect(places.filter(({ x, w }) => x + w > 24)).toEqual([]);
  expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
});

it('tells that a service is down even when its name leads nowhere', () => {
  const Scrapes = z.object({
    scrape_configs: z.array(
      z.object({
        dns_sd_configs: z.array(z.object({ names: z.array(z.string()), port: z.number() })),
        relabel_configs: z.array(z.object({ source_labels: z.array(z.string()), regex: z.string(), target_label: z.string() })),
      }),
    ),
  });
  const { scrape_configs } = Scrapes.parse(parse(readFileSync(join(root, 'deploy/monitoring/prometheus.yaml'), 'utf8')));
  const [scrape] = scrape_configs;
  expect(scrape?.relabel_configs).toMatchObject([{ source_labels: ['__meta_dns_name'], target_label: 'component' }]);
  const called = new RegExp(`^${scrape?.relabel_configs[0]?.regex}$`);
  const components = (scrape?.dns_sd_configs ?? []).map(({ names, port }) => [called.exec(names[0] ?? '')?.[1], port]);
  expect(Object.fromEntries(components)).toEqual(ports);
  const { expr = '' } = rules.find(({ alert }) => alert === 'AutoGraphServiceDown') ?? {};
  const watched = [...expr.matchAll(/absent\(up\{job="autograph", component="([a-z-]+)"\}\)/g)].map(([, name]) => name);
  expect(watched.sort()).toEqual(Object.keys(ports).sort());
});
