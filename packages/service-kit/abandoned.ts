import type { FastifyReply } from 'fastify';

/** Whether the caller has gone before it had its answer. */
export const isAbandoned = ({ raw }: FastifyReply): boolean => raw.destroyed && !raw.writableFinished;

/** Aborts when the caller goes before it has its answer. (Fastify's own signal also does when a body has been read.) */
export function abandonment(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (isAbandoned(reply)) controller.abort();
  });
  return controller.signal;
}
