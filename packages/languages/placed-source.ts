import { type Block, type Placement, PlacementRecord } from '@autograph/document';
import { familyNamed } from './known-families.ts';
import type { Placements } from './language.ts';

const mark = 'autograph:';

/**
 * A block's text as a file holds it: where a person has placed something, a last line tells where everything stands, as a remark that other
 * programs pass over: `%% autograph: api=40,60,120,54! db=200,60,80,54`. `!`: placed by hand.
 */
export function placedSource({ language, source, layout }: Pick<Block, 'language' | 'source' | 'layout'>): string {
  const remark = familyNamed(language)?.remark;
  if (remark === undefined) return source;
  const text = withoutPlaces(source, remark);
  const places = Object.entries(layout).flatMap(([id, placement]) => (placement.points ? [] : [written(id, placement)]));
  if (!Object.values(layout).some(({ pinned }) => pinned)) return text;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  return [text.trimEnd(), `${remark} ${mark} ${places.join(' ')}`, ''].join(newline);
}

/** A text from a file without the line that tells where things stand, and what that line tells. */
export function takePlaces(family: string, text: string): { readonly source: string; readonly layout: Placements } {
  const remark = familyNamed(family)?.remark;
  if (remark === undefined) return { source: text, layout: {} };
  const line = [...text.matchAll(placesLine(remark, 'gm'))].map(([, places = '']) => places).find(isPlaces);
  if (line === undefined) return { source: text, layout: {} };
  const layout = Object.fromEntries(line.trim().split(/\s+/).flatMap(read));
  return { source: withoutPlaces(text, remark), layout };
}

/** Whether a text has a line that tells where things stand, whole or in the making. */
export function tellsPlaces({ language, source }: Pick<Block, 'language' | 'source'>): boolean {
  const remark = familyNamed(language)?.remark;
  return remark !== undefined && placesLine(remark).test(source);
}

function placesLine(remark: string, flags = 'm'): RegExp {
  return new RegExp(`^[ \\t]*${remark.replace(/[^\w\s]/g, '\\$&')}[ \\t]*${mark}([^\\r\\n]*)(?:\\r?\\n|$)`, flags);
}

function withoutPlaces(text: string, remark: string): string {
  // What merely begins like it is a person's remark.
  return text.replace(placesLine(remark, 'gm'), (line: string, places: string) => (isPlaces(places) ? '' : line));
}

function isPlaces(line: string): boolean {
  return line
    .trim()
    .split(/\s+/)
    .some((entry) => read(entry).length > 0);
}

function written(id: string, { x, y, w, h, pinned }: Placement): string {
  // A size is told whole or not at all.
  const size = w === undefined || h === undefined ? [] : [w, h];
  return `${encodeURIComponent(id)}=${[x, y, ...size].map(rounded).join(',')}${pinned ? '!' : ''}`;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function read(entry: string): [string, Placement][] {
  const [, name = '', numbers = '', pinned] = /^([^=]+)=([-\d.,]+)(!?)$/.exec(entry) ?? [];
  const [x, y, w, h] = numbers.split(',').map(Number);
  const id = decoded(name);
  const { data } = PlacementRecord.safeParse({ x, y, ...(w !== undefined && { w, h }), ...(pinned && { pinned: true }) });
  return id === undefined || !data ? [] : [[id, data]];
}

function decoded(name: string): string | undefined {
  try {
    return decodeURIComponent(name) || undefined;
  } catch {
    return undefined;
  }
}
