import { defineService, ports } from '@autograph/service-kit';

/** Repositories: connections and what is known of their code. */
export const service = defineService({ name: 'git', port: ports.git, register: async () => undefined });
