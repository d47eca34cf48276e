import { CodedError } from '@autograph/contracts';
import { decodeJwt, errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { Identity } from './identity.ts';
import { createRecent } from './recent.ts';

const issuer = 'autograph';
const accessAudience = 'autograph:api';
const serviceAudience = 'autograph:internal';

/** Seconds by which the clocks of servers may differ. */
const toleranceSeconds = 5;

/** Tokens whose signature need not be checked again: as many as people who work at once. */
const rememberedTokens = 10_000;

/** Seconds that an access token is good for. */
export const accessTokenSeconds = 3600;

/** Seconds that a token for one call is good for. */
const callSeconds = 60;

const ServiceClaims = z.object({ service: z.string(), identity: Identity.nullable() });
/** A call from one service to another, perhaps on behalf of a person. */
export type ServiceClaims = z.infer<typeof ServiceClaims>;

/** Makes and checks the system's tokens: JWT, HS256, one secret for all services. */
export interface Tokens {
  /** A token for the API, good for an hour. */
  signAccessToken(identity: Identity): Promise<string>;
  /** Whom it names, by signature and lifetime alone. Throws `token_expired` when it has lapsed, `invalid_token` when forged or of another kind. */
  readAccessToken(token: string): Promise<Identity>;
  /** Throws `invalid_token`, or why it has ended, when the session in which somebody acts counts no more. */
  requireSession(identity: Identity): Promise<void>;
  /** Both: whom it names, while its session is open. */
  verifyAccessToken(token: string): Promise<Identity>;
  /** A token for calls between services, good for a minute unless told, which is enough for one call. */
  signServiceToken(claims: ServiceClaims, seconds?: number): Promise<string>;
  verifyServiceToken(token: string): Promise<ServiceClaims>;
  /** Whether a token says that it is one of a service; it may lie. */
  isServiceToken(token: string): boolean;
}

/** What a token says it is for, unverified. */
function audienceOf(token: string): string | string[] | undefined {
  try {
    return decodeJwt(token).aud;
  } catch {
    return undefined;
  }
}

/** `sessionIsOpen` tells whether the session of an access token still counts; a platform asks its kv. */
export function createTokens(secret: string, sessionIsOpen: (sessionId: string) => Promise<boolean>): Tokens {
  const key = new TextEncoder().encode(secret);

  const sign = (claims: Record<string, unknown>, audience: string, seconds: number) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setJti(crypto.randomUUID())
      .setExpirationTime(`${seconds} seconds`)
      .sign(key);

  /** What each token said when its signature was checked, and until when, in milliseconds. A token never says anything else. */
  const checked = createRecent<{ readonly audience: string; readonly payload: unknown; readonly until: number }>(rememberedTokens);

  async function payloadOf(token: string, audience: string): Promise<unknown> {
    const known = checked.get(token);
    if (known?.audience === audience && known.until > Date.now()) return known.payload;
    // What a token says it is for is cheaper to read than its signature is to check.
    if (audienceOf(token) !== audience) throw new CodedError('invalid_token');
    const { payload } = await jwtVerify(token, key, { issuer, audience, algorithms: ['HS256'], clockTolerance: toleranceSeconds }).catch(
      (cause: unknown) => {
        throw new CodedError(cause instanceof errors.JWTExpired ? 'token_expired' : 'invalid_token', { cause });
      },
    );
    // One that is made for a single call does not come again.
    if (payload.exp !== undefined && payload.exp - (payload.iat ?? 0) > callSeconds)
      checked.set(token, { audience, payload, until: (payload.exp + toleranceSeconds) * 1000 });
    return payload;
  }

  async function verify<S extends z.ZodType>(token: string, audience: string, claims: S): Promise<z.output<S>> {
    const parsed = claims.safeParse(await payloadOf(token, audience));
    if (!parsed.success) throw new CodedError('invalid_token');
    return parsed.data;
  }

  const readAccessToken = (token: string) => verify(token, accessAudience, Identity);

  async function requireSession({ session_id }: Identity): Promise<void> {
    if (!(await sessionIsOpen(session_id))) throw new CodedError('invalid_token');
  }

  return {
    signAccessToken: ({ user_id, ...rest }) =>
      sign({ ...rest, roles: [rest.role], sub: user_id, user_id }, accessAudience, accessTokenSeconds),
    readAccessToken,
    requireSession,
    verifyAccessToken: async (token) => {
      const identity = await readAccessToken(token);
      await requireSession(identity);
      return identity;
    },
    signServiceToken: (claims, seconds = callSeconds) => sign(claims, serviceAudience, seconds),
    verifyServiceToken: (token) => verify(token, serviceAudience, ServiceClaims),
    isServiceToken: (token) => (checked.get(token)?.audience ?? audienceOf(token)) === serviceAudience,
  };
}
