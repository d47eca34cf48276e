import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addressesOf, timeoutOf } from './addresses.ts';
import { parseSettings, readConfig } from './config.ts';

describe('configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({ DATA_DIR: './data', RATE_LIMIT_USER: 100, RATE_LIMIT_ADDRESS: 1000, LOG_LEVEL: 'info' });
  });

  it('takes an empty variable for an unset one', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', LOG_LEVEL: '' })).toMatchObject({ LOG_LEVEL: 'info' });
  });

  it('names every bad variable in one line', () => {
    expect(() => readConfig({ PORT: '99999', DATABASE_URL: 'mysql://x' })).toThrow(
      /^Configuration is not usable: PORT: .*; DATABASE_URL: must start with postgres:\/\/$/,
    );
    expect(() => parseSettings(z.object({ AI_MODEL: z.string() }), {})).toThrow('AI_MODEL');
  });

  it('finds services by the profile, an explicit address winning [F013]', () => {
    const addresses = (environment: Record<string, string>) => addressesOf('auth', readConfig(environment));
    expect(addresses({ ENV: 'local' })).toEqual(['http://localhost:8085']);
    expect(addresses({ ENV: 'docker' })).toEqual(['dns+http://auth-service:8085']);
    expect(addresses({ ENV: 'docker', AUTH_URL: 'http://10.0.0.7:9000/' })).toEqual(['http://10.0.0.7:9000']);
    expect(addresses({ AUTH_URL: 'http://a:1, http://b:2/' })).toEqual(['http://a:1', 'http://b:2']);
    expect(() => addresses({ AUTH_URL: 'nowhere' })).toThrow('AUTH_URL');
  });

  it('lets a service have a time-out of its own', () => {
    const config = readConfig({ REQUEST_TIMEOUT_MS: '20000', EXPORT_REQUEST_TIMEOUT_MS: '60000' });
    expect([timeoutOf('export', config), timeoutOf('auth', config)]).toEqual([60_000, 20_000]);
    expect(readConfig({}).REQUEST_TIMEOUT_MS).toBe(30_000);
  });
});
