import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { home } from './home.node.ts';
import { describeIcon, type IconSource } from './source.ts';

const BrandData = z.array(
  z.object({
    title: z.string(),
    slug: z.string().optional(),
    hex: z.string(),
    aliases: z.object({ aka: z.array(z.string()).optional() }).optional(),
  }),
);

/** The package's own rule for the names of files. */
function fileNameOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/\+/g, 'plus')
    .replace(/^\./, 'dot-')
    .replace(/\./g, 'dot')
    .replace(/&/g, 'and')
    .normalize('NFD')
    .replace(/[^a-z0-9-]/g, '');
}

/** Brand marks, each in its brand's colour. */
export function simpleIcons(): IconSource[] {
  const root = home('simple-icons');
  const files = new Set(readdirSync(join(root, 'icons')));
  return BrandData.parse(JSON.parse(readFileSync(join(root, 'data/simple-icons.json'), 'utf8'))).flatMap((brand) => {
    const name = brand.slug ?? fileNameOf(brand.title);
    const file = `${name}.svg`;
    if (!files.has(file)) return [];
    const svg = async () => readFileSync(join(root, 'icons', file), 'utf8').replace('<svg ', `<svg fill="#${brand.hex}" `);
    return [{ entry: describeIcon(`brand:${name}`, 'brand', brand.title, { aliases: brand.aliases?.aka ?? [] }), svg }];
  });
}
