import { Socket } from 'node:net';
import { CodedError } from '@autograph/contracts';
import type { FastifyInstance } from 'fastify';
import { isProbe } from './health.ts';
import type { Lifecycle } from './lifecycle.ts';

/** Seconds after which a caller that was refused should ask again. */
const retrySeconds = 1;

/**
 * What happens where requests enter the process: they are counted, and on its way out answered on connections that close,
 * then refused. Calls between services of one process carry no socket and always pass: they belong to what is under way.
 */
export function guardEdge(app: FastifyInstance, lifecycle: Lifecycle): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!(request.raw.socket instanceof Socket)) return;
    if (lifecycle.stage !== 'running') reply.header('connection', 'close');
    if (isProbe(request.url.split('?')[0] ?? '')) return;
    if (lifecycle.stage === 'closing') {
      reply.header('retry-after', retrySeconds);
      throw new CodedError('service_unavailable', { message: 'This server is stopping.' });
    }
    reply.raw.once('close', lifecycle.enter());
  });
}
