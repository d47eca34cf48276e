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

const schemes = { local: '', docker: 'dns+', kubernetes: 'dns+' } as const;

/** The variable that overrides a service's address, such as INTEGRATION_HUB_URL. */
const variableOf = (name: string) => `${name.replaceAll('-', '_').toUpperCase()}_URL`;

const isAddress = (text: string) => /^(dns\+)?https?:\/\//.test(text) && URL.canParse(text.replace('dns+', ''));

/**
 * Where a service that runs apart is reached: its own variable, one address or several with commas between, else by the
 * environment's naming. `dns+` in front asks for all addresses of a name. Throws ConfigError.
 */
export function addressesOf(name: string, config: PlatformConfig): readonly string[] {
  const given = config.environment[variableOf(name)];
  const protocol = config.INTERNAL_TLS_CA ? 'https' : 'http';
  const host = config.ENV === 'local' ? 'localhost' : `${name}-service`;
  if (!given) return [`${schemes[config.ENV]}${protocol}://${host}:${portByName[name]}`];
  const addresses = given.split(',').map((address) => address.trim().replace(/\/+$/, ''));
  if (!addresses.every(isAddress))
    throw new ConfigError(`Configuration is not usable: ${variableOf(name)}: must be a URL such as http://localhost:${portByName[name]}`);
  return addresses;
}

/** Milliseconds that a service may take to begin its answer: its own setting, such as EXPORT_REQUEST_TIMEOUT_MS, else that of all. */
export function timeoutOf(name: string, config: PlatformConfig): number {
  const variable = `${name.replaceAll('-', '_').toUpperCase()}_REQUEST_TIMEOUT_MS`;
  const given = config.environment[variable];
  if (given === undefined) return config.REQUEST_TIMEOUT_MS;
  if (!/^[1-9]\d{0,7}$/.test(given)) throw new ConfigError(`Configuration is not usable: ${variable}: must be milliseconds`);
  return Number(given);
}
