/** Words of the grammar, which no id may be; what begins with `title` would set one. */
const reserved = /^(?:title.*|architecture-beta|group|service|junction|align|row|column|in|acctitle|accdescr)$/;

/** Ids in lower case, as capitals at their start may name sides; like the wanted names, and each its own. */
export function uniqueIds(wishes: readonly { readonly key: string; readonly wanted: string }[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const counts = new Map<string, number>();
  const taken = new Set<string>();
  for (const { key, wanted } of wishes) {
    const plain = wanted
      .toLowerCase()
      .replace(/[^a-z0-9_]+/g, '_')
      .slice(0, 60)
      .replace(/^_+|_+$/g, '');
    const base = plain === '' || reserved.test(plain) ? `n_${plain}`.replace(/_$/, '') : plain;
    let id = base;
    for (let count = counts.get(base) ?? 1; taken.has(id); count += 1) {
      counts.set(base, count + 1);
      id = `${base}_${count + 1}`;
    }
    taken.add(id);
    ids.set(key, id);
  }
  return ids;
}

/** A title longer than this fills the picture, characters. */
const longest = 80;

/** A text as a title between brackets, quoted where it must be. */
export function plainTitle(text: string): string {
  const line = text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
    .replace(/[\s\u0000-\u001f\u007f\u2028\u2029]+/g, ' ')
    .replaceAll('%%', '% %')
    .replace(/[\\"]/g, "'")
    .replace(/[<>]/g, '')
    .trim();
  const short = line.length > longest ? `${line.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…` : line;
  if (short === '') return '" "';
  return /^[\p{L}\p{N}_][\p{L}\p{N}_ .:,/+×–→()-]*$/u.test(short) ? short : `"${short}"`;
}

/** An icon's name in the letters that one may have. */
export function plainIcon(icon: string): string {
  return /^[\w:-]+$/.test(icon) ? icon : 'server';
}
