import type { Kit, Reading } from '@autograph/service-kit';
import { symmetricDecrypt } from 'better-auth/crypto';

const sealedMark = 'sealed.';

/** Whether a text was sealed before secrets had keys of their own: with AUTH_SECRET, which does not rotate. */
export const isOldSeal = (text: string): boolean => !text.startsWith(sealedMark);

/** What was sealed, also in the old way. Throws `forbidden`. */
export const openSealed = ({ secrets, config }: Pick<Kit, 'secrets' | 'config'>, text: string, reading: Reading): Promise<string> =>
  isOldSeal(text) ? symmetricDecrypt({ key: config.AUTH_SECRET, data: text }) : secrets.open(text, reading);
