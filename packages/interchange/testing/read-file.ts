import { detectFormat, type ForeignBoard, fileFormats } from '../index.ts';

const readers = new Map(await Promise.all(fileFormats.map(async (format) => [format, await format.load()] as const)));

/** Reads a text as the format that it shows itself to be. */
export function readFile(text: string): ForeignBoard {
  const format = detectFormat(text);
  const read = format && readers.get(format);
  if (!read) throw new Error('no format');
  return read(text);
}
