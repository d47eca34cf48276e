import { getIcon } from '@autograph/contracts/icons.ts';
import { startTestServices, type TestServices } from '@autograph/service-kit/testing/index.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { service } from './index.ts';

let services: TestServices;
beforeAll(async () => {
  services = await startTestServices([service]);
});
afterAll(() => services.close());

const iconOn = (id: string, on?: 'light' | 'dark') => services.call(null, getIcon, { params: { id }, query: { on } });

it('gives an icon to everybody, made out on the ground that it stands on', async () => {
  const plain = await iconOn('brand:github');
  expect([plain.headers.get('content-type'), plain.headers.get('cache-control')]).toEqual([
    'image/svg+xml; charset=utf-8',
    'public, max-age=604800',
  ]);
  const [asItCame, light, dark] = await Promise.all([
    plain.text(),
    (await iconOn('brand:github', 'light')).text(),
    (await iconOn('brand:github', 'dark')).text(),
  ]);
  for (const svg of [asItCame, light, dark]) expect(svg).toMatch(/^<svg/);
  expect(dark).not.toBe(light);
  await expect(iconOn('brand:no-such-icon')).rejects.toMatchObject({ code: 'not_found' });
});
