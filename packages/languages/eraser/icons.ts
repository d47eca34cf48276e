/** Icon sets of clouds, by what stands before the name of an icon. */
const sets: Readonly<Record<string, string>> = { aws: 'aws', azure: 'azure', gcp: 'gcp' };

/** The icon of our library that Eraser's name means: `aws-s3`, `user`, `kafka`. The library knows further names of each. */
export function iconId(name: string): string {
  const word = name
    .trim()
    .toLowerCase()
    .replace(/^custom:/, '');
  const [, prefix = '', rest = ''] = /^(\w+)-(.+)$/.exec(word) ?? [];
  if (prefix === 'k8s') return 'tech:kubernetes';
  const set = sets[prefix];
  return set === undefined ? `general:${word}` : `${set}:${rest}`;
}
