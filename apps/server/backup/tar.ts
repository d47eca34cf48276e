import { createReadStream } from 'node:fs';
import { mkdir, open, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartError } from '@autograph/service-kit';

// The form of POSIX.1-1988 (ustar): blocks of 512 bytes, a header before each file, two empty blocks at the end.
const block = 512;

function headerOf(name: string, size: number): Buffer {
  const header = Buffer.alloc(block);
  header.write(name, 0, 100, 'ascii');
  header.write('0000600\0', 100, 'ascii');
  header.write('0000000\0', 108, 'ascii');
  header.write('0000000\0', 116, 'ascii');
  // Beyond 8 GiB the octal digits do not suffice: the size stands in binary then, marked by its first bit.
  if (size < 0o77777777777) header.write(`${size.toString(8).padStart(11, '0')}\0`, 124, 'ascii');
  else {
    header.writeUInt8(0x80, 124);
    header.writeBigUInt64BE(BigInt(size), 128);
  }
  header.write('00000000000\0', 136, 'ascii');
  header.write('        0', 148, 'ascii');
  header.write('ustar\x0000', 257, 'ascii');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'ascii');
  return header;
}

/** A tar archive of files of a folder, named by their paths in it (100 ASCII characters at most). */
export async function* packTar(folder: string, names: readonly string[]): AsyncGenerator<Buffer> {
  for (const name of names) {
    const path = join(folder, name);
    const { size } = await stat(path);
    yield headerOf(name, size);
    for await (const chunk of createReadStream(path)) yield Buffer.from(chunk);
    yield Buffer.alloc((block - (size % block)) % block);
  }
  yield Buffer.alloc(2 * block);
}

const notWhole = () => new StartError('This is no whole backup: the archive ends too early, or is none.');

function entryOf(header: Buffer): { name: string; size: number } {
  const name = header.toString('ascii', 0, header.indexOf(0));
  const size = header.readUInt8(124) & 0x80 ? Number(header.readBigUInt64BE(128)) : Number.parseInt(header.toString('ascii', 124, 135), 8);
  if (!/^[\w-]+(\/[\w.-]+)*(\.\w+)*$/.test(name) || name.includes('..') || !Number.isSafeInteger(size)) throw notWhole();
  return { name, size };
}

/** Reads the archive's bytes in pieces of asked sizes. */
function readerOf(archive: AsyncIterable<Buffer>) {
  const source = archive[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  /** Up to `size` bytes, fewer only when a piece ends. */
  return async function read(size: number): Promise<Buffer> {
    while (rest.length === 0) {
      const { value, done } = await source.next();
      if (done) throw notWhole();
      rest = value;
    }
    const piece = rest.subarray(0, size);
    rest = rest.subarray(piece.length);
    return piece;
  };
}

/** Writes the files of a tar archive into a folder. Throws StartError when the archive is cut short or leads out of the folder. */
export async function unpackTar(archive: AsyncIterable<Buffer>, folder: string): Promise<void> {
  const read = readerOf(archive);
  const whole = async (size: number) => {
    const pieces: Buffer[] = [];
    for (let left = size; left > 0; ) {
      const piece = await read(left);
      pieces.push(piece);
      left -= piece.length;
    }
    return Buffer.concat(pieces);
  };
  for (;;) {
    const header = await whole(block);
    if (header.every((byte) => byte === 0)) return;
    const { name, size } = entryOf(header);
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'w', 0o600);
    try {
      for (let left = size; left > 0; ) {
        const piece = await read(left);
        await file.write(piece);
        left -= piece.length;
      }
    } finally {
      await file.close();
    }
    await whole((block - (size % block)) % block);
  }
}
