import { entriesOf, field, itemsOf, scalar, scalarsOf } from '../../text/loose.ts';

/** A service of a Compose file, its short and long forms alike. */
export interface ComposeService {
  readonly name: string;
  readonly image: string;
  readonly replicas: number;
  readonly profiles: readonly string[];
  /** Names by which others may call it. */
  readonly aliases: readonly string[];
  readonly networks: readonly string[];
  readonly dependsOn: readonly string[];
  /** Other services by the names that this one has for them. */
  readonly links: readonly { readonly service: string; readonly alias: string }[];
  readonly ports: readonly PublishedPort[];
  /** Names of volumes, not of folders. */
  readonly volumes: readonly string[];
  readonly environment: readonly (readonly [string, string])[];
}

export interface PublishedPort {
  readonly published: string;
  /** Whether only the machine itself reaches it. */
  readonly local: boolean;
}

export function readService(name: string, value: unknown): ComposeService {
  const filled = (text: string | undefined) => withDefaults(text ?? '');
  const shared = scalar(field(value, 'network_mode')) ?? '';
  return {
    name,
    image: filled(scalar(field(value, 'image'))),
    replicas: Number(filled(scalar(field(value, 'deploy', 'replicas') ?? field(value, 'scale')))) || 1,
    profiles: scalarsOf(field(value, 'profiles')),
    aliases: [
      name,
      ...scalarsOf(field(value, 'container_name')),
      ...scalarsOf(field(value, 'hostname')),
      ...entriesOf(field(value, 'networks')).flatMap(([, network]) => scalarsOf(field(network, 'aliases'))),
    ],
    networks: namesIn(field(value, 'networks')),
    dependsOn: [
      ...namesIn(field(value, 'depends_on')),
      ...scalarsOf(field(value, 'volumes_from')).map((from) => from.split(':')[0] ?? ''),
      ...(shared.startsWith('service:') ? [shared.slice('service:'.length)] : []),
    ],
    links: scalarsOf(field(value, 'links')).map((link) => {
      const [service = '', alias = service] = link.split(':');
      return { service, alias };
    }),
    ports: itemsOf(field(value, 'ports')).flatMap((port) => readPort(port) ?? []),
    volumes: itemsOf(field(value, 'volumes')).flatMap((volume) => readVolume(volume) ?? []),
    environment: environmentOf(field(value, 'environment')),
  };
}

/** Names in a list, or the keys of a map. */
function namesIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? scalarsOf(value) : entriesOf(value).map(([name]) => name);
}

function readPort(value: unknown): PublishedPort | undefined {
  const text = scalar(value);
  if (text === undefined) {
    const published = withDefaults(scalar(field(value, 'published')) ?? scalar(field(value, 'target')) ?? '');
    return published === '' ? undefined : { published, local: isLoopback(scalar(field(value, 'host_ip')) ?? '') };
  }
  const parts = withDefaults(text)
    .replace(/\/\w+$/, '')
    .split(/:(?![^[]*\])/);
  const published = parts.at(-2) || (parts.at(-1) ?? '');
  return published === '' ? undefined : { published, local: parts.length > 2 && isLoopback(parts.slice(0, -2).join(':')) };
}

const isLoopback = (address: string) => /^(?:127\.|localhost$|\[?::1\]?$)/.test(address);

function readVolume(value: unknown): string | undefined {
  const text = scalar(value);
  if (text === undefined) return field(value, 'type') === 'volume' ? scalar(field(value, 'source')) : undefined;
  const [source = '', target] = text.split(':');
  return target !== undefined && /^[A-Za-z0-9][\w.-]*$/.test(source) ? source : undefined;
}

function environmentOf(value: unknown): ComposeService['environment'] {
  if (Array.isArray(value))
    return scalarsOf(value).map((line) => {
      const [key = '', rest = ''] = line.split(/=(.*)/s);
      return [key, withDefaults(rest)];
    });
  return entriesOf(value).flatMap(([key, text]) => {
    const setting = scalar(text);
    return setting === undefined ? [] : [[key, withDefaults(setting)] as const];
  });
}

/** `${NAME:-default}` as its default, and what has none as its name. */
function withDefaults(text: string): string {
  return text.replace(/\$\{(\w+)(?:(:?[-?+])([^{}]*))?\}/g, (_, name: string, how = '', rest = '') => (/-/.test(how) ? rest : name));
}
