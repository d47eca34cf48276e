import type { IconKind } from './icon.ts';
import { kindWords } from './kind-words.ts';

const list = (words: string) => words.split(/\s+/).filter(Boolean);

const rules = kindWords.map(({ kind, parts, names = '' }) => ({
  kind,
  parts: list(parts).flatMap((part) => [`-${part}-`, `-${part}s-`]),
  names: new Set(list(names)),
}));

/** What a service is for, by its name in the form of a slug; undefined where that does not say. */
export function kindOf(slug: string): IconKind | undefined {
  const name = `-${slug}-`;
  return rules.find(({ parts, names }) => names.has(slug) || parts.some((part) => name.includes(part)))?.kind;
}

/** AWS's own categories of resources. */
const awsCategories: Readonly<Record<string, IconKind>> = {
  Analytics: 'analytics',
  'Application-Integration': 'integration',
  Compute: 'compute',
  Containers: 'containers',
  Database: 'database',
  'Developer-Tools': 'development',
  IoT: 'iot',
  'Machine-Learning': 'ai',
  'Management-Governance': 'management',
  'Migration-and-Transfer': 'management',
  'Networking-and-Content-Delivery': 'networking',
  'Security-Identity-and-Compliance': 'security',
  Storage: 'storage',
};

/** What an AWS resource is for, by the category in its picture's title ("Icon-Resource/Compute/…"). */
export function kindInPicture(svg: string): IconKind | undefined {
  return awsCategories[/<title>Icon-Resource\/([^/<]+)\//.exec(svg)?.[1] ?? ''];
}
