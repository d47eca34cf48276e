import type { FastifyRequest } from 'fastify';
import type { AuthKit } from './auth-kit.ts';
import { deviceName } from './device.ts';
import type { Origin } from './mail/designs.ts';
import { placeOf } from './place.ts';

/** From where a request comes, as mails tell it. */
export const originOf = (kit: Pick<AuthKit, 'config'>, request: FastifyRequest): Origin => ({
  device: deviceName(request.headers['user-agent']),
  place: placeOf(request, kit.config.COUNTRY_HEADER),
  address: request.ip,
  at: new Date(),
});
