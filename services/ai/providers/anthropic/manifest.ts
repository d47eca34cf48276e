import { createAnthropic } from '@ai-sdk/anthropic';
import { z } from 'zod';
import { connectModel } from '../../language-model.ts';
import { PriceSetting } from '../../price-setting.ts';
import type { Provider } from '../../provider.ts';

const settings = z.object({
  ANTHROPIC_API_KEY: z.string().optional(),
  ANTHROPIC_BASE_URL: z.url().optional(),
  ANTHROPIC_MODEL: z.string().default('claude-3-5-sonnet-latest'),
  ANTHROPIC_PRICE: PriceSetting.default({ input: 3, output: 15 }),
});

export const manifest: Provider<z.infer<typeof settings>> = {
  id: 'anthropic',
  label: 'Anthropic',
  rank: 30,
  builtIn: false,
  settings,
  connect({ ANTHROPIC_API_KEY, ANTHROPIC_BASE_URL, ANTHROPIC_MODEL, ANTHROPIC_PRICE }) {
    if (!ANTHROPIC_API_KEY) return undefined;
    const provider = createAnthropic({ apiKey: ANTHROPIC_API_KEY, ...(ANTHROPIC_BASE_URL ? { baseURL: ANTHROPIC_BASE_URL } : {}) });
    return connectModel(provider(ANTHROPIC_MODEL), ANTHROPIC_MODEL, ANTHROPIC_PRICE);
  },
};
