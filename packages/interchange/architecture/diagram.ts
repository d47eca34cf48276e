import { limits } from '@autograph/document';
import type { Architecture } from '@autograph/languages/architecture-sketch.ts';
import { ForeignFileError } from '../file-format.ts';
import type { Imported, ImportedDiagram, ImportWarning } from '../importer.ts';
import type { ArchitectureDraft } from './draft.ts';

/** More in one picture can be neither read nor laid out well. */
const mostNodes = 400;

/** What was gathered, as a diagram; throws when that is nothing, or too much for one diagram. */
export function architectureOf(
  draft: ArchitectureDraft,
  write: (architecture: Architecture) => ImportedDiagram,
  warnings: readonly ImportWarning[],
  nothing: string,
): Imported {
  const nodes = [...draft.nodes.values()];
  if (nodes.length === 0) throw new ForeignFileError(nothing);
  refuseTooMany(nodes.length);
  const diagram = write({ groups: [...draft.groups.values()], nodes, links: draft.links() });
  if (diagram.source.length > limits.source) throw tooMany(nodes.length);
  return { diagrams: [diagram], warnings };
}

/** Throws when so many parts cannot stand in one diagram: for readers that would be slow to find out otherwise. */
export function refuseTooMany(parts: number): void {
  if (parts > mostNodes) throw tooMany(parts);
}

function tooMany(parts: number): ForeignFileError {
  return new ForeignFileError(`${parts.toLocaleString('en')} parts are too many for one diagram. Import a part of them.`);
}
