// Writes one registry.gen.ts beside each family of plug-in folders, importing every <folder>/manifest.ts it finds.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Folders whose subfolders with a manifest.ts are plug-ins. */
const families = [
  'packages/shapes',
  'packages/languages',
  'packages/interchange',
  'services/ai/providers',
  'services/git/providers',
  'services/git/analyzers',
  'services/export/exporters',
  'services/integration-hub/connectors',
];

const identifier = (folder) => folder.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

for (const family of families) {
  const home = join(root, family);
  if (!existsSync(home)) continue;
  const folders = readdirSync(home, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(home, entry.name, 'manifest.ts')))
    .map((entry) => entry.name)
    .sort();
  const lines = [
    ...folders.map((folder) => `import { manifest as ${identifier(folder)} } from './${folder}/manifest.ts';`),
    '',
    `export const manifests = [${folders.map(identifier).join(', ')}] as const;`,
    '',
  ];
  const target = join(home, 'registry.gen.ts');
  const text = lines.join('\n');
  if (!existsSync(target) || readFileSync(target, 'utf8') !== text) writeFileSync(target, text);
}
