import { CodedError } from '@autograph/contracts';

/** The version that an If-Match header asks for, null for `*`. Throws `version_required` without a header. */
export function versionOf(ifMatch: string | undefined): number | null {
  if (ifMatch === undefined) throw new CodedError('version_required');
  const digits = /\d+/.exec(ifMatch);
  return digits ? Number(digits[0]) : null;
}

/** What to tell a caller whose version is stale. */
export const versionConflict = (current: number): CodedError =>
  new CodedError('version_conflict', { details: [{ path: 'headers.if-match', message: `The file is at version ${current}.` }] });
