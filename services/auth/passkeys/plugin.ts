import { passkey } from '@better-auth/passkey';
import { APIError } from 'better-auth/api';

/** Throws unless the device said, in what it signed, that it had verified its holder: a browser can be told not to ask for that. */
function requireVerified(verified: boolean | undefined): void {
  if (!verified) throw new APIError('BAD_REQUEST', { code: 'USER_NOT_VERIFIED', message: 'The device did not verify its holder.' });
}

/** Passkeys belong to the host name under which people reach the instance, and count from its own pages only. */
export const passkeyPlugin = (baseUrl: string) => {
  const { hostname, origin } = new URL(baseUrl);
  return passkey({
    rpID: hostname,
    rpName: 'AutoGraph',
    origin,
    // It stands for both factors, so the device has to ask for a finger, a face or its code.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: { afterVerification: async ({ verification }) => requireVerified(verification.registrationInfo?.userVerified) },
    authentication: { afterVerification: async ({ verification }) => requireVerified(verification.authenticationInfo.userVerified) },
  });
};
