import { createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { pathOfTarget } from './request-target.ts';
import type { SocketRoute } from './service.ts';
import { StartError } from './start-error.ts';

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);

/** Why a port cannot be used, as one line; what is not about the port stays as it is. */
function portProblem(error: unknown, host: string, port: number): unknown {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new StartError(`Port ${port} is in use: stop the program that uses it, or set PORT to another.`);
    case 'EACCES':
      return new StartError(`Port ${port} may not be used by this user: set PORT to one above 1023.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError(`This machine has no address ${host}: set HOST to one that it has, or to 0.0.0.0 for all.`);
    default:
      return error;
  }
}

/** Tries a port without keeping it, before anything is started for it. Throws StartError when it cannot be listened on. */
export async function ensurePort(host: string, port: number): Promise<void> {
  const server = createServer();
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, host, done)).catch((error: unknown) => {
    throw portProblem(error, host, port);
  });
  await new Promise((done) => server.close(done));
}

/** Listens and gives the port in use. Throws StartError when it cannot. */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<number> {
  await app.listen({ host, port }).catch((error: unknown) => {
    throw portProblem(error, host, port);
  });
  const address = app.server.address();
  return address !== null && typeof address === 'object' ? address.port : port;
}

/** Lets a service that runs alone take its WebSocket upgrades itself. */
export function takeUpgrades(app: FastifyInstance, route: SocketRoute): void {
  app.server.on('upgrade', (request, socket, head) => {
    const refuse = (status: string) => socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
    const path = pathOfTarget(request.url);
    socket.on('error', () => socket.destroy());
    if (!app.admits(request)) refuse('503 Service Unavailable');
    else if (path === null) refuse('400 Bad Request');
    else if (path === route.path) route.handle(request, socket, head);
    else refuse('404 Not Found');
  });
}
