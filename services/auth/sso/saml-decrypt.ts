import { decrypt } from '@authenio/xml-encryption';
import { Extractor } from 'samlify';
import { SsoRefusal } from './refusal.ts';

/**
 * Whoever can try encryption without authentication often enough learns what is in it, so that of RSA only OAEP is taken, and AES-CBC, which
 * Entra ID sends, only within an answer that is signed.
 */
function open(encrypted: string, key: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const refuse = (cause?: unknown) =>
      reject(
        new SsoRefusal(
          'the assertion cannot be decrypted: it was encrypted for another certificate than that of our metadata, or not with RSA-OAEP and AES',
          {
            cause,
          },
        ),
      );
    try {
      decrypt(encrypted, { key, disallowDecryptionWithInsecureAlgorithm: true }, (error, text) =>
        error || text === undefined ? refuse(error) : resolve(text),
      );
    } catch (error) {
      refuse(error);
    }
  });
}

const authenticated = /^http:\/\/www\.w3\.org\/2009\/xmlenc11#aes(128|192|256)-gcm$/;

/** Whether what is encrypted cannot be changed unnoticed: with AES-GCM. */
export function isAuthenticated(encrypted: string): boolean {
  const localPath = ['EncryptedAssertion', 'EncryptedData', 'EncryptionMethod'];
  const { method } = Extractor.extract(encrypted, [{ key: 'method', localPath, attributes: ['Algorithm'] }]);
  return typeof method === 'string' && authenticated.test(method);
}

/** The one encrypted assertion of a response; null when there is none. Throws SsoRefusal for several, or for one beside one in the clear. */
export function encryptedAssertionIn(response: string): string | null {
  const element = (name: string) => ({ key: name, localPath: ['Response', name], attributes: [], context: true });
  const found = Extractor.extract(response, [element('EncryptedAssertion'), element('Assertion')]);
  const { EncryptedAssertion: encrypted, Assertion: clear } = found;
  if (encrypted === null || encrypted === undefined) return null;
  if (typeof encrypted !== 'string' || (clear !== null && clear !== undefined)) throw new SsoRefusal('it has more than one assertion');
  return encrypted;
}

/** An assertion out of its encryption, as the element of its own. Throws SsoRefusal. */
export const decryptAssertion = (encrypted: string, key: string): Promise<string> => open(encrypted, key);
