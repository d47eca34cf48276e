import { CodedError, importDiagram } from '@autograph/contracts';
import { ForeignFileError, findImporter, type Imported, type Importer, importers } from '@autograph/interchange/importers.ts';
import { implement, type Kit } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { openFile } from '../file-row.ts';
import { changeBlock } from './blocks.ts';

const readable = new Intl.ListFormat('en').format(importers.map(({ label }) => label));

/** Throws `validation_failed` with the reader's reason when nothing in the text can be drawn. */
async function read(importer: Importer, content: string): Promise<Imported> {
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
    const { diagrams, warnings } = await read(importer, content);
    const added: Awaited<ReturnType<typeof changeBlock>>[] = [];
    for (const diagram of diagrams) {
      const last = added.at(-1);
      const place = last ? { x: rightOf(last) + gap, y: last.block.y } : { x, y };
      added.push(await changeBlock(kit, params.id, { add_block: { ...diagram, ...place } }, identity));
    }
    const [first] = added;
    if (!first) throw new CodedError('internal');
    return {
      ...{ block: first.block, blocks: added.map(({ block }) => block), shapes: added.flatMap(({ shapes }) => shapes) },
      version: added.at(-1)?.version ?? first.version,
      ...{ format: importer.label, warnings: [...warnings] },
    };
  });
}

/** px between diagrams that stand beside each other. */
const gap = 80;

function rightOf({ block, shapes }: Awaited<ReturnType<typeof changeBlock>>): number {
  return Math.max(block.x, ...shapes.filter(({ parent_id }) => parent_id === null).map(({ x, w }) => x + w));
}
