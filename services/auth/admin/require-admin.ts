import { CodedError } from '@autograph/contracts';
import { can, type Identity } from '@autograph/service-kit';

/** Throws `forbidden` for everybody who does not administer the instance. */
export function requireAdmin(identity: Identity): void {
  if (!can(identity, 'users.manage')) throw new CodedError('forbidden', { message: 'Only administrators may do this.' });
}
