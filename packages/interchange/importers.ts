import type { Importer } from './importer.ts';
import { manifests } from './importers/registry.gen.ts';

export { ForeignFileError } from './file-format.ts';
export type { ImportedDiagram, Importer, ImportWarning } from './importer.ts';

/** Every kind of text that becomes a diagram as code. */
export const importers: readonly Importer[] = manifests;

/** Who reads a text: by its file's name when it has one that says so, else by what it says. Undefined when nobody does. */
export function findImporter(text: string, fileName = ''): Importer | undefined {
  const name = fileName.toLowerCase();
  return importers.find(({ extensions }) => extensions.some((end) => name.endsWith(end))) ?? importers.find((one) => one.recognises(text));
}
