import type { Importer } from '../../importer.ts';

export const manifest: Importer = {
  id: 'prisma-schema',
  label: 'Prisma',
  extensions: ['.prisma'],
  recognises: (text) =>
    /^[^\S\n]*model\s+\w+\s*\{[^\S\n]*$/m.test(text) &&
    /^[^\S\n]*\w+[^\S\n]+\w+(?:\[\]|\?)?[^\S\n]+@(?:id|unique|default|relation|map|updatedAt|db\.)\b|^[^\S\n]*@@(?:id|unique|index|map)\b/m.test(
      text,
    ),
  load: async () => (await import('./read.ts')).readPrisma,
};
