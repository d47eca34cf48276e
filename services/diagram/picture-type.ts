/** The first bytes that tell a picture's type, where they begin, and the type. */
const signatures: readonly { readonly at: number; readonly bytes: readonly number[]; readonly mime: string }[] = [
  { at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], mime: 'image/png' },
  { at: 0, bytes: [0xff, 0xd8, 0xff], mime: 'image/jpeg' },
  { at: 0, bytes: [0x47, 0x49, 0x46, 0x38], mime: 'image/gif' },
  { at: 8, bytes: [0x57, 0x45, 0x42, 0x50], mime: 'image/webp' },
];

/** The type of a picture by its own bytes, whatever its sender calls it; undefined when it is none that boards show. */
export function pictureType(data: Uint8Array): string | undefined {
  return signatures.find(({ at, bytes }) => bytes.every((byte, i) => data[at + i] === byte))?.mime;
}
