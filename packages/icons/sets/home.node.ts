import { createRequire } from 'node:module';
import { dirname } from 'node:path';

const require = createRequire(import.meta.url);

/** A package's folder, by a file that its exports let resolve. */
export function home(file: string): string {
  return dirname(require.resolve(file));
}
