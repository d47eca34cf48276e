import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { Trace } from './tracing/trace.ts';

/** What a request has asked of the database so far. */
export interface DatabaseWork {
  statements: number;
  milliseconds: number;
  /** The statement that took longest, without its values. */
  slowest: { readonly sql: string; readonly milliseconds: number } | undefined;
}

/** What follows a request, or a job or message that came of one, through every layer without being passed along. */
export interface RequestContext {
  readonly requestId: string;
  /** Who asks and about which file, as soon as it is known. */
  userId?: string | undefined;
  fileId?: string | undefined;
  readonly database?: DatabaseWork;
  /** Where spans of this work hang; absent while nobody traces. */
  readonly trace?: Trace | undefined;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs `work` as part of the request. */
export const inContext = <T>(context: RequestContext, work: () => T): T => storage.run(context, work);

/** The request being served, undefined outside of one. */
export const currentContext = (): RequestContext | undefined => storage.getStore();

/** The context of work that begins now. */
export const newContext = (requestId: string, trace?: Trace): RequestContext => ({
  requestId,
  database: { statements: 0, milliseconds: 0, slowest: undefined },
  trace,
});

/** The caller's request id when it is a sane one, else a new one. */
export function requestIdOf(header: string | string[] | undefined): string {
  return typeof header === 'string' && /^[\w.:-]{1,128}$/.test(header) ? header : randomUUID();
}
