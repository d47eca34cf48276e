import type { z } from 'zod';
import type { ErrorCode } from './errors.ts';
import type { Scope } from './identity.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A service that owns routes; the gateway routes by it. */
export type ServiceName = 'gateway' | 'auth' | 'diagram' | 'collaboration' | 'ai' | 'git' | 'export' | 'integration-hub';

/** One HTTP route as data: the server's validation, the typed client and OpenAPI all come from it. */
export interface RouteContract {
  readonly service: ServiceName;
  readonly method: Method;
  /** Path with `:name` parameters, starting with /api/. */
  readonly path: string;
  readonly summary: string;
  /** Open to callers who are not signed in. */
  readonly public?: boolean;
  /** Small pictures that a page loads by the dozen: the gateway lets a person have ten times as many as of other things. */
  readonly light?: boolean;
  /**
   * What a key or an app needs; `session` is for people who have signed in alone. When absent: `admin` under /api/admin/, `session` under
   * /api/auth/, else `read` to GET and `write` for the rest.
   */
  readonly scope?: Scope | 'session';
  /** The body comes as a form, application/x-www-form-urlencoded, instead of JSON. */
  readonly form?: boolean;
  /** Pages of other sites post here, as identity providers do; what they bring must prove itself. */
  readonly foreign?: boolean;
  /** Pages of any site may call it and read the answer, without cookies: what they bring says who they are. */
  readonly anyOrigin?: boolean;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly headers?: z.ZodType;
  readonly body?: z.ZodType;
  /** By status; null for an empty body; 'binary' and 'stream' for bytes and server-sent events. */
  readonly responses: { readonly [status: number]: z.ZodType | null | 'binary' | 'stream' };
  readonly errors?: readonly ErrorCode[];
}

/** Keeps the literal types of a contract, so that server and client infer from it. */
export function defineRoute<const R extends RouteContract>(route: R): R {
  return route;
}

type Output<T> = T extends z.ZodType ? z.output<T> : undefined;
type Input<T> = T extends z.ZodType ? z.input<T> : undefined;

type Field<K extends string, T> = T extends z.ZodType ? { [P in K]: Input<T> } : unknown;

/** What a caller passes: only the parts the route declares. */
export type RouteInput<R extends RouteContract> = Field<'params', R['params']> &
  Field<'query', R['query']> &
  Field<'headers', R['headers']> &
  Field<'body', R['body']>;

type Success<R extends RouteContract> = R['responses'][Extract<keyof R['responses'], 200 | 201 | 202 | 204>];

/** What a successful call gives: the parsed body, bytes (Response) for binary and stream, undefined for an empty one. */
export type RouteOutput<R extends RouteContract> =
  Success<R> extends infer S ? (S extends 'binary' | 'stream' ? Response : S extends z.ZodType ? Output<S> : undefined) : never;
