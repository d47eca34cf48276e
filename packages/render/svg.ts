import type { Box, FontFamily } from '@autograph/geometry';
import { parseColor } from './color.ts';
import { dataUri } from './data-uri.ts';
import type { DisplayList, DrawItem, Paint, TextRun } from './display-list.ts';
import { faceMetrics } from './face-metrics.ts';
import { typefaces } from './fonts.ts';
import { type Images, imageKey, inlineImages } from './images.ts';
import { missingImage } from './missing-image.ts';
import { type ShadowItem, shadowBox } from './shadow.ts';
import { pathData } from './svg-path.ts';
import { escapeXml, formatNumber, safeHref } from './svg-text.ts';

export interface SvgOptions {
  /** What part of the plane is shown, px. */
  readonly box: Box;
  /** Transparent when absent. */
  readonly background?: Paint;
  /** Size of one unit in CSS px; 1 when absent. */
  readonly scale?: number;
  /** `@font-face` rules to carry along. Without them each line is held to its measured width, whatever font the viewer has. */
  readonly fontCss?: string;
  readonly images?: Images;
  /** Keeps ids apart when several documents stand in one page. */
  readonly idPrefix?: string;
}

interface Emitter {
  readonly options: SvgOptions;
  readonly defs: string[];
  /** Ids of pictures already in `defs`, by image key. */
  readonly pictures: Map<string, string>;
}

/** A display list as one self-contained SVG document: no scripts, nothing fetched, links only to http, https and mailto. */
export function toSvg(list: DisplayList, options: SvgOptions): string {
  const { box, background, scale = 1, fontCss } = options;
  const emitter: Emitter = { options, defs: [], pictures: new Map() };
  const body = list.map((item) => emit(item, emitter)).join('');
  const [x, y, w, h] = [box.x, box.y, box.w, box.h].map(formatNumber);
  const size = `width="${formatNumber(box.w * scale)}" height="${formatNumber(box.h * scale)}"`;
  const inherited = `font-family="${family('sans')}" style="font-kerning:none;font-variant-ligatures:none"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${w} ${h}" ${size} fill="none" ${inherited}>`,
    fontCss ? `<style>${escapeXml(fontCss)}</style>` : '',
    emitter.defs.length > 0 ? `<defs>${emitter.defs.join('')}</defs>` : '',
    background ? `<rect x="${x}" y="${y}" width="${w}" height="${h}"${paintAttributes('fill', background)}/>` : '',
    body,
    '</svg>',
  ].join('');
}

function emit(item: DrawItem, emitter: Emitter): string {
  switch (item.kind) {
    case 'path':
      return emitPath(item);
    case 'text':
      return emitText(item, emitter.options.fontCss !== undefined);
    case 'image':
      return emitImage(item, emitter);
    case 'shadow':
      return emitShadow(item, emitter);
    case 'group':
      return emitGroup(item, emitter);
  }
}

function emitPath({ path, fill, stroke, rule }: DrawItem & { kind: 'path' }): string {
  if (path.length === 0) return '';
  const filled = fill ? paintAttributes('fill', fill) : '';
  const dash = stroke?.dash ? ` stroke-dasharray="${stroke.dash.map(formatNumber).join(' ')}"` : '';
  const stroked = stroke
    ? `${paintAttributes('stroke', stroke.paint)}${stroke.width === 1 ? '' : ` stroke-width="${formatNumber(stroke.width)}"`}${dash} stroke-linecap="round" stroke-linejoin="round"`
    : '';
  return `<path d="${pathData(path)}"${filled}${stroked}${rule ? ` fill-rule="${rule}"` : ''}/>`;
}

function emitShadow(item: ShadowItem, { options, defs }: Emitter): string {
  const { path, outline, dx, dy, blur, paint } = item;
  const bounds = shadowBox(item);
  if (!bounds) return '';
  const look =
    outline === undefined ? paintAttributes('fill', paint) : `${paintAttributes('stroke', paint)} stroke-width="${formatNumber(outline)}"`;
  const moved = dx === 0 && dy === 0 ? '' : ` transform="translate(${formatNumber(dx)} ${formatNumber(dy)})"`;
  if (blur === 0) return `<path d="${pathData(path)}"${look}${moved}/>`;
  const id = `${options.idPrefix ?? ''}s${defs.length}`;
  const [x, y, w, h] = [bounds.x - dx, bounds.y - dy, bounds.w, bounds.h].map(formatNumber);
  const region = `filterUnits="userSpaceOnUse" x="${x}" y="${y}" width="${w}" height="${h}"`;
  defs.push(`<filter id="${id}" ${region}><feGaussianBlur stdDeviation="${formatNumber(blur / 2)}"/></filter>`);
  return `<path d="${pathData(path)}"${look}${moved} filter="url(#${id})"/>`;
}

