import { CodedError, ErrorBody, type ErrorCode, errorCodes } from './errors.ts';
import type { RouteContract, RouteInput, RouteOutput } from './route.ts';

export interface ClientOptions {
  /** Origin of the server, without a trailing slash; '' in the browser. */
  readonly baseUrl: string;
  /** `fetch`, or one that answers in process (a service's `inject`). */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Sent with every call: authorization, x-request-id. */
  readonly headers?: () => Record<string, string>;
}

interface CallParts {
  readonly params?: Record<string, unknown>;
  readonly query?: Record<string, unknown>;
  readonly headers?: Record<string, unknown>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

function isErrorCode(code: string): code is ErrorCode {
  return code in errorCodes;
}

async function failure(response: Response): Promise<CodedError> {
  const parsed = ErrorBody.safeParse(await response.json().catch(() => null));
  if (!parsed.success) return new CodedError(response.status === 503 || response.status === 502 ? 'service_unavailable' : 'internal');
  const { code, message, details } = parsed.data.error;
  return new CodedError(isErrorCode(code) ? code : 'internal', { message, ...(details ? { details } : {}) });
}

/**
 * Makes the typed caller of the API's routes: `await call(createDiagram, { body })`.
 * Throws CodedError with the server's code; a network failure is `service_unavailable`.
 */
export function createClient(options: ClientOptions) {
  const send = options.fetch ?? ((url: string, init: RequestInit) => fetch(url, init));

  function call<R extends RouteContract>(route: R, input: RouteInput<R> & { signal?: AbortSignal }): Promise<RouteOutput<R>>;
  async function call(route: RouteContract, input: CallParts): Promise<unknown> {
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(input.params?.[name])));
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(input.query ?? {})) if (value !== undefined) query.set(name, String(value));
    const headers: Record<string, string> = { accept: 'application/json', ...options.headers?.() };
    for (const [name, value] of Object.entries(input.headers ?? {})) if (value !== undefined) headers[name] = String(value);
    if (input.body !== undefined) headers['content-type'] = 'application/json';
    const response = await send(options.baseUrl + path + (query.size > 0 ? `?${query}` : ''), {
      method: route.method,
      headers,
      credentials: 'include',
      ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
      ...(input.signal ? { signal: input.signal } : {}),
    }).catch((cause: unknown) => {
      if (input.signal?.aborted || cause instanceof CodedError) throw cause;
      throw new CodedError('service_unavailable', { cause });
    });
    const schema = route.responses[response.status];
    if (!response.ok || schema === undefined) throw await failure(response);
    if (schema === 'binary' || schema === 'stream') return response;
    if (schema === null) return undefined;
    return schema.parse(await response.json());
  }
  return call;
}

export type Client = ReturnType<typeof createClient>;
