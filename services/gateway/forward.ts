import { CodedError } from '@autograph/contracts';
import { answerProblem, type Kit } from '@autograph/service-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Hands the raw request to a service of this process; it answers on the same connection. */
function handOver(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack();
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value);
  app.routing(request.raw, reply.raw);
  return reply;
}

/** Sends the request to the service that owns it: in this process when it runs here, else over HTTP. */
export function forward(kit: Kit, service: string, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.raw.headers['x-request-id'] = request.id;
  const local = kit.directory.local(service);
  if (local) return handOver(local.app, request, reply);
  return reply.from(kit.directory.address(service) + request.url, {
    rewriteRequestHeaders: (_original, headers) => ({
      ...headers,
      host: request.host,
      'x-request-id': request.id,
      'x-forwarded-for': request.ip,
      'x-forwarded-proto': request.protocol,
      'x-forwarded-host': request.host,
    }),
    onError: (_reply, { error }) => {
      const late = 'code' in error && error.code === 'UND_ERR_HEADERS_TIMEOUT';
      answerProblem(new CodedError(late ? 'timeout' : 'service_unavailable', { cause: error }), request, reply);
    },
  });
}
