import { Transform } from 'node:stream';

/** The code by which a server says that it restarts (RFC 6455, 7.4.1): clients connect anew at once. */
const serviceRestart = Buffer.from([0x88, 0x02, 0x03, 0xf4]);

/** Bytes of a frame's header up to and with its length (RFC 6455, 5.2); frames of a server carry no mask. */
const headerLength = (second: number) => ((second & 0x7f) === 127 ? 10 : (second & 0x7f) === 126 ? 4 : 2);

function payloadLength(header: Buffer): number {
  const short = (header[1] ?? 0) & 0x7f;
  if (short === 126) return header.readUInt16BE(2);
  return short === 127 ? Number(header.readBigUInt64BE(2)) : short;
}

/** Passes what a server says over a WebSocket, and can end it between two frames with "restarting". */
export class ClosingFrames extends Transform {
  /** What has come of a header that is not whole yet. */
  #header = Buffer.alloc(0);
  /** Bytes of the frame's payload that are still to come. */
  #rest = 0;
  #leaving = false;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    let at = 0;
    while (at < chunk.length && !(this.#leaving && this.#isBetween)) at = this.#step(chunk, at);
    this.push(chunk.subarray(0, at));
    if (this.#leaving && this.#isBetween) this.#sayRestart();
    done();
  }

  /** Ends the socket as soon as the frame under way is whole. */
  leave(): void {
    if (this.#leaving) return;
    this.#leaving = true;
    if (this.#isBetween) this.#sayRestart();
  }

  get #isBetween(): boolean {
    return this.#rest === 0 && this.#header.length === 0;
  }

  #step(chunk: Buffer, at: number): number {
    if (this.#rest > 0) {
      const taken = Math.min(this.#rest, chunk.length - at);
      this.#rest -= taken;
      return at + taken;
    }
    const needed = this.#header.length < 2 ? 2 : headerLength(this.#header[1] ?? 0);
    const end = Math.min(chunk.length, at + needed - this.#header.length);
    this.#header = Buffer.concat([this.#header, chunk.subarray(at, end)]);
    if (this.#header.length >= 2 && this.#header.length === headerLength(this.#header[1] ?? 0)) {
      this.#rest = payloadLength(this.#header);
      this.#header = Buffer.alloc(0);
    }
    return end;
  }

  #sayRestart(): void {
    if (this.writableEnded) return;
    this.push(serviceRestart);
    this.end();
  }
}
