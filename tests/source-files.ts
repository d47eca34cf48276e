import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

export interface SourceFile {
  /** Path from the repository's root. */
  readonly path: string;
  readonly text: string;
  /** What it imports, as written. */
  readonly imports: readonly string[];
}

const skipped = new Set(['node_modules', '.next', 'dist', 'data', '.git', 'test-results']);
const specifier = /(?:\bfrom\s+|\bimport\s*\(\s*|^import\s+)['"]([^'"]+)['"]/gm;

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return skipped.has(name) ? [] : walk(path);
    return /\.tsx?$/.test(name) && !name.endsWith('.gen.ts') && !name.endsWith('.d.ts') ? [path] : [];
  });
}

/** Every TypeScript file below the given folders, tests included. */
export function sourceFiles(folders: readonly string[]): SourceFile[] {
  return folders
    .flatMap((folder) => walk(join(root, folder)))
    .map((path) => {
      const text = readFileSync(path, 'utf8');
      return { path: relative(root, path), text, imports: [...text.matchAll(specifier)].map((match) => match[1] ?? '') };
    });
}
