import type { ImportWarning } from '../importer.ts';
import { importers } from '../importers.ts';
import { readEr, relationsIn, tablesIn } from './read-er.ts';

export interface Imported {
  readonly tables: Readonly<Record<string, string>>;
  readonly relations: readonly string[];
  readonly warnings: readonly ImportWarning[];
  readonly source: string;
}

/** What a text becomes as a file with this ending, as the language's own parser reads it. */
export async function importText(text: string, extension: string): Promise<Imported> {
  const importer = importers.find(({ extensions }) => extensions.includes(extension));
  if (!importer) throw new Error(`Nobody reads ${extension}`);
  const { diagrams, warnings } = (await importer.load())(text);
  const source = diagrams[0]?.source ?? '';
  const model = readEr(source);
  return { tables: tablesIn(model), relations: relationsIn(model), warnings, source };
}
