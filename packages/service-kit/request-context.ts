import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

/** What follows a request through every layer without being passed along. */
export interface RequestContext {
  readonly requestId: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs `work` as part of the request. */
export const inContext = <T>(context: RequestContext, work: () => T): T => storage.run(context, work);

/** The request being served, undefined outside of one. */
export const currentContext = (): RequestContext | undefined => storage.getStore();

/** The caller's request id when it is a sane one, else a new one. */
export function requestIdOf(header: string | string[] | undefined): string {
  return typeof header === 'string' && /^[\w.:-]{1,128}$/.test(header) ? header : randomUUID();
}
