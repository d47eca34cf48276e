// Writes one registry.gen.ts beside each family of plug-in folders, importing every <folder>/manifest.ts it finds, and lists of
// their ids where something below the family needs to know them.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Folders whose subfolders with a manifest.ts are plug-ins, and where a list of their names is written for what stands below them. */
const families = JSON.parse(readFileSync(new URL('./plug-in-families.json', import.meta.url), 'utf8'));

const identifier = (folder) => folder.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

function write(path, lines) {
  const target = join(root, path);
  const text = lines.join('\n');
  if (!existsSync(target) || readFileSync(target, 'utf8') !== text) writeFileSync(target, text);
}

for (const { folder: family, ids } of families) {
  const home = join(root, family);
  if (!existsSync(home)) continue;
  const folders = readdirSync(home, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(home, entry.name, 'manifest.ts')))
    .map((entry) => entry.name)
    .sort();
  write(`${family}/registry.gen.ts`, [
    ...folders.map((folder) => `import { manifest as ${identifier(folder)} } from './${folder}/manifest.ts';`),
    '',
    `export const manifests = [${folders.map(identifier).join(', ')}] as const;`,
    '',
  ]);
  if (ids) write(ids.file, [`export const ${ids.name} = [${folders.map((folder) => `'${folder}'`).join(', ')}] as const;`, '']);
}
