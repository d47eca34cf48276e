import { type ClientRequest, type OutgoingHttpHeaders, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { CodedError } from '@autograph/contracts';
import CircuitBreaker from 'opossum';
import { Agent } from 'undici';
import type { ResolvedConfig } from '../config.ts';
import type { Log } from '../log.ts';
import { isLate, isOutage, isUnreached } from '../outage.ts';
import { createRetry } from '../retry.ts';
import type { InternalTls } from '../tls.ts';
import { affinityOf } from './affinity.ts';
import { discard, exchange, type RemoteAnswer } from './exchange.ts';
import { createReplicas, type Replica } from './replicas.ts';

export interface RemoteRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body?: string | Uint8Array | null | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A service that runs apart, on one or several servers. */
export interface Remote {
  /**
   * Sends a request to one of its servers: to the next one when a server cannot be reached, again after a while when none can
   * and the request may be repeated. Throws `service_unavailable`, at once while failures are known to go on, and `timeout`.
   */
  send(request: RemoteRequest): Promise<RemoteAnswer>;
  /** The servers that a socket for this address should try, one after the other. */
  replicas(url: string): Promise<readonly Replica[]>;
  /** A request to open a WebSocket at one of them, not sent yet. */
  upgrade(replica: Replica, url: string, headers: OutgoingHttpHeaders): ClientRequest;
  failed(replica: Replica): void;
  /** Whether each of its servers says that it is well; the others get no requests for a while. */
  check(timeoutMs: number): Promise<readonly boolean[]>;
  close(): Promise<void>;
}

export interface RemoteOptions {
  readonly name: string;
  readonly addresses: readonly string[];
  readonly config: Pick<ResolvedConfig, 'RETRY_WAITS_MS' | 'BREAKER_FAILURES' | 'BREAKER_RESET_MS'>;
  /** Milliseconds until an answer must begin. */
  readonly timeoutMs: number;
  readonly tls: InternalTls | null;
  readonly log: Log;
}

/** Marks the answer of a server that took nothing in, so that the request may be sent elsewhere. */
export const refusedHeader = 'x-refused';

class Refused extends Error {
  readonly code = 'ECONNREFUSED';
}

/** Connecting must be quick: a server that does not answer is passed over. */
const connectMilliseconds = 3_000;
/** Beyond the time that the service itself allows: its own words are better than ours. */
const graceMilliseconds = 1_000;
const repeatable = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);

function problemOf(error: unknown, name: string, resetMs: number): unknown {
  if (error instanceof CodedError) return error;
  if (error instanceof Error && CircuitBreaker.isOurError(error)) {
    const seconds = Math.ceil(resetMs / 1000);
    const message = `${name} has failed repeatedly and is left alone for a while. Try again in ${seconds} s.`;
    return new CodedError('service_unavailable', { message, retryAfterSeconds: seconds, cause: error });
  }
  if (isLate(error)) return new CodedError('timeout', { cause: error });
  return new CodedError('service_unavailable', { cause: error });
}

export function createRemote({ name, addresses, config, timeoutMs, tls, log }: RemoteOptions): Remote {
  const replicas = createReplicas(addresses);
  const retry = createRetry(config.RETRY_WAITS_MS, log.child({ remote: name }));
  const agents = new Map<string, Agent>();
  const agentOf = (host: string): Agent => {
    const found = agents.get(host);
    if (found) return found;
    const connect = { timeout: connectMilliseconds, ...(tls ? { ...tls, servername: host } : {}) };
    const made = new Agent({ connect, headersTimeout: timeoutMs + graceMilliseconds, bodyTimeout: 0 });
    agents.set(host, made);
    return made;
  };

  async function ask(replica: Replica, { method, url, headers, body, signal }: RemoteRequest): Promise<RemoteAnswer> {
    const { origin } = replica;
    const answer = await exchange(agentOf(replica.host), { origin, path: url, method, headers, body: body ?? null }, signal);
    if (answer.statusCode !== 503 || answer.headers[refusedHeader] === undefined) return answer;
    discard(answer);
    throw new Refused(`${name} at ${replica.origin} takes no requests`);
  }

  /** Each server once, as long as the request reached none. */
  async function askAround(request: RemoteRequest): Promise<RemoteAnswer> {
    let last: unknown;
    for (const replica of await replicas.order(affinityOf(name, request.url))) {
      try {
        const answer = await ask(replica, request);
        // A server that closes its connections is on its way out.
        if (answer.headers.connection === 'close') replicas.failed(replica);
        else replicas.worked(replica);
        return answer;
      } catch (error) {
        if (isOutage(error)) replicas.failed(replica);
        if (!isUnreached(error)) throw error;
        last = error;
      }
    }
    throw last ?? new Refused(`${name} has no address`);
  }

  const breaker = new CircuitBreaker(
    (request: RemoteRequest) =>
      repeatable.has(request.method)
        ? retry(
            () => askAround(request),
            () => request.signal?.aborted === true,
          )
        : askAround(request),
    {
      name,
      timeout: false,
      volumeThreshold: config.BREAKER_FAILURES,
      errorThresholdPercentage: 50,
      rollingCountTimeout: 30_000,
      resetTimeout: config.BREAKER_RESET_MS,
      errorFilter: (error: unknown) => !isOutage(error) && !isLate(error),
    },
  );
  breaker.on('open', () => log.error({ remote: name }, `${name} fails repeatedly: calls to it fail at once`));
  breaker.on('halfOpen', () => log.info({ remote: name }, `${name} is tried again`));
  breaker.on('close', () => log.info({ remote: name }, `${name} answers again`));

  return {
    send: (request) =>
      breaker.fire(request).catch((error: unknown) => {
        throw problemOf(error, name, config.BREAKER_RESET_MS);
      }),
    replicas: (url) => replicas.order(affinityOf(name, url)),
    upgrade: (replica, url, headers) => {
      const options = { headers, timeout: connectMilliseconds };
      return tls
        ? secureRequest(replica.origin + url, { ...options, ...tls, servername: replica.host })
        : plainRequest(replica.origin + url, options);
    },
    failed: replicas.failed,
    async check(limitMs) {
      const look = async (replica: Replica) => {
        const well = await ask(replica, { method: 'GET', url: '/health', headers: {}, signal: AbortSignal.timeout(limitMs) }).then(
          (answer) => {
            discard(answer);
            return answer.statusCode === 200;
          },
          () => false,
        );
        if (well) replicas.worked(replica);
        else replicas.failed(replica);
        return well;
      };
      return Promise.all((await replicas.order()).map(look));
    },
    async close() {
      breaker.shutdown();
      await Promise.all([...agents.values()].map((agent) => agent.destroy()));
    },
  };
}
