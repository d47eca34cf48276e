/** Sets of our library, and the prefixes by which Mermaid's users call them. */
const sets: Readonly<Record<string, string>> = {
  aws: 'aws',
  azure: 'azure',
  gcp: 'gcp',
  tech: 'tech',
  brand: 'brand',
  lucide: 'general',
  logos: 'tech',
  devicon: 'tech',
  'simple-icons': 'brand',
  fab: 'brand',
};

/** The id in our icon library of `set:name`; names of sets that we do not have stay as they are, for the library to find what is alike. */
export function iconId(name: string): string {
  const [set = '', rest = ''] = name.split(/:(.*)/s);
  return `${sets[set] ?? set}:${rest.replace(/^fa-/, '')}`;
}
