import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kindInPicture } from '../kinds.ts';
import { slug } from '../slug.ts';
import { titleOfCamel } from '../titles.ts';
import { home } from './home.node.ts';
import { describeIcon, type IconSource } from './source.ts';

/** Amazon's own architecture icons: services, their resources, categories and groups. */
export function awsIcons(): IconSource[] {
  const root = join(home('aws-icons/package.json'), 'icons');
  return ['architecture-service', 'resource', 'category', 'architecture-group'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) => file.endsWith('.svg'))
      .map((file) => {
        const name = file.slice(0, -4);
        const read = () => readFileSync(join(root, folder, file), 'utf8');
        const kind = folder === 'resource' ? kindInPicture(read()) : undefined;
        return { entry: describeIcon(`aws:${slug(name)}`, 'aws', titleOfCamel(name), { kind }), svg: async () => read() };
      }),
  );
}
