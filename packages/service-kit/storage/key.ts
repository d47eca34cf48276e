import { CodedError } from '@autograph/contracts';

/** The key when it is a plain relative path; throws `validation_failed` for anything that could leave its bucket. */
export function checkedKey(key: string): string {
  const parts = key.split('/');
  const sane = key.length <= 900 && parts.every((part) => /^[\w.@=+-]+$/.test(part) && part !== '.' && part !== '..');
  if (!sane) throw new CodedError('validation_failed', { details: [{ path: 'key', message: 'Use letters, digits, - _ . and / only.' }] });
  return key;
}
