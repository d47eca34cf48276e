/** Folders of D2's own icons by the set of our library that has them. */
const sets: Readonly<Record<string, string>> = { aws: 'aws', azure: 'azure', gcp: 'gcp', dev: 'tech', tech: 'tech' };

/** The id in our icon library of what an icon's address names; undefined for a picture of somebody's own, which is not fetched. */
export function iconOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (/^[a-z]+:[\w-]+$/.test(value)) return value;
  const path = /^https:\/\/icons\.terrastruct\.com\/(.+?)(?:\.svg)?$/.exec(decoded(value))?.[1];
  const [folder = '', ...rest] = path?.split('/') ?? [];
  const set = sets[folder];
  const name = rest
    .at(-1)
    ?.replace(/_(?:dark|light)-bg$/, '')
    .replace(/^(?:Amazon|AWS)-/, '')
    .toLowerCase();
  return set && name ? `${set}:${name.replace(/[^a-z0-9]+/g, '-')}` : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
