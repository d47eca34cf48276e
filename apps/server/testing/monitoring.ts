import { readFileSync } from 'node:fs';
import { parser } from '@prometheus-io/lezer-promql';
import { parse } from 'yaml';
import { z } from 'zod';

const read = (name: string) => readFileSync(new URL(`../../../deploy/monitoring/${name}`, import.meta.url), 'utf8');

const Rules = z.object({
  groups: z.array(
    z.strictObject({
      name: z.string(),
      rules: z.array(
        z.strictObject({
          alert: z.string().regex(/^[A-Z]\w+$/),
          expr: z.string(),
          for: z
            .string()
            .regex(/^\d+[smh]$/)
            .optional(),
          labels: z.object({ severity: z.enum(['critical', 'warning']) }),
          annotations: z.object({ summary: z.string() }),
        }),
      ),
    }),
  ),
});

const Place = z.object({ x: z.number(), y: z.number(), w: z.number().positive(), h: z.number().positive() });
const Panel = z.object({
  id: z.number(),
  title: z.string(),
  type: z.string(),
  gridPos: Place,
  targets: z.array(z.object({ refId: z.string(), expr: z.string() })).optional(),
});
const Dashboard = z.object({ title: z.string(), uid: z.string(), schemaVersion: z.number(), panels: z.array(Panel) });

/** The alert rules and the dashboard as they are delivered. */
export const rules = Rules.parse(parse(read('alerts.yaml'))).groups.flatMap((group) => group.rules);
export const dashboard = Dashboard.parse(JSON.parse(read('dashboard.json')));

/** Every expression of both. Grafana puts its own interval in before Prometheus sees it. */
export const expressions = [
  ...rules.map(({ expr }) => expr),
  ...dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)),
].map((expression) => expression.replaceAll('$__rate_interval', '1m'));

/** The metrics that an expression of PromQL asks for, and whether it is one. */
export function readExpression(expression: string): { readonly valid: boolean; readonly metrics: readonly string[] } {
  const metrics: string[] = [];
  let valid = true;
  parser.parse(expression).iterate({
    enter: ({ type, from, to }) => {
      if (type.isError) valid = false;
      if (type.name === 'Identifier') metrics.push(expression.slice(from, to));
    },
  });
  return { valid, metrics };
}
