import { z } from 'zod';
import { parseSettings } from './config.ts';
import type { Kit, Service, ServiceDefinition } from './service.ts';

/** Declares a service: what it is called, its own settings, which routes it registers, and how its health is known. */
export function defineService<Settings>(definition: ServiceDefinition<Settings>): Service {
  return {
    name: definition.name,
    port: definition.port,
    ownHealth: definition.ownHealth ?? false,
    fronts: definition.fronts ?? false,
    bind: (base) => {
      // Without settings of its own nothing is taken from the environment, where all that the platform has read is still text.
      const settings = parseSettings(
        definition.configSchema ?? z.custom<Settings>(),
        definition.configSchema ? base.config.environment : {},
      );
      const kit: Kit<Settings> = { ...base, config: Object.assign({ ...base.config }, settings) };
      return {
        register: (app) => definition.register(app, kit),
        health: () => definition.health?.(kit) ?? {},
        upgrade: () => definition.upgrade?.(kit) ?? null,
        leave: () => definition.leave?.(kit),
        close: async () => definition.close?.(kit),
      };
    },
  };
}
