import { CodedError } from '@autograph/contracts';
import { z } from 'zod';

/** Of sockets, name look-ups, undici, and PostgreSQL (connection exceptions, too many connections, shutting down or starting). */
const outageCodes =
  /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|UND_ERR_(SOCKET|CONNECT_TIMEOUT)|08\w{3}|53300|57P0[1-3])$/;
/** Losses that pg and ioredis tell in words alone. */
const outageWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Connection is closed|Reached the max retries per request)/;
/** Reached nobody: what was to be sent never arrived. */
const unreachedCodes = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;

function causes(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let at = error; at !== undefined && at !== null && chain.length < 6; at = at instanceof Error ? at.cause : undefined) {
    chain.push(at);
    if (at instanceof AggregateError) chain.push(...at.errors);
  }
  return chain;
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** Whether the code of an error, or of what caused it, is such a one. */
const hasCode = (error: unknown, codes: RegExp) => causes(error).some((cause) => codes.test(codeOf(cause)));

const Fault = z.object({ $fault: z.literal('server'), $metadata: z.object({ httpStatusCode: z.number().optional() }).optional() });

/** Whether an S3 server says that it has trouble of its own. What it does not know (501) it will not know in a while either. */
function isServerTrouble(error: unknown): boolean {
  const fault = Fault.safeParse(error);
  return fault.success && fault.data.$metadata?.httpStatusCode !== 501;
}

/** Whether something failed because a server could not be reached or went away, so that another attempt may succeed. */
export function isOutage(error: unknown): boolean {
  if (causes(error).some((cause) => cause instanceof CodedError)) return false;
  if (causes(error).some(isServerTrouble)) return true;
  return hasCode(error, outageCodes) || causes(error).some((cause) => cause instanceof Error && outageWords.test(cause.message));
}

/** Whether a request failed before it was sent, so that another server may get it whatever it does. */
export const isUnreached = (error: unknown): boolean => hasCode(error, unreachedCodes);

/** Whether something could not be kept because a disk is full, ours or PostgreSQL's. */
export const isFull = (error: unknown): boolean => hasCode(error, /^(ENOSPC|EDQUOT|53100)$/);

/** Whether a server took too long: an answer that did not come, or a statement that PostgreSQL cancelled. */
export const isLate = (error: unknown): boolean => hasCode(error, /^(UND_ERR_(HEADERS|BODY)_TIMEOUT|57014)$/);
