import type { Box } from '@autograph/geometry';
import { type DisplayList, type DrawItem, type ImageLoader, shadowBox } from '@autograph/render';
import { toPng } from '@autograph/render/raster.node.ts';
import { usedScriptFiles } from '@autograph/render/script-files.node.ts';
import PDFDocument from 'pdfkit';
import type { Exporter } from '../../exporter.ts';
import { measure } from '../../scene.ts';
import { type PdfPicture, paintPdf } from './paint-pdf.ts';

/** Pictures are drawn at this many pixels for their longer side: sharp in print at their usual size. */
const pictureSide = 1024;

/** Blurred edges need no more than this many pixels a px. */
const shadowScale = 2;

/** Letters are sharp in print at this many pixels a px. */
const textScale = 4;

function* pictureItems(list: DisplayList): Iterable<{ item: DrawItem; box: Box; scale: number }> {
  for (const item of list) {
    if (item.kind === 'group') yield* pictureItems(item.items);
    const wanted = pictureOf(item);
    if (wanted) yield { item, ...wanted };
  }
}

/** Where an item that is no vector in a PDF is drawn, and with how many pixels a px. */
function pictureOf(item: DrawItem): { box: Box; scale: number } | undefined {
  const finest = ({ w, h }: Box) => pictureSide / Math.max(w, h, 1);
  if (item.kind === 'image') return { box: item.box, scale: finest(item.box) };
  if (item.kind === 'shadow') {
    const box = shadowBox(item);
    return box && { box, scale: Math.min(shadowScale, finest(box)) };
  }
  // PDFKit neither joins Arabic letters nor has coloured emoji, and the fonts of Han and Hangul come in a hundred parts.
  return item.kind === 'text' && usedScriptFiles([item]).length > 0 ? { box: inkBox(item), scale: textScale } : undefined;
}

/** A line of text with what reaches above, below and beside it. */
function inkBox({ x, y, width, runs }: Extract<DrawItem, { kind: 'text' }>): Box {
  const size = Math.max(...runs.map(({ style }) => style.size));
  return { x: x - size / 4, y: y - size * 1.3, w: width + size / 2, h: size * 2 };
}

/** What a PDF cannot hold as vectors, each as a PNG of its own proportions. */
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
