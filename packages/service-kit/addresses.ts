import { ConfigError, type PlatformConfig } from './config.ts';

/** Port of each service when it runs alone. */
export const ports = {
  gateway: 8080,
  diagram: 8082,
  collaboration: 8083,
  ai: 8084,
  auth: 8085,
  git: 8087,
  export: 8097,
  'integration-hub': 8099,
} as const satisfies Readonly<Record<string, number>>;

const portByName: Readonly<Record<string, number>> = ports;

const hosts = {
  local: () => 'localhost',
  docker: (name: string) => `${name}-service`,
  kubernetes: (name: string) => `${name}-service`,
} as const;

/** The variable that overrides a service's address, such as INTEGRATION_HUB_URL. */
const variableOf = (name: string) => `${name.replaceAll('-', '_').toUpperCase()}_URL`;

/** Origin under which a service that runs apart is reached: its own variable, else by the environment's naming. */
export function addressOf(name: string, config: PlatformConfig): string {
  const given = config.environment[variableOf(name)];
  if (!given) return `http://${hosts[config.ENV](name)}:${portByName[name]}`;
  if (!URL.canParse(given))
    throw new ConfigError(`Configuration is not usable: ${variableOf(name)}: must be a URL such as http://localhost:${portByName[name]}`);
  return given.replace(/\/+$/, '');
}
