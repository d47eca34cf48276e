import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { RouteContract, RouteInput, RouteOutput } from '@autograph/contracts';
import type { Database } from '@autograph/database';
import type { Tracer } from '@opentelemetry/api';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import type { Registry } from 'prom-client';
import type { z } from 'zod';
import type { ResolvedConfig } from './config.ts';
import type { DependencyWatch } from './dependencies.ts';
import type { ErrorReports } from './error-reports.ts';
import type { Identity } from './identity.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Kv } from './kv/kv.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { LiveSettings } from './live-settings.ts';
import type { Log } from './log.ts';
import type { Logs } from './logs.ts';
import type { Mail } from './mail/mail.ts';
import type { Metrics } from './metrics.ts';
import type { PubSub } from './pubsub/pubsub.ts';
import type { Remote } from './remote/remote.ts';
import type { Retry } from './retry.ts';
import type { Secrets } from './secrets/secrets.ts';
import type { Storage } from './storage/storage.ts';
import type { Tokens } from './tokens.ts';
import type { Tracing } from './tracing/exporting.ts';

export interface CallOptions {
  /** The person on whose behalf the other service acts. */
  readonly identity?: Identity | null;
  readonly signal?: AbortSignal;
}

/** Calls a route of any service: in this process when it runs here, over HTTP when it runs apart. Throws its CodedError. */
export type Call = <R extends RouteContract>(route: R, input: RouteInput<R>, options?: CallOptions) => Promise<RouteOutput<R>>;

/** A service of this process. */
export interface LocalService {
  readonly app: FastifyInstance;
  readonly socket: SocketRoute | null;
}

/** Where services are found: those of this process by `local`, the others by `address`. */
export interface Directory {
  local(service: string): LocalService | undefined;
  remote(service: string): Remote;
}

/** What a service stands on. The same in one process and in a cluster. */
export interface Platform {
  readonly config: ResolvedConfig;
  readonly db: Database;
  readonly pool: pg.Pool;
  readonly kv: Kv;
  readonly pubsub: PubSub;
  readonly storage: Storage;
  readonly jobs: Jobs;
  readonly mail: Mail;
  /** Seals what is secret before it is stored. */
  readonly secrets: Secrets;
  readonly tokens: Tokens;
  readonly logs: Logs;
  /** What administrators change while everything runs: levels of logs, features. */
  readonly settings: LiveSettings;
  readonly reports: ErrorReports;
  readonly dependencies: DependencyWatch;
  /** Metrics of the process. */
  readonly registry: Registry;
  /** Makes spans of what is done; null while nobody collects them. */
  readonly tracing: Tracing | null;
  /** Redis address when instances share one, for libraries that speak to it themselves. */
  readonly redisUrl: string | null;
  /** Says that everything runs: from now on what is slow is worth a line of the log. */
  started(): void;
}

/** The platform as one service sees it; its own settings stand beside the platform's in `config`. */
export interface Kit<Settings = unknown> extends Platform {
  readonly name: string;
  readonly config: ResolvedConfig & Settings;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly tracer: Tracer | undefined;
  readonly call: Call;
  readonly directory: Directory;
  readonly lifecycle: Lifecycle;
  /** Repeats work after brief outages of what the service depends on. */
  readonly retry: Retry;
}

/** A named check of health: resolves when well, throws when not. */
export type HealthCheck = () => Promise<void>;

export interface SocketRoute {
  readonly path: string;
  handle(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

export interface ServiceDefinition<Settings> {
  readonly name: string;
  /** Port when it runs alone. */
  readonly port: number;
  /** It serves /health itself. */
  readonly ownHealth?: boolean;
  /** Where it runs, requests for the other services of its process come through it. */
  readonly fronts?: boolean;
  /** Its own settings out of the environment. */
  readonly configSchema?: z.ZodType<Settings>;
  register(app: FastifyInstance, kit: Kit<Settings>): Promise<void>;
  /** Checks besides those of the platform. */
  health?(kit: Kit<Settings>): Record<string, HealthCheck>;
  /** WebSocket upgrades that it takes; asked once, after `register`. */
  upgrade?(kit: Kit<Settings>): SocketRoute;
  /** Runs when the process begins to stop: open sockets are told to connect elsewhere. */
  leave?(kit: Kit<Settings>): void;
  /** Runs before the platform closes. */
  close?(kit: Kit<Settings>): Promise<void>;
}

/** A running service's parts, bound to its kit. */
export interface ServiceInstance {
  register(app: FastifyInstance): Promise<void>;
  health(): Record<string, HealthCheck>;
  upgrade(): SocketRoute | null;
  leave(): void;
  close(): Promise<void>;
}

export interface Service {
  readonly name: string;
  readonly port: number;
  readonly ownHealth: boolean;
  readonly fronts: boolean;
  /** Parses its settings (throws ConfigError) and binds it to its kit. */
  bind(kit: Kit): ServiceInstance;
}
