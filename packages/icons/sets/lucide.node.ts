import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { home } from './home.node.ts';
import { describeIcon, type IconSource } from './source.ts';

const Drawing = z.object({
  __iconData: z.object({ size: z.number(), node: z.array(z.tuple([z.string(), z.record(z.string(), z.string())])) }),
});

/** Former names of an icon are files that only point at its present one. */
const mostOfPointer = 330;

/** Line drawings of things in general, in the colour of the text around them. */
export function lucideIcons(): IconSource[] {
  const root = home('lucide-react/icons/server');
  return readdirSync(root)
    .filter((file) => file.endsWith('.mjs') && file !== 'index.mjs' && statSync(join(root, file)).size > mostOfPointer)
    .map((file) => {
      const name = file.slice(0, -4);
      const title = name.replace(/-/g, ' ').replace(/^./, (first) => first.toUpperCase());
      return { entry: describeIcon(`general:${name}`, 'general', title), svg: () => draw(join(root, file)) };
    });
}

async function draw(path: string): Promise<string> {
  const { size, node } = Drawing.parse(await import(pathToFileURL(path).href)).__iconData;
  const parts = node.map(([tag, attributes]) => {
    const written = Object.entries(attributes)
      .filter(([name]) => name !== 'key')
      .map(([name, value]) => ` ${name}="${value}"`);
    return `<${tag}${written.join('')}/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${parts.join('')}</svg>`;
}
