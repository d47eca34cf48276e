import { z } from 'zod';

/** Text that can be stored: PostgreSQL keeps neither a NUL character nor, within JSON, half of a surrogate pair. */
export const storableText = z
  .string()
  .refine((text) => !text.includes('\u0000'), 'Leave out the NUL character.')
  .refine((text) => !/\p{Surrogate}/u.test(text), 'Leave out the half of a character that stands in it.');
