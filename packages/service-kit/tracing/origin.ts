import { z } from 'zod';
import { currentContext, newContext, type RequestContext } from '../request-context.ts';
import { readTraceparent, writeTraceparent } from './trace.ts';

/** Where work that is done later came from: the request, and the place in its trace. */
const Origin = z.object({ request_id: z.string(), traceparent: z.string().optional() });
type Origin = z.infer<typeof Origin>;

/** What goes along with work that is handed on; undefined outside of requests. */
export function originOf(): Origin | undefined {
  const context = currentContext();
  if (!context) return undefined;
  const traceparent = context.trace && writeTraceparent(context.trace);
  return { request_id: context.requestId, ...(traceparent === undefined ? {} : { traceparent }) };
}

/** The context of work that was handed on; `fallback` names work that came of no request. */
export function contextOf(origin: unknown, fallback: string): RequestContext {
  const parsed = Origin.safeParse(origin);
  if (!parsed.success) return newContext(fallback);
  const context = readTraceparent(parsed.data.traceparent);
  return newContext(parsed.data.request_id, context && { context });
}
