import { dataUri } from '@autograph/render';
import type { Exportable, Exporter } from '../../exporter.ts';

export const manifest: Exporter = {
  id: 'json',
  contentType: 'application/json; charset=utf-8',
  label: 'JSON, everything',
  icon: 'braces',
  shows: 'content',
  rank: 60,
  async write(file) {
    const { title, note, shapes, blocks, board } = file;
    const assets = await assetsOf(file);
    const all = { title, note_content: note, canvas_data: { shapes, blocks, board }, ...(assets && { assets }) };
    return Buffer.from(`${JSON.stringify(all, null, 2)}\n`);
  },
};

/** The pictures that shapes show, by the name they have there, as data URIs; undefined when there are none. */
async function assetsOf({ shapes, loadImage }: Exportable): Promise<Record<string, string> | undefined> {
  const ids = new Set(shapes.flatMap((shape) => ('asset' in shape && typeof shape.asset === 'string' ? [shape.asset] : [])));
  const loaded = await Promise.all(
    [...ids].map(async (id) => {
      const content = await loadImage({ kind: 'asset', id });
      return content ? [[id, dataUri(content)] as const] : [];
    }),
  );
  return ids.size > 0 ? Object.fromEntries(loaded.flat()) : undefined;
}
