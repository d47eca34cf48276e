import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { z } from 'zod';

const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();

const byteString = (bytes: Uint8Array): Buffer => Buffer.concat([Buffer.from([0x58, bytes.length]), bytes]);
const textString = (text: string): Buffer => Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)]);

/** An ES256 public key as COSE writes it (RFC 9053, section 7.1). */
function coseKey(publicKey: KeyObject): Buffer {
  const { x, y } = z.object({ x: z.string(), y: z.string() }).parse(publicKey.export({ format: 'jwk' }));
  const coordinate = (label: number, value: string) => Buffer.concat([Buffer.from([label]), byteString(Buffer.from(value, 'base64url'))]);
  return Buffer.concat([Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]), coordinate(0x21, x), coordinate(0x22, y)]);
}

const Asked = z.looseObject({ challenge: z.string() });

/** A security key in software, which makes one credential. It says of each use whether it has verified who touches it. */
export class Authenticator {
  readonly #origin: string;
  readonly #id = randomBytes(16);
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  #uses = 0;

  constructor(origin: string) {
    this.#origin = origin;
  }

  #authenticatorData(flags: number, rest: Uint8Array = Buffer.alloc(0)): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(++this.#uses);
    return Buffer.concat([sha256(new URL(this.#origin).hostname), Buffer.from([flags]), counter, rest]);
  }

  #clientData(type: 'webauthn.create' | 'webauthn.get', options: unknown): Buffer {
    const { challenge } = Asked.parse(options);
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false }));
  }

  #credential(response: Readonly<Record<string, string>>) {
    const id = this.#id.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  /** What a browser gives for the options of a registration. */
  create(options: unknown, { verified }: { readonly verified: boolean }) {
    const length = Buffer.from([0, this.#id.length]);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.#id, coseKey(this.#keys.publicKey)]);
    const data = this.#authenticatorData(verified ? 0x45 : 0x41, attested);
    const parts = [
      textString('fmt'),
      textString('none'),
      textString('attStmt'),
      Buffer.from([0xa0]),
      textString('authData'),
      byteString(data),
    ];
    return this.#credential({
      clientDataJSON: this.#clientData('webauthn.create', options).toString('base64url'),
      attestationObject: Buffer.concat([Buffer.from([0xa3]), ...parts]).toString('base64url'),
    });
  }

  /** What a browser gives for the options of a sign-in. */
  get(options: unknown, { verified }: { readonly verified: boolean }) {
    const data = this.#authenticatorData(verified ? 0x05 : 0x01);
    const client = this.#clientData('webauthn.get', options);
    const signature = sign('sha256', Buffer.concat([data, sha256(client)]), this.#keys.privateKey);
    return this.#credential({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: signature.toString('base64url'),
    });
  }
}
