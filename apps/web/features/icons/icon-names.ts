import type { IconKind, IconSet } from '@autograph/icons';

export const setNames: Readonly<Record<IconSet, string>> = {
  aws: 'AWS',
  azure: 'Azure',
  gcp: 'Google Cloud',
  tech: 'Technologies',
  brand: 'Brands',
  general: 'General',
};

export const kindNames: Readonly<Record<IconKind, string>> = {
  compute: 'Compute',
  containers: 'Containers',
  database: 'Database',
  storage: 'Storage',
  networking: 'Networking',
  integration: 'Integration',
  analytics: 'Analytics',
  ai: 'AI',
  security: 'Security',
  development: 'Development',
  management: 'Management',
  iot: 'Internet of things',
};
