import type { RouteContract, ServiceName } from '@autograph/contracts';

interface Entry {
  readonly route: RouteContract;
  readonly pattern: RegExp;
}

/** What the gateway knows about a request's address. */
export interface Match {
  readonly service: ServiceName;
  /** Undefined when the address is below a prefix that the service owns without being in the contract. */
  readonly route: RouteContract | undefined;
}

const patternOf = (path: string) => new RegExp(`^${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}/?$`);
const prefixOf = (path: string) => path.split('/').slice(0, 3).join('/');

/** Finds the owner of an address: by the contract's routes, else by the prefix that most of them share. */
export function createCatalog(routes: readonly RouteContract[]) {
  const open = routes.filter(({ path }) => !path.startsWith('/internal/'));
  const entries: Entry[] = open.map((route) => ({ route, pattern: patternOf(route.path) }));
  const owners = new Map<string, ServiceName>();
  // What the gateway serves itself it serves by route: below the same prefix others own the rest.
  for (const { path, service } of open) if (service !== 'gateway' && !owners.has(prefixOf(path))) owners.set(prefixOf(path), service);

  return (method: string, path: string): Match | null => {
    const wanted = method === 'HEAD' ? 'GET' : method;
    const found = entries.find(({ route, pattern }) => route.method === wanted && pattern.test(path));
    if (found) return { service: found.route.service, route: found.route };
    const service = owners.get(prefixOf(path));
    return service ? { service, route: undefined } : null;
  };
}
