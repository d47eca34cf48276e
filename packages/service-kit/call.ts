import { Readable } from 'node:stream';
import { type Client, createClient } from '@autograph/contracts';
import type { FastifyInstance, InjectOptions } from 'fastify';
import type { RemoteAnswer } from './remote/exchange.ts';
import type { Remote } from './remote/remote.ts';
import { currentContext } from './request-context.ts';
import type { Call, Directory, Platform } from './service.ts';
import { childSpan, traceHeaders } from './tracing/spans.ts';

type Method = NonNullable<InjectOptions['method']>;
const isMethod = (value: string | undefined): value is Extract<Method, string> =>
  value !== undefined && /^(GET|POST|PUT|PATCH|DELETE)$/.test(value);

/** A `fetch` that a service of this process answers, its body as a stream. */
export function injectedFetch(app: FastifyInstance) {
  return async (url: string, init: RequestInit): Promise<Response> => {
    const answer = await app.inject({
      method: isMethod(init.method) ? init.method : 'GET',
      url,
      headers: Object.fromEntries(new Headers(init.headers)),
      payloadAsStream: true,
      ...(typeof init.body === 'string' ? { payload: init.body } : {}),
      ...(init.signal ? { signal: init.signal } : {}),
    });
    const headers = new Headers();
    for (const [name, value] of Object.entries(answer.headers)) if (value !== undefined) headers.set(name, String(value));
    const empty = answer.statusCode === 204 || answer.statusCode === 304;
    return new Response(empty ? null : Readable.toWeb(answer.stream()), { status: answer.statusCode, headers });
  };
}

const bodyOf = ({ body }: RemoteAnswer) => (body instanceof Readable ? Readable.toWeb(body) : new Uint8Array(body));

/** A `fetch` that a service which runs apart answers. */
function remoteFetch(remote: Remote) {
  return async (url: string, init: RequestInit): Promise<Response> => {
    const answer = await remote.send({
      method: init.method ?? 'GET',
      url,
      headers: Object.fromEntries(new Headers(init.headers)),
      body: typeof init.body === 'string' ? init.body : null,
      signal: init.signal ?? undefined,
    });
    const headers = new Headers();
    for (const [name, value] of Object.entries(answer.headers)) if (value !== undefined) headers.set(name, String(value));
    const empty = answer.statusCode === 204 || answer.statusCode === 304;
    return new Response(empty ? null : bodyOf(answer), { status: answer.statusCode, headers });
  };
}

/** The typed caller of other services for `caller`; the request id and the person travel along. */
export function createCall(
  caller: string,
  { tokens, dependencies }: Pick<Platform, 'tokens' | 'dependencies'>,
  directory: Directory,
): Call {
  return async (route, input, options = {}) => {
    dependencies.note(caller, route.service);
    const app = directory.local(route.service)?.app;
    const token = await tokens.signServiceToken({ service: caller, identity: options.identity ?? null });
    const requestId = currentContext()?.requestId;
    const span = childSpan(`${route.method} ${route.path}`, 'client', { 'peer.service': route.service });
    const client: Client = createClient({
      baseUrl: '',
      fetch: app ? injectedFetch(app) : remoteFetch(directory.remote(route.service)),
      headers: () => ({
        authorization: `Bearer ${token}`,
        'accept-encoding': 'identity',
        ...(requestId ? { 'x-request-id': requestId } : {}),
        ...traceHeaders(span),
      }),
    });
    const answer = client(route, Object.assign({ signal: options.signal }, input));
    if (span)
      answer.then(
        () => span.end(),
        (error: unknown) => span.end({}, error),
      );
    return answer;
  };
}
