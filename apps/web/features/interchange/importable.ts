import { fileFormats } from '@autograph/interchange';
import { importers } from '@autograph/interchange/importers.ts';
import { families } from '@autograph/languages';

/** What a file dialog offers: files of other tools and our own, data models and descriptions of systems, diagrams as code, pictures. */
export const importable = [
  ...new Set([...fileFormats, ...importers].flatMap(({ extensions }) => extensions)),
  ...families.flatMap(({ extensions }) => extensions),
  '.md',
  'image/*',
].join(',');
