'use client';
import type { Session } from '@autograph/contracts/auth.ts';
import { addPasskey, beginPasskey, beginPasskeyLogin, loginWithPasskey, type Passkey } from '@autograph/contracts/passkeys.ts';
import { api } from '@/lib/api.ts';

/** Whether this browser, on this page, can make and use passkeys. */
export const canUsePasskeys = (): boolean =>
  typeof PublicKeyCredential === 'function' && 'parseCreationOptionsFromJSON' in PublicKeyCredential && window.isSecureContext;

const asks = (value: object): boolean => 'challenge' in value && typeof value.challenge === 'string';
const asksForNew = (value: object): value is PublicKeyCredentialCreationOptionsJSON => asks(value) && 'user' in value && 'rp' in value;
const asksForUse = (value: object): value is PublicKeyCredentialRequestOptionsJSON => asks(value);

/** What the person did not want, or the device could not do, in words. */
function inWords(error: unknown): never {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError') throw new Error('The passkey was not used. Try again, or use your password.');
  if (name === 'InvalidStateError') throw new Error('This device has a passkey of this account already.');
  throw error;
}

async function answerOf(asked: Promise<Credential | null>): Promise<unknown> {
  const credential = await asked.catch(inWords);
  if (!(credential instanceof PublicKeyCredential)) throw new Error('The browser gave no passkey.');
  return credential.toJSON();
}

/** Asks the browser for a new passkey and keeps it under a name; the password shows that it is the account's owner who asks. */
export async function makePasskey(name: string, password: string): Promise<Passkey> {
  const options = await api(beginPasskey, { body: { password } });
  if (!asksForNew(options)) throw new Error('The server asked for no passkey.');
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const credential = addPasskey.body.shape.credential.parse(await answerOf(navigator.credentials.create({ publicKey })));
  return api(addPasskey, { body: { name, credential } });
}

/** Asks the browser to use a passkey of this site and signs in with it. */
export async function signInWithPasskey(remember: boolean): Promise<Session> {
  const options = await api(beginPasskeyLogin, {});
  if (!asksForUse(options)) throw new Error('The server asked for no passkey.');
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const credential = loginWithPasskey.body.shape.credential.parse(await answerOf(navigator.credentials.get({ publicKey })));
  return api(loginWithPasskey, { body: { credential, remember } });
}
