import { defineService, ports } from '@autograph/service-kit';

/** Connections to other products. */
export const service = defineService({ name: 'integration-hub', port: ports['integration-hub'], register: async () => undefined });
