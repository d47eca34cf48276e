import { z } from 'zod';

/** Text that can be stored: PostgreSQL keeps no NUL character. */
export const storableText = z.string().refine((text) => !text.includes('\u0000'), 'Leave out the NUL character.');
