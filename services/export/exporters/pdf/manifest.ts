import { imageKey, sourcesOf } from '@autograph/render';
import { toPng } from '@autograph/render/raster.node.ts';
import PDFDocument from 'pdfkit';
import type { Exporter } from '../../exporter.ts';
import { loadImage } from '../../load-image.ts';
import { measure } from '../../scene.ts';
import { paintPdf } from './paint-pdf.ts';

/** Pictures are drawn at this many pixels for their longer side: sharp in print at their usual size. */
const pictureSide = 1024;

async function rasterPictures(list: Parameters<typeof sourcesOf>[0]): Promise<Map<string, Buffer>> {
  const pictures = await Promise.all(
    sourcesOf(list).map(async (source) => {
      const box = { x: 0, y: 0, w: pictureSide, h: pictureSide };
      const png = await toPng([{ kind: 'image', box, source }], { box, loadImage });
      return [imageKey(source), Buffer.from(png)] as const;
    }),
  );
  return new Map(pictures);
}

export const manifest: Exporter = {
  id: 'pdf',
  contentType: 'application/pdf',
  async write(file, { background }) {
    const { list, box } = file.picture();
    const pictures = await rasterPictures(list);
    const doc = new PDFDocument({ size: [box.w, box.h], margin: 0, compress: true, info: { Title: file.title, Creator: 'AutoGraph' } });
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    const finished = new Promise<void>((resolve, reject) => doc.once('end', resolve).once('error', reject));
    if (background) doc.rect(0, 0, box.w, box.h).fill(background);
    doc.translate(-box.x, -box.y);
    paintPdf(doc, list, { measure, pictures: (source) => pictures.get(imageKey(source)), opacity: 1 });
    doc.end();
    await finished;
    return Buffer.concat(chunks);
  },
};
