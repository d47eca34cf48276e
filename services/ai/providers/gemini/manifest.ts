import { createGoogleGenerativeAI } from '@ai-sdk/google';
import { z } from 'zod';
import { connectModel } from '../../language-model.ts';
import { PriceSetting } from '../../price-setting.ts';
import type { Provider } from '../../provider.ts';

const settings = z.object({
  GEMINI_API_KEY: z.string().optional(),
  GEMINI_BASE_URL: z.url().optional(),
  GEMINI_MODEL: z.string().default('gemini-2.5-flash'),
  GEMINI_PRICE: PriceSetting.default({ input: 0.3, output: 2.5 }),
});

export const manifest: Provider<z.infer<typeof settings>> = {
  id: 'gemini',
  label: 'Google Gemini',
  rank: 40,
  builtIn: false,
  settings,
  connect({ GEMINI_API_KEY, GEMINI_BASE_URL, GEMINI_MODEL, GEMINI_PRICE }) {
    if (!GEMINI_API_KEY) return undefined;
    const provider = createGoogleGenerativeAI({ apiKey: GEMINI_API_KEY, ...(GEMINI_BASE_URL ? { baseURL: GEMINI_BASE_URL } : {}) });
    return connectModel(provider(GEMINI_MODEL), GEMINI_MODEL, GEMINI_PRICE);
  },
};
