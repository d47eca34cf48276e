import type { FileFormat } from '../file-format.ts';

/** A library of drawings: its items in rows, each a group under its name. */
export const manifest: FileFormat = {
  id: 'excalidraw-library',
  label: 'Excalidraw library',
  extensions: ['.excalidrawlib'],
  detect: (text) => /^\s*\{/.test(text) && /"type"\s*:\s*"excalidrawlib"/.test(text.slice(0, 2_000)),
  load: async () => (await import('./read-file.ts')).readLibrary,
};
