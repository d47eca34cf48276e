import type { Importer } from './importer.ts';
import { manifests } from './importers/registry.gen.ts';

export { ForeignFileError } from './file-format.ts';
export type { Imported, ImportedDiagram, Importer, ImportWarning } from './importer.ts';

/** Every kind of text that becomes a diagram as code. */
export const importers: readonly Importer[] = manifests;

/** Who reads a text: by its file's name when that leaves no doubt, else by what it says. Undefined when nobody does. */
export function findImporter(text: string, fileName = ''): Importer | undefined {
  const name = fileName.toLowerCase();
  const [named, ...others] = importers.filter(({ extensions }) => extensions.some((end) => name.endsWith(end)));
  return named && others.length === 0 ? named : importers.find((one) => one.recognises(text));
}
