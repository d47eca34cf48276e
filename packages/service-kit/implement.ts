import { CodedError, type RouteContract } from '@autograph/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { isAbandoned } from './abandoned.ts';
import { type Caller, identify, tokenOf } from './credentials.ts';
import type { Identity } from './identity.ts';
import { requireScope } from './policy.ts';
import { detailsOf } from './problem.ts';
import { currentContext } from './request-context.ts';

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;
type SuccessSchema<R extends RouteContract> = R['responses'][Extract<keyof R['responses'], 200 | 201 | 202 | 204>];
type SuccessBody<S> = S extends 'binary'
  ? Uint8Array | NodeJS.ReadableStream
  : S extends 'stream'
    ? NodeJS.ReadableStream | undefined
    : S extends z.ZodType
      ? z.input<S>
      : undefined;
type IdentityOf<R extends RouteContract> = R extends { readonly public: true }
  ? Identity | null
  : R['path'] extends `/internal/${string}`
    ? Identity | null
    : Identity;

/** What a handler is given: the request's validated parts and who is calling. */
export interface Handling<R extends RouteContract> {
  readonly params: Parsed<R['params']>;
  readonly query: Parsed<R['query']>;
  readonly headers: Parsed<R['headers']>;
  readonly body: Parsed<R['body']>;
  /** Null only where a route is public or internal and nobody is signed in. */
  readonly identity: IdentityOf<R>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

function parse<S extends z.ZodType | undefined>(schema: S, value: unknown, part: string): Parsed<S>;
function parse(schema: z.ZodType | undefined, value: unknown, part: string): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new CodedError('validation_failed', { details: detailsOf(parsed.error, part) });
  return parsed.data;
}

function admit<R extends RouteContract>(route: R, caller: Caller): IdentityOf<R>;
function admit(route: RouteContract, caller: Caller): Identity | null {
  if (route.path.startsWith('/internal/')) {
    if (caller.service === null) throw new CodedError('route_not_found');
    return caller.identity;
  }
  if (route.public) return caller.identity?.scopes === undefined ? caller.identity : null;
  if (caller.identity === null) throw new CodedError('unauthenticated');
  requireScope(caller.identity, route);
  return caller.identity;
}

/** The file that a route is about, by where its id stands in the path. */
function fileIdOf({ path }: RouteContract, params: unknown): string | undefined {
  const name = /\/(?:diagrams|rooms|files)\/:(\w+)/.exec(path)?.[1];
  if (name === undefined || typeof params !== 'object' || params === null) return undefined;
  const id: unknown = Reflect.get(params, name);
  return typeof id === 'string' ? id : undefined;
}

/** To be asked twice for these comes to the same as once. */
const repeatable = new Set(['GET', 'PUT', 'DELETE']);

/** A stream may take longer than an answer. */
const streamMilliseconds = 600_000;

const successStatus = (route: RouteContract): number =>
  Number(Object.keys(route.responses).find((status) => status.startsWith('2')) ?? 200);

/**
 * Serves a route of the contract: checks who is calling, validates every part, runs the handler and sends its result in
 * the contract's shape. What the handler throws becomes a coded error. A handler that has sent its own reply returns undefined.
 */
export function implement<R extends RouteContract>(
  app: FastifyInstance,
  route: R,
  handle: (handling: Handling<R>) => Promise<SuccessBody<SuccessSchema<R>>>,
): void {
  const status = successStatus(route);
  const schema = route.responses[status];
  app.route({
    method: route.method,
    url: route.path,
    ...(schema === 'stream' ? { handlerTimeout: streamMilliseconds } : {}),
    handler: async (request, reply) => {
      const caller = await identify(app.tokens, tokenOf(request.headers)).catch((error: unknown) => {
        if (route.public) return { identity: null, service: null };
        throw error;
      });
      const identity = admit(route, caller);
      const context = currentContext();
      if (context) {
        context.userId = identity?.user_id;
        context.fileId = fileIdOf(route, request.params);
      }
      const handling: Handling<R> = {
        params: parse<R['params']>(route.params, request.params, 'params'),
        query: parse<R['query']>(route.query, request.query, 'query'),
        headers: parse<R['headers']>(route.headers, request.headers, 'headers'),
        body: parse<R['body']>(route.body, request.body, 'body'),
        identity,
        request,
        reply,
      };
      const result: unknown = repeatable.has(route.method)
        ? await app.retry(
            () => handle(handling),
            () => isAbandoned(reply),
          )
        : await handle(handling);
      if (reply.sent) return reply;
      if (reply.statusCode === 200) reply.code(status);
      if (schema === null || schema === undefined) return reply.send();
      if (schema === 'stream' || schema === 'binary') return reply.send(result);
      return reply.send(schema.parse(result));
    },
  });
}
