import { z } from 'zod';

/** `<input>/<output>` in US dollars per million tokens, such as `2/8`. */
export const PriceSetting = z
  .string()
  .regex(/^\d+(\.\d+)?\/\d+(\.\d+)?$/, 'must be <input>/<output> in US dollars per million tokens, such as 2/8')
  .transform((text) => {
    const [input = 0, output = 0] = text.split('/').map(Number);
    return { input, output };
  });
