import type { Service } from '@autograph/service-kit';

function isService(value: unknown): value is Service {
  return typeof value === 'object' && value !== null && 'bind' in value && 'port' in value && 'name' in value;
}

/** Loads services by name from their packages; each package exports one. */
export async function loadServices(names: readonly string[]): Promise<readonly Service[]> {
  return Promise.all(
    names.map(async (name) => {
      const exported: Record<string, unknown> = await import(`@autograph/${name}`);
      const service = Object.values(exported).find(isService);
      if (!service) throw new Error(`@autograph/${name} exports no service`);
      return service;
    }),
  );
}
