import type { Box, FontFamily } from '@autograph/geometry';
import { type Canvas, createCanvas, GlobalFonts, type Image, loadImage } from '@napi-rs/canvas';
import type { DisplayList, ImageSource, Paint } from './display-list.ts';
import { readFontFile } from './fonts.node.ts';
import { scriptFonts, type Typeface, typefaces } from './fonts.ts';
import { type ImageContent, type ImageLoader, type Images, imageKey, loadImages, sourcesOf } from './images.ts';
import { paintCanvas } from './paint-canvas.ts';
import { usedScriptFiles } from './script-files.node.ts';
import { usedFontFiles } from './used-fonts.ts';

export interface RasterOptions {
  /** What part of the plane is shown, px. */
  readonly box: Box;
  /** Pixels for one px; 1 when absent. */
  readonly scale?: number;
  /** Transparent when absent. */
  readonly background?: Paint;
  readonly loadImage?: ImageLoader;
}

/** Larger pictures would not fit into memory beside others: pixels. */
const mostPixels = 120_000_000;

/** A display list as a PNG file. Throws a RangeError when the picture would be empty or too large. */
export async function toPng(list: DisplayList, options: RasterOptions): Promise<Uint8Array> {
  const canvas = await rasterize(list, options);
  return canvas.encode('png');
}

/** A display list painted on a new canvas, with the bundled fonts. */
export async function rasterize(list: DisplayList, { box, scale = 1, background, loadImage: load }: RasterOptions): Promise<Canvas> {
  const [w, h] = [Math.ceil(box.w * scale), Math.ceil(box.h * scale)];
  if (!(w > 0 && h > 0 && w * h <= mostPixels)) throw new RangeError(`a picture of ${w} x ${h} pixels cannot be made`);
  registerFonts(list);
  const images = await decodeImages(list, await loadImages(list, load ?? (async () => undefined)));
  const canvas = createCanvas(w, h);
  const context = canvas.getContext('2d');
  if (background) {
    context.fillStyle = background;
    context.fillRect(0, 0, w, h);
  }
  context.scale(scale, scale);
  context.translate(-box.x, -box.y);
  paintCanvas(context, list, { image: (source) => images.get(imageKey(source)), fontFamily: nodeFontFamily }, scale);
  return canvas;
}

/** Name of one font file: Skia takes one file for a family and style, so every script gets a family of its own. */
const alias = ({ id }: Typeface, subset: string) => `AutoGraph ${id} ${subset}`;

/** `font-family` of a typeface for canvases in Node, once `registerFonts` has run. */
export function nodeFontFamily(font: FontFamily): string {
  const own = typefaces[font].subsets.map((subset) => `"${alias(typefaces[font], subset)}"`);
  const others = scriptFonts.map(({ family }) => `"${family}"`);
  return [...own, ...others, typefaces[font].fallback].join(', ');
}

const registered = new Set<string>();

/** Makes the bundled fonts that a display list needs known to every canvas of this process. */
export function registerFonts(list: DisplayList): void {
  for (const file of usedFontFiles(list)) register(file.file, alias(file.typeface, file.subset));
  for (const { file, font } of usedScriptFiles(list))
    register(font.whole === undefined ? file : `${font.from}/files/${font.whole}`, font.family);
}

function register(file: string, family: string): void {
  if (registered.has(file)) return;
  registered.add(file);
  GlobalFonts.register(Buffer.from(readFontFile({ file })), family);
}

async function decodeImages(list: DisplayList, images: Images): Promise<ReadonlyMap<string, Image>> {
  const decoded = new Map<string, Image>();
  await Promise.all(
    sourcesOf(list).map(async (source: ImageSource) => {
      const content = images(source);
      const image = content && (await decode(content).catch(() => undefined));
      if (image) decoded.set(imageKey(source), image);
    }),
  );
  return decoded;
}

function decode({ data }: ImageContent): Promise<Image> {
  return loadImage(Buffer.from(data));
}
