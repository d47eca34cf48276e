import type { Box } from '@autograph/geometry';
import { type DisplayList, type DrawItem, type ImageLoader, shadowBox } from '@autograph/render';
import { toPng } from '@autograph/render/raster.node.ts';
import PDFDocument from 'pdfkit';
import type { Exporter } from '../../exporter.ts';
import { measure } from '../../scene.ts';
import { type PdfPicture, paintPdf } from './paint-pdf.ts';

/** Pictures are drawn at this many pixels for their longer side: sharp in print at their usual size. */
const pictureSide = 1024;

/** Blurred edges need no more than this many pixels a px. */
const shadowScale = 2;

function* pictureItems(list: DisplayList): Iterable<{ item: DrawItem; box: Box; scale: number }> {
  for (const item of list) {
    if (item.kind === 'group') yield* pictureItems(item.items);
    const box = item.kind === 'image' ? item.box : item.kind === 'shadow' ? shadowBox(item) : undefined;
    if (!box) continue;
    const finest = pictureSide / Math.max(box.w, box.h, 1);
    yield { item, box, scale: item.kind === 'shadow' ? Math.min(shadowScale, finest) : finest };
  }
}

/** Each picture as a PNG of its own proportions; shadows too, for a PDF has no blur. */
async function rasterPictures(list: DisplayList, loadImage: ImageLoader): Promise<Map<DrawItem, PdfPicture>> {
  const pictures = await Promise.all(
    [...pictureItems(list)].map(
      async ({ item, box, scale }) => [item, { box, png: Buffer.from(await toPng([item], { box, scale, loadImage })) }] as const,
    ),
  );
  return new Map(pictures);
}

export const manifest: Exporter = {
  id: 'pdf',
  contentType: 'application/pdf',
  label: 'PDF document',
  icon: 'file-type-2',
  shows: 'canvas',
  rank: 30,
  async write(file, { background }) {
    const { list, box } = file.picture();
    const pictures = await rasterPictures(list, file.loadImage);
    const doc = new PDFDocument({ size: [box.w, box.h], margin: 0, compress: true, info: { Title: file.title, Creator: 'AutoGraph' } });
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    const finished = new Promise<void>((resolve, reject) => doc.once('end', resolve).once('error', reject));
    if (background) doc.rect(0, 0, box.w, box.h).fill(background);
    doc.translate(-box.x, -box.y);
    paintPdf(doc, list, { measure, pictures: (item) => pictures.get(item), opacity: 1 });
    doc.end();
    await finished;
    return Buffer.concat(chunks);
  },
};
