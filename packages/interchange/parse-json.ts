import { ForeignFileError } from './file-format.ts';

/** The JSON in a text; throws a ForeignFileError when it is broken. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ForeignFileError('The file is damaged: it ends early or is not JSON.', { cause: error });
  }
}
