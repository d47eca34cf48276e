import type { Importer } from '../../importer.ts';

export const manifest: Importer = {
  id: 'terraform-files',
  label: 'Terraform',
  extensions: ['.tf'],
  recognises: (text) => /^(?:resource|data)[^\S\n]+"[\w-]+"[^\S\n]+"[\w-]+"[^\S\n]*\{|^module[^\S\n]+"[\w-]+"[^\S\n]*\{/m.test(text),
  load: async () => (await import('./read.ts')).readTerraform,
};
