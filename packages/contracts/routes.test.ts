import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { errorCodes } from './errors.ts';
import { routes } from './routes.ts';

const outputs = (route: (typeof routes)[number]) => Object.values(route.responses).filter((schema) => schema instanceof z.ZodType);

describe('the table of routes', () => {
  it('has each method and path once', () => {
    const keys = routes.map((route) => `${route.method} ${route.path}`);
    expect(keys.length).toBeGreaterThan(15);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))('%s can be described to callers', (_, route) => {
    expect(route.summary).not.toBe('');
    const names = [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1]);
    const params = route.params ? Object.keys(z.toJSONSchema(route.params, { io: 'input' }).properties ?? {}) : [];
    expect(params.sort()).toEqual(names.sort());
    for (const part of [route.query, route.headers, route.body])
      if (part) expect(z.toJSONSchema(part, { io: 'input' })).toHaveProperty('type');
    for (const schema of outputs(route)) expect(() => z.toJSONSchema(schema, { io: 'output' })).not.toThrow();
    for (const code of route.errors ?? []) expect(errorCodes).toHaveProperty(code);
  });
});
