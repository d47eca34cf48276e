import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { CodedError } from '@autograph/contracts';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { isProbe } from './health.ts';
import type { Lifecycle } from './lifecycle.ts';
import { refusedHeader } from './remote/remote.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether a WebSocket may be opened now, and by this caller. */
    readonly admits: (request: IncomingMessage) => boolean;
  }
}

/** A caller without a certificate of the house, where one is asked for. */
const isStranger = (socket: Socket, mutual: boolean) => mutual && !(socket instanceof TLSSocket && socket.authorized);

/**
 * What happens where requests enter the process: strangers are refused where callers must show a certificate (probes need none);
 * requests are counted, and on the process's way out answered on connections that close, then refused. Calls between services of one
 * process carry no socket and always pass: they belong to what is under way.
 */
export function guardEdge(app: FastifyInstance, lifecycle: Lifecycle, mutual: boolean): void {
  app.decorate('admits', ({ socket }: IncomingMessage) => lifecycle.stage !== 'closing' && !isStranger(socket, mutual));
  app.addHook('onRequest', async (request, reply) => {
    const { socket } = request.raw;
    if (!(socket instanceof Socket)) return;
    if (lifecycle.stage !== 'running') reply.header('connection', 'close');
    if (isProbe(request.url.split('?')[0] ?? '')) return;
    if (isStranger(socket, mutual)) throw new CodedError('certificate_required');
    if (lifecycle.stage === 'closing') {
      reply.header(refusedHeader, 'stopping');
      throw new CodedError('service_unavailable', { message: 'This server is stopping.', retryAfterSeconds: 1 });
    }
    reply.raw.once('close', lifecycle.enter());
  });
}

/** How often the lag is looked at, in milliseconds. */
const sampleMilliseconds = 500;

/** One long piece of work, such as a start, is no overload: the lag has to last. */
const bearableMilliseconds = 2 * sampleMilliseconds;

/** Refuses requests while the event loop keeps lagging behind by more than `maxDelayMs`, so that those under way are finished. */
export async function shedLoad(app: FastifyInstance, maxDelayMs: number): Promise<void> {
  const lag = { since: 0, last: 0 };
  const lasts = () => {
    const now = performance.now();
    if (now - lag.last > bearableMilliseconds) lag.since = now;
    lag.last = now;
    return now - lag.since > bearableMilliseconds;
  };
  await app.register(underPressure, {
    maxEventLoopDelay: maxDelayMs,
    sampleInterval: sampleMilliseconds,
    pressureHandler: async (request, reply) => {
      if (!lasts() || !(request.raw.socket instanceof Socket) || isProbe(request.url.split('?')[0] ?? '')) return;
      reply.header(refusedHeader, 'overloaded');
      throw new CodedError('overloaded', { retryAfterSeconds: 1 });
    },
  });
}
