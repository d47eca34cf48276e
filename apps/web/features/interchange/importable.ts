import { fileFormats } from '@autograph/interchange';
import { importers } from '@autograph/interchange/importers.ts';

/** What a file dialog offers: files of other tools, data models, diagrams as code, pictures. */
export const importable = [
  ...[...fileFormats, ...importers].flatMap(({ extensions }) => extensions),
  '.mmd',
  '.mermaid',
  '.md',
  'image/*',
].join(',');
