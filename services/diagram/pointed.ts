import { CodedError } from '@autograph/contracts';

/** Lets a room's refusal name the field of the caller's request: `rename` turns the room's path into it. */
export function pointed(rename: (path: string) => string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof CodedError) || !error.details) throw error;
    const details = error.details.map((detail) => (detail.path === undefined ? detail : { ...detail, path: rename(detail.path) }));
    throw new CodedError(error.code, { message: error.message, details, cause: error });
  };
}

/** The room has its content from the body's fields of the same names. */
export const inBody = pointed((path) => `body.${path}`);
