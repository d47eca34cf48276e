import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addressOf } from './addresses.ts';
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

  it('finds services by the profile, an explicit address winning', () => {
    const address = (environment: Record<string, string>) => addressOf('auth', readConfig(environment));
    expect(address({ ENV: 'local' })).toBe('http://localhost:8085');
    expect(address({ ENV: 'docker' })).toBe('http://auth-service:8085');
    expect(address({ ENV: 'docker', AUTH_URL: 'http://10.0.0.7:9000/' })).toBe('http://10.0.0.7:9000');
    expect(() => address({ AUTH_URL: 'nowhere' })).toThrow('AUTH_URL');
  });
});
