import { createHash } from 'node:crypto';
import { CodedError } from '@autograph/contracts';
import { type Identity, type Kit, timeoutOf } from '@autograph/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { bodyOf, exchange } from './forward.ts';
import { type KeptAnswer, sealAnswer, unsealAnswer } from './sealed-answer.ts';

/** Seconds for which an answer is given again. */
const keptSeconds = 86_400;
/** Beyond the time that a request may take: until then a claim whose gateway died stands. */
const graceSeconds = 10;
const keptHeaders = ['content-type', 'etag', 'location'] as const;
const repeating = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** As long as the first request may take: each attempt its time, and the waits between. */
const claimSeconds = (timeoutMs: number, waitsMs: readonly number[]): number =>
  Math.ceil((timeoutMs * (waitsMs.length + 1) + waitsMs.reduce((sum, wait) => sum + wait, 0)) / 1000) + graceSeconds;

/** Bytes of the largest answer that is kept: keys must not fill the store. */
const largestAnswer = 64 * 1024;

const Claim = z.object({ fingerprint: z.string(), sealed: z.string().optional(), tooLarge: z.boolean().optional() });

const hash = (...parts: readonly (string | Uint8Array)[]) => {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part).update('\n');
  return sum.digest('base64url');
};

/** The key that a caller gives its write, undefined when it gives none or does not write. Throws `validation_failed`. */
export function idempotencyKeyOf({ method, headers }: FastifyRequest): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined || !repeating.has(method)) return undefined;
  if (typeof key === 'string' && /^[\x21-\x7e]{1,200}$/.test(key)) return key;
  const details = [{ path: 'headers.idempotency-key', message: 'Use 1 to 200 printable characters without blanks, such as a UUID.' }];
  throw new CodedError('validation_failed', { details });
}

/** What went wrong on our side, or was not looked at at all, may be tried again under the same key. */
const isFinal = (status: number) => status < 500 && ![401, 403, 408, 429].includes(status);

/** Whose a key is: a person's, under one kind of credential. What a key or an app may not do must neither be told to it nor refused by what it was refused. */
const ownerOf = ({ user_id, scopes }: Identity): string => (scopes ? hash(user_id, ...[...scopes].sort()) : user_id);

function send(reply: FastifyReply, { status, headers, body }: KeptAnswer): FastifyReply {
  return reply.code(status).headers(headers).send(Buffer.from(body, 'base64'));
}

/**
 * Has a write done once however often it is asked for under one key: repetitions within a day get the first one's answer. Keys are
 * each person's own, and each credential's of other scopes. Throws `idempotency_answer_too_large` for repetitions of what had a longer
 * answer than is kept, `idempotency_key_reused` for another request under the same key, `idempotency_in_progress` while the first is
 * under way.
 */
export async function answerOnce(
  kit: Kit,
  service: string,
  { identity, key }: { readonly identity: Identity; readonly key: string },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { kv, config } = kit;
  const body = await bodyOf(request, config.BODY_LIMIT);
  const fingerprint = hash(request.method, request.url, body ?? '');
  const name = `idempotency:${ownerOf(identity)}:${hash(key)}`;
  const ttlSeconds = claimSeconds(timeoutOf(service, config), config.RETRY_WAITS_MS);
  if (!(await kv.setIfAbsent(name, JSON.stringify({ fingerprint }), { ttlSeconds }))) {
    const kept = await kv.get(name);
    const claim = kept === null ? null : Claim.parse(JSON.parse(kept));
    if (claim && claim.fingerprint !== fingerprint) throw new CodedError('idempotency_key_reused');
    if (claim?.tooLarge) throw new CodedError('idempotency_answer_too_large');
    if (!claim?.sealed) throw new CodedError('idempotency_in_progress', { retryAfterSeconds: 1 });
    return send(reply.header('idempotency-replayed', 'true'), unsealAnswer(claim.sealed, config.AUTH_SECRET, key));
  }
  try {
    const answer = await exchange(kit, service, request, reply, body);
    const headers = Object.fromEntries(
      keptHeaders.flatMap((header) => (answer.headers[header] ? [[header, String(answer.headers[header])]] : [])),
    );
    const kept = { status: answer.statusCode, headers, body: answer.body.toString('base64') };
    const small = answer.body.length <= largestAnswer;
    const claim = small ? { fingerprint, sealed: sealAnswer(kept, config.AUTH_SECRET, key) } : { fingerprint, tooLarge: true };
    if (isFinal(kept.status)) await kv.set(name, JSON.stringify(claim), { ttlSeconds: keptSeconds });
    else await kv.delete(name);
    const cookies = answer.headers['set-cookie'];
    if (cookies) reply.header('set-cookie', cookies);
    return send(reply, kept);
  } catch (error) {
    await kv.delete(name).catch(() => undefined);
    throw error;
  }
}
