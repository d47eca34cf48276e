import { scimSchemas } from '@autograph/contracts';
import { asCodedError } from '@autograph/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A refusal as identity providers expect it (RFC 7644, section 3.12). */
export class ScimError extends Error {
  readonly status: number;
  readonly scimType: 'uniqueness' | 'invalidValue' | 'invalidFilter' | 'invalidPath' | 'mutability' | undefined;

  constructor(status: number, detail: string, scimType?: ScimError['scimType']) {
    super(detail);
    this.status = status;
    this.scimType = scimType;
  }
}

function seen(error: unknown): ScimError {
  if (error instanceof ScimError) return error;
  const coded = asCodedError(error);
  const detail = coded.details?.map(({ path, message }) => `${path ?? ''}: ${message}`).join(' ');
  return new ScimError(
    coded.status === 422 ? 400 : coded.status,
    detail || coded.message,
    coded.status === 422 ? 'invalidValue' : undefined,
  );
}

export function answerScimError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, scimType, message } = seen(error);
  if (status >= 500) request.log.error({ err: error }, 'SCIM request failed');
  const body = { schemas: [scimSchemas.error], status: String(status), detail: message, ...(scimType ? { scimType } : {}) };
  return reply.code(status).type('application/scim+json').send(body);
}
