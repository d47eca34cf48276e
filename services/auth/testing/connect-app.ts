import { createHash, randomBytes } from 'node:crypto';
import type { Scope } from '@autograph/contracts';
import { z } from 'zod';
import type { TestAuth } from './start-auth.ts';

const redirectUri = 'https://app.example/done';
const Tokens = z.object({ access_token: z.string(), refresh_token: z.string() });

/** An app that people let in. */
export interface TestApp {
  /** Lets it in as the person of an access token; gives the code, and what it is traded with. */
  agree(accessToken: string, scopes: readonly Scope[]): Promise<Record<string, string>>;
  /** What the token endpoint answers to a form. */
  ask(form: Readonly<Record<string, string>>): Promise<{ readonly status: number; readonly body: unknown }>;
  /** Lets it in and gives its tokens. */
  connect(accessToken: string, scopes: readonly Scope[]): Promise<z.infer<typeof Tokens>>;
  renew(refreshToken: string): ReturnType<TestApp['ask']>;
  /** What it is told of a token of its own. */
  introspect(token: string): ReturnType<TestApp['ask']>;
}

/** Registers an app that keeps a secret, as the person of an access token. */
export async function registerApp(instance: TestAuth, accessToken: string): Promise<TestApp> {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const made = await instance.send('POST', 'apps', { name: 'App', redirect_uris: [redirectUri], confidential: true }, bearer(accessToken));
  const { app, client_secret } = z.object({ app: z.object({ id: z.string() }), client_secret: z.string() }).parse(made.body);
  const post = async (path: string, form: Readonly<Record<string, string>>) => {
    const response = await fetch(`${instance.url}${path}`, { method: 'POST', body: new URLSearchParams({ ...form, client_secret }) });
    return { status: response.status, body: await response.json() };
  };
  const ask: TestApp['ask'] = (form) => post('/oauth/token', form);
  const agree: TestApp['agree'] = async (token, scopes) => {
    const verifier = randomBytes(32).toString('base64url');
    const body = {
      client_id: app.id,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: scopes.join(' '),
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      approve: true,
    };
    const answer = await instance.send('POST', 'authorization', body, bearer(token));
    const { redirect_to } = z.object({ redirect_to: z.string() }).parse(answer.body);
    const code = new URL(redirect_to).searchParams.get('code') ?? '';
    return { grant_type: 'authorization_code', client_id: app.id, redirect_uri: redirectUri, code, code_verifier: verifier };
  };
  return {
    agree,
    ask,
    connect: async (token, scopes) => Tokens.parse((await ask(await agree(token, scopes))).body),
    renew: (refresh_token) => ask({ grant_type: 'refresh_token', client_id: app.id, refresh_token }),
    introspect: (token) => post('/oauth/introspect', { client_id: app.id, token }),
  };
}
