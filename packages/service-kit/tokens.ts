import { CodedError } from '@autograph/contracts';
import { decodeJwt, errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { Identity } from './identity.ts';

const issuer = 'autograph';
const accessAudience = 'autograph:api';
const serviceAudience = 'autograph:internal';

/** Seconds that an access token is good for. */
export const accessTokenSeconds = 3600;

const ServiceClaims = z.object({ service: z.string(), identity: Identity.nullable() });
/** A call from one service to another, perhaps on behalf of a person. */
export type ServiceClaims = z.infer<typeof ServiceClaims>;

/** Makes and checks the system's tokens: JWT, HS256, one secret for all services. */
export interface Tokens {
  /** A token for the API, good for an hour. */
  signAccessToken(identity: Identity): Promise<string>;
  /** Throws `token_expired` when it has lapsed, `invalid_token` when forged, of another kind, or when its session has ended. */
  verifyAccessToken(token: string): Promise<Identity>;
  /** A token for one call between services, good for a minute. */
  signServiceToken(claims: ServiceClaims): Promise<string>;
  verifyServiceToken(token: string): Promise<ServiceClaims>;
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

  async function verify<S extends z.ZodType>(token: string, audience: string, claims: S): Promise<z.output<S>> {
    const { payload } = await jwtVerify(token, key, { issuer, audience, algorithms: ['HS256'], clockTolerance: 5 }).catch(
      (cause: unknown) => {
        throw new CodedError(cause instanceof errors.JWTExpired ? 'token_expired' : 'invalid_token', { cause });
      },
    );
    const parsed = claims.safeParse(payload);
    if (!parsed.success) throw new CodedError('invalid_token');
    return parsed.data;
  }

  return {
    signAccessToken: ({ user_id, ...rest }) =>
      sign({ ...rest, roles: [rest.role], sub: user_id, user_id }, accessAudience, accessTokenSeconds),
    verifyAccessToken: async (token) => {
      const identity = await verify(token, accessAudience, Identity);
      if (!(await sessionIsOpen(identity.session_id))) throw new CodedError('invalid_token');
      return identity;
    },
    signServiceToken: (claims) => sign(claims, serviceAudience, 60),
    verifyServiceToken: async (token) => {
      // Most tokens are people's: what a token says it is for is cheaper to read than its signature is to check.
      if (audienceOf(token) === accessAudience) throw new CodedError('invalid_token');
      return verify(token, serviceAudience, ServiceClaims);
    },
  };
}
