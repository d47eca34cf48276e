import type { Importer } from '../../importer.ts';
import { outermostKeys } from '../../text/yaml-kind.ts';

export const manifest: Importer = {
  id: 'docker-compose',
  label: 'Docker Compose',
  extensions: ['.yml', '.yaml'],
  recognises(text) {
    const keys = outermostKeys(text) ?? [];
    const services = keys.find(({ key }) => key === 'services')?.body ?? '';
    return (
      /^\s*\n(?:\s*#[^\n]*\n)*[^\S\n]+["']?[\w.-]+["']?:/.test(`${services}\n`) &&
      /^\s+["']?(?:image|build|extends|<<|depends_on|ports|environment)["']?:/m.test(services) &&
      !keys.some(({ key }) => ['apiVersion', 'openapi', 'swagger', 'stages', 'jobs'].includes(key))
    );
  },
  load: async () => (await import('./read.ts')).readCompose,
};
