import { fromBase64 } from '../data-url.ts';
import type { ShapeRecord } from './records.ts';

type Segment = NonNullable<ShapeRecord['props']['segments']>[number];
type TrackPoint = readonly [x: number, y: number, pressure: number];

/** The points of a freehand stroke. Newer files hold them packed: the first as three 32-bit floats, each further one as its 16-bit offsets, little-endian, in base64. */
export function readTrack(segments: readonly Segment[]): TrackPoint[] {
  return segments.flatMap(({ points, path }) => {
    if (points) return points.map(({ x, y, z = 0.5 }): TrackPoint => [x, y, z]);
    return path ? unpack(path) : [];
  });
}

function unpack(path: string): TrackPoint[] {
  const bytes = fromBase64(path);
  if (bytes.length < 12) return [];
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [x, y, z] = [data.getFloat32(0, true), data.getFloat32(4, true), data.getFloat32(8, true)];
  const points: TrackPoint[] = [[x, y, z]];
  for (let at = 12; at + 6 <= bytes.length; at += 6) {
    x += half(data.getUint16(at, true));
    y += half(data.getUint16(at + 2, true));
    z += half(data.getUint16(at + 4, true));
    points.push([x, y, z]);
  }
  return points.filter((point) => point.every(Number.isFinite));
}

/** A half-precision number (IEEE 754 binary16) of its bits. */
function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
