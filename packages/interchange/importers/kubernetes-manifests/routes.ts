import { field, itemsOf, scalar, scalarsOf } from '../../text/loose.ts';
import type { KubernetesObject } from './objects.ts';

/** How requests from outside come to services: an Ingress, or a route of a Gateway. */
export interface Route {
  readonly hosts: readonly string[];
  /** Gateways that it hangs on; none for an Ingress. */
  readonly gateways: readonly Target[];
  readonly backends: readonly Backend[];
}

export interface Target {
  readonly name: string;
  readonly namespace: string | undefined;
}

export interface Backend extends Target {
  /** The path of what goes there, with its host where there are several; undefined: anything. */
  readonly path: string | undefined;
}

/** What an object lets in, or undefined when it is no route. */
export function readRoute(object: KubernetesObject): Route | undefined {
  if (object.kind === 'Ingress') return readIngress(object);
  return /^(?:HTTP|GRPC|TLS|TCP|UDP)Route$/.test(object.kind) ? readGatewayRoute(object) : undefined;
}

function readIngress({ value, namespace }: KubernetesObject): Route {
  const rules = itemsOf(field(value, 'spec', 'rules'));
  const hosts = [...new Set(rules.flatMap((rule) => scalar(field(rule, 'host')) ?? []))];
  const to = (backend: unknown, path: string | undefined): readonly Backend[] => {
    // The second is how the first versions of Ingress wrote it.
    const name = scalar(field(backend, 'service', 'name')) ?? scalar(field(backend, 'serviceName'));
    return name === undefined ? [] : [{ name, namespace, path }];
  };
  const rest = field(value, 'spec', 'defaultBackend') ?? field(value, 'spec', 'backend');
  return {
    hosts,
    gateways: [],
    backends: [
      ...rules.flatMap((rule) => {
        const host = hosts.length > 1 ? (scalar(field(rule, 'host')) ?? '') : '';
        return itemsOf(field(rule, 'http', 'paths')).flatMap((path) =>
          to(field(path, 'backend'), placed(host, scalar(field(path, 'path')))),
        );
      }),
      ...to(rest, undefined),
    ],
  };
}

function readGatewayRoute({ value, namespace }: KubernetesObject): Route {
  const target = (reference: unknown): readonly Target[] => {
    const name = scalar(field(reference, 'name'));
    return name === undefined ? [] : [{ name, namespace: scalar(field(reference, 'namespace')) ?? namespace }];
  };
  return {
    hosts: scalarsOf(field(value, 'spec', 'hostnames')),
    gateways: itemsOf(field(value, 'spec', 'parentRefs')).flatMap(target),
    backends: itemsOf(field(value, 'spec', 'rules')).flatMap((rule) => {
      const paths = itemsOf(field(rule, 'matches')).map((match) => placed('', scalar(field(match, 'path', 'value'))));
      const services = itemsOf(field(rule, 'backendRefs')).filter((one) => (scalar(field(one, 'kind')) ?? 'Service') === 'Service');
      return services
        .flatMap(target)
        .flatMap((service) => (paths.length === 0 ? [undefined] : paths).map((path) => ({ ...service, path })));
    }),
  };
}

/** A path after its host; patterns that let nginx rewrite it are left out. */
function placed(host: string, path: string | undefined): string | undefined {
  const plain = (path ?? '').replace(/\(.*$/, '').replace(/\/$/, '');
  return host + plain || undefined;
}