function emitText({ x, y, runs, width }: DrawItem & { kind: 'text' }, fontsEmbedded: boolean): string {
  const held = !fontsEmbedded || runs.some(({ text, style }) => !hasAll(text, faceMetrics(style).has));
  const length = held ? ` textLength="${formatNumber(width)}" lengthAdjust="spacingAndGlyphs"` : '';
  const [only, ...others] = runs;
  if (!only) return '';
  // Readers of SVG otherwise fold spaces into one.
  const spaces = runs.some(({ text }) => /^\s|\s\s|\s$/.test(text)) ? ' xml:space="preserve"' : '';
  // What runs from right to left begins at its right end.
  const direction = only.rtl ? ' direction="rtl" text-anchor="end"' : '';
  const place = `<text x="${formatNumber(x)}" y="${formatNumber(y)}"${length}${direction}${spaces}`;
  if (others.length === 0) return linked(only, `${place}${runAttributes(only)}>${escapeXml(only.text)}</text>`);
  const spans = runs.map((run) => linked(run, `<tspan${runAttributes(run)}>${escapeXml(run.text)}</tspan>`));
  return `${place}>${spans.join('')}</text>`;
}

function hasAll(text: string, has: (code: number) => boolean): boolean {
  for (const char of text) if (!has(char.codePointAt(0) ?? 0)) return false;
  return true;
}

function runAttributes({ style, paint, underline, strike }: TextRun): string {
  const lines = [underline && 'underline', strike && 'line-through'].filter(Boolean).join(' ');
  return [
    style.font === 'sans' ? '' : ` font-family="${family(style.font)}"`,
    ` font-size="${formatNumber(style.size)}"`,
    style.bold ? ' font-weight="700"' : '',
    style.italic ? ' font-style="italic"' : '',
    lines ? ` text-decoration="${lines}"` : '',
    paintAttributes('fill', paint),
  ].join('');
}

function linked({ href }: TextRun, content: string): string {
  const target = href && safeHref(href);
  return target ? `<a href="${escapeXml(target)}">${content}</a>` : content;
}

/** Each picture is carried once, as a unit square, and used wherever it is shown: scripts inside an image never run. */
function emitImage({ box, source, placeholder }: DrawItem & { kind: 'image' }, { options, defs, pictures }: Emitter): string {
  const content = (options.images ?? inlineImages)(source);
  if (box.w <= 0 || box.h <= 0) return '';
  if (!content) return placeholder === undefined ? '' : missingImage(box, placeholder).map(emitPath).join('');
  const ratio = box.w / box.h;
  const key = `${formatNumber(ratio)} ${imageKey(source)}`;
  const id = pictures.get(key) ?? `${options.idPrefix ?? ''}p${pictures.size}`;
  if (!pictures.has(key)) {
    pictures.set(key, id);
    const href = escapeXml(dataUri(content));
    defs.push(`<image id="${id}" width="${formatNumber(ratio * 100)}" height="100" href="${href}"/>`);
  }
  const zoom = Math.round((box.h / 100) * 1e5) / 1e5;
  return `<use href="#${id}" transform="translate(${formatNumber(box.x)} ${formatNumber(box.y)})scale(${zoom})"/>`;
}

function emitGroup(group: DrawItem & { kind: 'group' }, emitter: Emitter): string {
  const { items, clip, opacity, dx = 0, dy = 0, rotation = 0, cx = 0, cy = 0 } = group;
  const content = items.map((item) => emit(item, emitter)).join('');
  if (!content) return '';
  const transform = [
    dx !== 0 || dy !== 0 ? `translate(${formatNumber(dx)} ${formatNumber(dy)})` : '',
    rotation !== 0 ? `rotate(${formatNumber(rotation)} ${formatNumber(cx)} ${formatNumber(cy)})` : '',
  ].join('');
  const attributes = [
    transform && ` transform="${transform}"`,
    opacity !== undefined && opacity < 1 ? ` opacity="${formatNumber(opacity)}"` : '',
    clip ? ` clip-path="url(#${clipId(clip, emitter)})"` : '',
  ].join('');
  return attributes ? `<g${attributes}>${content}</g>` : content;
}

function clipId(clip: (DrawItem & { kind: 'group' })['clip'] & object, { options, defs }: Emitter): string {
  const id = `${options.idPrefix ?? ''}c${defs.length}`;
  defs.push(`<clipPath id="${id}"><path d="${pathData(clip)}"/></clipPath>`);
  return id;
}

/** Colour and opacity apart: eight-digit colours are not known to every reader of SVG. */
function paintAttributes(name: 'fill' | 'stroke', paint: Paint): string {
  const alpha = parseColor(paint)[3];
  return alpha < 1 ? ` ${name}="${paint.slice(0, 7)}" ${name}-opacity="${formatNumber(alpha)}"` : ` ${name}="${escapeXml(paint)}"`;
}

function family(font: FontFamily): string {
  const { family: name, fallback } = typefaces[font];
  return `${/[^a-z]/i.test(name) ? `'${name}'` : name},${fallback}`.replace(/, /g, ',');
}
