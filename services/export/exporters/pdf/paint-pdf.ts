import type { Box, Path, TextMeasurer } from '@autograph/geometry';
import type { DisplayList, DrawItem } from '@autograph/render';
import type PDFDocument from 'pdfkit';
import { fontSegments } from './pdf-fonts.ts';

type PdfDocument = InstanceType<typeof PDFDocument>;

/** The PNG of a picture and where it is shown. */
export interface PdfPicture {
  readonly box: Box;
  readonly png: Buffer;
}

/** Of each item that a PDF cannot hold as vectors. */
export type PdfPictures = (item: DrawItem) => PdfPicture | undefined;

interface Tools {
  readonly measure: TextMeasurer;
  readonly pictures: PdfPictures;
  /** Of the groups around, 0..1. */
  readonly opacity: number;
}

/** `#rrggbbaa` as PDFKit takes it: opaque colour and alpha 0..1. */
function paintOf(paint: string): [color: string, alpha: number] {
  return paint.length === 9 ? [paint.slice(0, 7), Number.parseInt(paint.slice(7), 16) / 255] : [paint, 1];
}

function trace(doc: PdfDocument, path: Path): void {
  for (const command of path) {
    switch (command[0]) {
      case 'M':
        doc.moveTo(command[1], command[2]);
        break;
      case 'L':
        doc.lineTo(command[1], command[2]);
        break;
      case 'Q':
        doc.quadraticCurveTo(command[1], command[2], command[3], command[4]);
        break;
      case 'C':
        doc.bezierCurveTo(command[1], command[2], command[3], command[4], command[5], command[6]);
        break;
      case 'Z':
        doc.closePath();
    }
  }
}

function paintPath(doc: PdfDocument, item: Extract<DrawItem, { kind: 'path' }>, { opacity }: Tools): void {
  if (item.path.length === 0) return;
  if (item.fill) {
    const [color, alpha] = paintOf(item.fill);
    trace(doc, item.path);
    doc.fillOpacity(alpha * opacity).fill(color, item.rule === 'evenodd' ? 'even-odd' : 'non-zero');
  }
  if (item.stroke) {
    const [color, alpha] = paintOf(item.stroke.paint);
    trace(doc, item.path);
    doc.lineWidth(item.stroke.width).lineCap('round').lineJoin('round');
    if (item.stroke.dash) doc.dash(item.stroke.dash[0] ?? 1, { space: item.stroke.dash[1] ?? item.stroke.dash[0] ?? 1 });
    else doc.undash();
    doc.strokeOpacity(alpha * opacity).stroke(color);
  }
}

function paintText(doc: PdfDocument, item: Extract<DrawItem, { kind: 'text' }>, { measure, opacity }: Tools): void {
  let x = item.x;
  for (const run of item.runs) {
    const [color, alpha] = paintOf(run.paint);
    const start = x;
    for (const { text, path } of fontSegments(run.text, run.style)) {
      doc
        .font(path)
        .fontSize(run.style.size)
        .fillColor(color, alpha * opacity);
      doc.text(text, x, item.y, { lineBreak: false, baseline: 'alphabetic', features: [] });
      x += measure.width(text, run.style);
    }
    const rule = (y: number) =>
      doc
        .moveTo(start, y)
        .lineTo(x, y)
        .lineWidth(run.style.size / 16)
        .undash()
        .strokeOpacity(alpha * opacity)
        .stroke(color);
    if (run.underline) rule(item.y + run.style.size * 0.12);
    if (run.strike) rule(item.y - run.style.size * 0.3);
    if (run.href) doc.link(start, item.y - run.style.size, x - start, run.style.size * 1.3, run.href);
  }
}

function paintPicture(doc: PdfDocument, item: DrawItem, { pictures, opacity }: Tools): void {
  const picture = pictures(item);
  if (!picture) return;
  const { x, y, w, h } = picture.box;
  doc.opacity(opacity).image(picture.png, x, y, { width: w, height: h });
}

function paintGroup(doc: PdfDocument, item: Extract<DrawItem, { kind: 'group' }>, tools: Tools): void {
  doc.save();
  if (item.dx || item.dy) doc.translate(item.dx ?? 0, item.dy ?? 0);
  if (item.rotation) doc.rotate(item.rotation, { origin: [item.cx ?? 0, item.cy ?? 0] });
  if (item.clip && item.clip.length > 0) {
    trace(doc, item.clip);
    doc.clip();
  }
  paintPdf(doc, item.items, { ...tools, opacity: tools.opacity * (item.opacity ?? 1) });
  doc.restore();
}

/** Draws a display list as vectors with embedded fonts; 1 px is 1 pt. */
export function paintPdf(doc: PdfDocument, list: DisplayList, tools: Tools): void {
  for (const item of list) {
    switch (item.kind) {
      case 'path':
        paintPath(doc, item, tools);
        break;
      case 'text':
        if (tools.pictures(item)) paintPicture(doc, item, tools);
        else paintText(doc, item, tools);
        break;
      case 'group':
        paintGroup(doc, item, tools);
        break;
      case 'image':
      case 'shadow':
        paintPicture(doc, item, tools);
    }
  }
}
