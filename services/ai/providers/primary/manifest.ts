import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { z } from 'zod';
import { connectModel } from '../../language-model.ts';
import { PriceSetting } from '../../price-setting.ts';
import type { Provider } from '../../provider.ts';

const settings = z.object({
  AI_BASE_URL: z.url().optional(),
  AI_API_KEY: z.string().optional(),
  AI_MODEL: z.string().default('gpt-4.1'),
  AI_PRICE: PriceSetting.optional(),
});

export const manifest: Provider<z.infer<typeof settings>> = {
  id: 'primary',
  label: 'OpenAI-compatible endpoint',
  rank: 10,
  builtIn: false,
  settings,
  connect({ AI_BASE_URL, AI_API_KEY, AI_MODEL, AI_PRICE }) {
    if (!AI_BASE_URL) return undefined;
    const endpoint = createOpenAICompatible({ name: 'primary', baseURL: AI_BASE_URL, ...(AI_API_KEY ? { apiKey: AI_API_KEY } : {}) });
    return connectModel(endpoint(AI_MODEL), AI_MODEL, AI_PRICE);
  },
};
