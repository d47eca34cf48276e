/** By whose products, in the order in which they are listed. */
export const iconSets = ['aws', 'azure', 'gcp', 'tech', 'brand', 'general'] as const;
export type IconSet = (typeof iconSets)[number];

/** What a service is for, in the order in which kinds are listed. */
export const iconKinds = [
  'compute',
  'containers',
  'database',
  'storage',
  'networking',
  'integration',
  'analytics',
  'ai',
  'security',
  'development',
  'management',
  'iot',
] as const;
export type IconKind = (typeof iconKinds)[number];

/** One icon of the library; `id` is `<collection>:<slug>` and stays the same across releases of the icon packages. */
export interface IconEntry {
  readonly id: string;
  readonly set: IconSet;
  readonly title: string;
  /** Other names by which people look for it, lower case. */
  readonly aliases: readonly string[];
  readonly kind?: IconKind | undefined;
}
