import { expect, it } from 'vitest';
import { dashboard, expressions, readExpression, rules } from '../../apps/server/testing/monitoring.ts';

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
