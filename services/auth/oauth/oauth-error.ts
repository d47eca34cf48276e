import { answerProblem } from '@autograph/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A failure that is told to an app in the words of RFC 6749 section 5.2. */
export class OAuthError extends Error {
  readonly error: 'invalid_request' | 'invalid_client' | 'invalid_grant' | 'unsupported_grant_type' | 'invalid_scope';

  constructor(error: OAuthError['error'], description: string) {
    super(description);
    this.name = 'OAuthError';
    this.error = error;
  }
}

/** Answers an OAuthError in its own form, and everything else as the API does. */
export function answerOAuthError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (!(error instanceof OAuthError)) return answerProblem(error, request, reply);
  const unknown = error.error === 'invalid_client';
  if (unknown) reply.header('www-authenticate', 'Basic realm="AutoGraph"');
  return reply.code(unknown ? 401 : 400).send({ error: error.error, error_description: error.message });
}
