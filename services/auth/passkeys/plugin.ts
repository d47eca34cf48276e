import { passkey } from '@better-auth/passkey';

/** Passkeys belong to the host name under which people reach the instance, and count from its own pages only. */
export const passkeyPlugin = (baseUrl: string) => {
  const { hostname, origin } = new URL(baseUrl);
  return passkey({
    rpID: hostname,
    rpName: 'AutoGraph',
    origin,
    // It stands for both factors, so the device has to ask for a finger, a face or its code.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
};
