import type { FileFormat } from './file-format.ts';
import { manifests } from './registry.gen.ts';

/** Every format of files with boards that can be opened: other tools' and our own. */
export const fileFormats: readonly FileFormat[] = manifests;

/** The format of a file's text; undefined when it is none of those known. */
export function detectFormat(text: string): FileFormat | undefined {
  return fileFormats.find((format) => format.detect(text));
}
