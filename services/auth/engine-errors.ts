import { APIError } from 'better-auth/api';

/** The engine's own code of a refusal, null when it failed otherwise. */
export function engineCode(error: unknown): string | null {
  if (!(error instanceof APIError)) return null;
  return error.body?.code ?? String(error.status);
}
