import { CodedError, importDiagram } from '@autograph/contracts';
import { ForeignFileError, findImporter, type ImportedDiagram, type Importer, importers } from '@autograph/interchange/importers.ts';
import { implement, type Kit } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { openFile } from '../file-row.ts';
import { changeBlock } from './blocks.ts';

const readable = new Intl.ListFormat('en').format(importers.map(({ label }) => label));

/** Throws `validation_failed` with the reader's reason when nothing in the text can be drawn. */
async function read(importer: Importer, content: string): Promise<ImportedDiagram> {
  const translate = await importer.load();
  try {
    return translate(content);
  } catch (error) {
    if (!(error instanceof ForeignFileError)) throw error;
    throw new CodedError('validation_failed', { details: [{ path: 'body.content', message: error.message }], cause: error });
  }
}

export function serveImports(app: FastifyInstance, kit: Kit): void {
  implement(app, importDiagram, async ({ params, body: { name, content, x, y }, identity }) => {
    await openFile(kit.db, params.id, identity, 'file.edit');
    const importer = findImporter(content, name);
    if (!importer)
      throw new CodedError('unsupported_media_type', { message: `This is nothing that becomes a diagram: ${readable} can be imported.` });
    const { language, source, warnings } = await read(importer, content);
    const result = await changeBlock(kit, params.id, { add_block: { language, source, x, y } }, identity);
    return { ...result, format: importer.label, warnings: [...warnings] };
  });
}
