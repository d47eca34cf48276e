import { manifest as classes } from '@autograph/languages/mermaid-class/manifest.ts';
import { manifest as sequence } from '@autograph/languages/mermaid-sequence/manifest.ts';
import { ForeignFileError } from '../../file-format.ts';
import type { Imported, ImportedDiagram } from '../../importer.ts';
import { createWarnings } from '../../text/warnings.ts';
import { readYaml } from '../../text/yaml-documents.ts';
import { classDiagramOf } from './class-diagram.ts';
import { readOperations } from './operations.ts';
import { createReferences } from './references.ts';
import { readSchemas } from './schemas.ts';
import { sequenceDiagramOf } from './sequence-diagram.ts';

/** The schemas of an OpenAPI or Swagger description as a class diagram, and its operations as a sequence diagram. */
export function readOpenApi(text: string): Imported {
  const { warn, list: warnings } = createWarnings(text);
  const description = readYaml(text, warn)[0]?.value;
  const references = createReferences(description, (message, reference) => {
    const at = text.indexOf(reference);
    warn(message, at < 0 ? undefined : at);
  });
  const schemas = readSchemas(description, references, warn);
  const operations = readOperations(description, references, warn);
  const diagrams: ImportedDiagram[] = [];
  if (schemas.length > 0) diagrams.push({ language: classes.family, source: classDiagramOf(schemas) });
  if (operations.length > 0) diagrams.push({ language: sequence.family, source: sequenceDiagramOf(description, operations) });
  if (diagrams.length === 0) throw new ForeignFileError('This OpenAPI description has neither schemas nor operations.');
  return { diagrams, warnings: warnings() };
}
