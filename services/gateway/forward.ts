import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { CodedError } from '@autograph/contracts';
import { abandonment, type Kit, traceHeaders } from '@autograph/service-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Hands the raw request to a service of this process; it answers on the same connection. */
function handOver(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack();
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value);
  app.routing(request.raw, reply.raw);
  return reply;
}

/** Of one connection, not of the message: each connection has its own. */
const ofConnection = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
  'host',
  'content-length',
]);

const innerMethods = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** What the gateway has said itself stays. */
const ownWords = new Set(['connection', 'keep-alive', 'transfer-encoding', 'x-request-id', 'x-frame-options', 'strict-transport-security']);

/** Whom the services believe the request to come from, and at which address: never what strangers say of it. */
const whenceOf = ({ ip, protocol, host }: FastifyRequest) => ({
  'x-forwarded-for': ip,
  'x-forwarded-proto': protocol,
  'x-forwarded-host': host,
});

/** The request's headers as the service should see them: who asks, under which name, and that it is the gateway that says so. */
export function onwardHeaders(request: FastifyRequest): Record<string, string | string[] | undefined> {
  const onward: Record<string, string | string[] | undefined> = {};
  for (const [name, value] of Object.entries(request.raw.headers)) if (!ofConnection.has(name)) onward[name] = value;
  onward.host = request.host;
  onward['x-request-id'] = request.id;
  Object.assign(onward, traceHeaders());
  return Object.assign(onward, whenceOf(request));
}

/** The whole body, however it is sent. Throws `payload_too_large`. */
export async function bodyOf(request: FastifyRequest, limit: number): Promise<Buffer | null> {
  if (request.raw.headers['content-length'] === undefined && request.raw.headers['transfer-encoding'] === undefined) return null;
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request.raw) {
    size += part.length;
    if (size > limit) throw new CodedError('payload_too_large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Sends the request to the service that owns it: in this process when it runs here, else over HTTP. */
export async function forward(kit: Kit, service: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  Object.assign(request.raw.headers, { 'x-request-id': request.id }, traceHeaders(), whenceOf(request));
  const local = kit.directory.local(service);
  if (local) return handOver(local.app, request, reply);
  const answer = await kit.directory.remote(service).send({
    method: request.method,
    url: request.url,
    headers: onwardHeaders(request),
    body: await bodyOf(request, kit.config.BODY_LIMIT),
    signal: abandonment(reply),
  });
  for (const [name, value] of Object.entries(answer.headers)) if (value !== undefined && !ownWords.has(name)) reply.header(name, value);
  return reply.code(answer.statusCode).send(answer.body);
}

export interface WholeAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly body: Buffer;
}

/** Asks the service and waits for all of its answer, uncompressed. */
export async function exchange(
  kit: Kit,
  service: string,
  request: FastifyRequest,
  reply: FastifyReply,
  body: Buffer | null,
): Promise<WholeAnswer> {
  const headers = { ...onwardHeaders(request), 'accept-encoding': 'identity' };
  const local = kit.directory.local(service);
  if (local) {
    const method = innerMethods.find((known) => known === request.method) ?? 'POST';
    const answer = await local.app.inject({ method, url: request.url, headers, ...(body ? { payload: body } : {}) });
    return { statusCode: answer.statusCode, headers: answer.headers, body: answer.rawPayload };
  }
  const answer = await kit.directory
    .remote(service)
    .send({ method: request.method, url: request.url, headers, body, signal: abandonment(reply) });
  return {
    statusCode: answer.statusCode,
    headers: answer.headers,
    body: answer.body instanceof Readable ? await buffer(answer.body) : answer.body,
  };
}
