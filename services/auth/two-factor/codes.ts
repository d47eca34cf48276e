import { createHmac, randomInt } from 'node:crypto';

/** How many backup codes an account has at a time. */
export const codeCount = 10;

/** Without what is taken for something else when it is read from paper: 0 and O, 1 and I and L. */
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const half = 5;

const draw = (): string => Array.from({ length: half }, () => signs[randomInt(signs.length)]).join('');

/** New backup codes such as `7KQ2M-XW9TR`, all different. */
export function drawBackupCodes(): readonly string[] {
  const codes = new Set<string>();
  while (codes.size < codeCount) codes.add(`${draw()}-${draw()}`);
  return [...codes];
}

/** A backup code as it is stored; how it was typed does not matter. */
export function hashBackupCode(code: string, userId: string, secret: string): string {
  const plain = code.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return createHmac('sha256', secret).update(`${userId}:${plain}`).digest('hex');
}
