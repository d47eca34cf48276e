import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { IconSet } from '../icon.ts';
import { slug } from '../slug.ts';
import { titleOfDashes } from '../titles.ts';
import { home } from './home.node.ts';
import { describeIcon, type IconSource } from './source.ts';

const Component = z.object({ default: z.custom<(props: object) => import('react').ReactElement>((value) => typeof value === 'function') });

/** Logos among the technologies that show a cloud vendor or one of its products. */
const vendorOf = (name: string): IconSet => {
  if (/^(aws|amazon)(-|$)/.test(name)) return 'aws';
  if (/^azure(-|$)/.test(name)) return 'azure';
  return /^google-cloud(-|$)/.test(name) ? 'gcp' : 'tech';
};

/** A collection of @likec4/icons; its pictures are React components. */
export function likec4Icons(collection: 'aws' | 'azure' | 'gcp' | 'tech'): IconSource[] {
  const root = home(`@likec4/icons/${collection}`);
  return readdirSync(root)
    .filter((file) => file.endsWith('.js') && file !== 'index.js')
    .map((file) => {
      const name = file.slice(0, -3);
      const set = collection === 'tech' ? vendorOf(name) : collection;
      return {
        entry: describeIcon(`${collection}:${slug(name)}`, set, titleOfDashes(name.replace(/-icon$/, ''))),
        svg: async () => {
          const { renderToStaticMarkup } = await import('react-dom/server');
          return renderToStaticMarkup(Component.parse(await import(pathToFileURL(join(root, file)).href)).default({}));
        },
      };
    });
}
