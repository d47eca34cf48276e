import type { FastifyInstance } from 'fastify';
import type { SocketRoute } from './service.ts';
import { StartError } from './start-error.ts';

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);

/** Listens and gives the port in use. Throws StartError when the port is taken or not allowed. */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<number> {
  await app.listen({ host, port }).catch((error: unknown) => {
    if (codeOf(error) === 'EADDRINUSE')
      throw new StartError(`Port ${port} is in use: stop the program that uses it, or set PORT to another.`);
    if (codeOf(error) === 'EACCES') throw new StartError(`Port ${port} may not be used by this user: set PORT to one above 1023.`);
    throw error;
  });
  const address = app.server.address();
  return address !== null && typeof address === 'object' ? address.port : port;
}

/** Lets a service that runs alone take its WebSocket upgrades itself. */
export function takeUpgrades(app: FastifyInstance, route: SocketRoute): void {
  app.server.on('upgrade', (request, socket, head) => {
    if (new URL(request.url ?? '/', 'http://localhost').pathname === route.path) route.handle(request, socket, head);
    else socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
  });
}
