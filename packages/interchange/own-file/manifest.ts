import type { FileFormat } from '../file-format.ts';

/** The product's own JSON export, as it was: what is drawn, diagrams as code with every place in them, the board and the note. */
export const manifest: FileFormat = {
  id: 'own-file',
  label: 'AutoGraph',
  extensions: ['.json'],
  detect: (text) => /^\s*\{/.test(text) && /"canvas_data"\s*:\s*\{/.test(text),
  load: async () => (await import('./read-file.ts')).readOwnFile,
};
