import { createOpenAI } from '@ai-sdk/openai';
import { z } from 'zod';
import { connectModel } from '../../language-model.ts';
import { PriceSetting } from '../../price-setting.ts';
import type { Provider } from '../../provider.ts';

const settings = z.object({
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: z.url().optional(),
  OPENAI_MODEL: z.string().default('gpt-4-turbo'),
  OPENAI_PRICE: PriceSetting.default({ input: 10, output: 30 }),
});

export const manifest: Provider<z.infer<typeof settings>> = {
  id: 'openai',
  label: 'OpenAI',
  rank: 20,
  builtIn: false,
  settings,
  connect({ OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL, OPENAI_PRICE }) {
    if (!OPENAI_API_KEY) return undefined;
    const provider = createOpenAI({ apiKey: OPENAI_API_KEY, ...(OPENAI_BASE_URL ? { baseURL: OPENAI_BASE_URL } : {}) });
    return connectModel(provider.chat(OPENAI_MODEL), OPENAI_MODEL, OPENAI_PRICE);
  },
};
