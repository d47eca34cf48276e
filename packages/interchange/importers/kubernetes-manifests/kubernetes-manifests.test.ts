import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findImporter } from '../../importers.ts';
import { readArchitecture } from '../../testing/read-architecture.ts';
import { manifest } from './manifest.ts';

async function kubernetes(text: string) {
  const { diagrams, warnings } = (await manifest.load())(text);
  return { ...readArchitecture(diagrams[0]?.source ?? ''), warnings };
}

it('shows the workloads of a shop in their namespaces, how requests come in, what calls what, disks and settings', async () => {
  const text = readFileSync(new URL('../../testing/shop.kubernetes.yaml', import.meta.url), 'utf8');
  expect(findImporter(text, 'shop.yaml')).toBe(manifest);
  const { nodes, groups, links, warnings } = await kubernetes(text);
  expect(groups).toEqual(['shop', 'monitoring']);
  expect(nodes).toEqual({
    Internet: 'internet',
    'shop (ingress)': 'general:door-open in shop',
    'web (service)': 'general:split in shop',
    'api (service)': 'general:split in shop',
    'db (service)': 'general:split in shop',
    'cache (service)': 'general:split in shop',
    'kafka (service)': 'general:split in shop',
    'web ×2': 'general:app-window in shop',
    'api ×2–10': 'server in shop',
    db: 'tech:postgresql in shop',
    'data 20Gi': 'disk in shop',
    'backup (cron 30 3 * * *)': 'general:calendar-clock in shop',
    'backups 100Gi': 'disk in shop',
    cache: 'tech:redis in shop',
    'kafka ×3': 'tech:kafka-icon in shop',
    'logs (every node)': 'brand:fluentbit in monitoring',
    'db-access': 'general:key in shop',
    'api-config': 'general:sliders-horizontal in shop',
  });
  expect(links).toEqual(
    [
      'Internet → shop (ingress): shop.example.com',
      'shop (ingress) → web (service)',
      'shop (ingress) → api (service): /api',
      'web (service) → web ×2: 80 → 3000',
      'api (service) → api ×2–10: 80 → 8080',
      'db (service) → db: 5432',
      'cache (service) → cache: 6379',
      'kafka (service) → kafka ×3: 9092',
      'web ×2 → api (service)',
      'api ×2–10 → db (service)',
      'api ×2–10 → cache (service)',
      'api ×2–10 → kafka (service)',
      'backup (cron 30 3 * * *) → db (service)',
      'db – data 20Gi',
      'backup (cron 30 3 * * *) – backups 100Gi',
      'api ×2–10 – db-access',
      'api ×2–10 – api-config',
    ].sort(),
  );
  expect(warnings).toEqual([{ message: 'Not in the diagram: NetworkPolicy.' }]);
});

const service = (name: string, spec = `{ selector: { app: ${name} }, ports: [{ port: 80 }] }`, namespace = 'n') =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: ${name}, namespace: ${namespace} }\nspec: ${spec}\n---\n`;
const deployment = (name: string, pod = `{ containers: [{ image: ${name} }] }`) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: ${name}, namespace: n }\nspec:\n  template:\n    metadata: { labels: { app: ${name} } }\n    spec: ${pod}\n---\n`;

describe('who calls a service', () => {
  it.each([
    ['API_HOST', 'api', ['a → api (service)']],
    ['API', 'http://api.n:8080/x', ['a → api (service): 8080']],
    ['API', 'http://api.n.svc.cluster.local', ['a → api (service)']],
    ['HOSTS', 'a-0.api:9000,a-1.api:9000', ['a → api (service): 9000']],
    ['HOSTS', 'a-0.api.n.svc:9000', ['a → api (service): 9000']],
    ['API', 'http://api.other', []],
    ['API', 'https://api.example.com', []],
    ['NAME', 'api', []],
    ['DB', 'postgres://u:p@db:5432', ['a → db (service)']],
    ['DB', 'postgres://u:p@db:5433', ['a → db (service): 5433']],
  ])('%s=%s', async (name, value, expected) => {
    const { links } = await kubernetes(
      service('api', '{}') +
        service('db', '{ ports: [{ port: 5432 }] }') +
        deployment('a', `{ containers: [{ image: a, env: [{ name: ${name}, value: "${value}" }] }] }`),
    );
    expect(links).toEqual(expected);
  });

  it('is told by files and encoded secrets too', async () => {
    const { links } = await kubernetes(
      `${service('api', '{}') + service('db', '{}')}apiVersion: v1\nkind: ConfigMap\nmetadata: { name: conf, namespace: n }\ndata:\n  nginx.conf: |\n    location / {\n      proxy_pass http://api:3000;\n    }\n---\n` +
        `apiVersion: v1\nkind: Secret\nmetadata: { name: url, namespace: n }\ndata: { DB: ${Buffer.from('postgres://u:p@db:5432/x').toString('base64')} }\n---\n` +
        deployment(
          'a',
          '{ containers: [{ image: a, envFrom: [{ secretRef: { name: url } }] }], volumes: [{ configMap: { name: conf } }] }',
        ),
    );
    expect(links).toEqual(['a – conf', 'a – url', 'a → api (service): 3000', 'a → db (service): 5432']);
  });
});

describe('how requests come in', () => {
  it.each([
    [
      '{ type: LoadBalancer, selector: { app: a }, ports: [{ port: 443, targetPort: 8443 }] }',
      ['Internet → s (service): 443', 's (service) → a: 443 → 8443'],
    ],
    [
      '{ type: NodePort, selector: { app: a }, ports: [{ port: 80, nodePort: 30080 }] }',
      ['Internet → s (service): 30080', 's (service) → a: 80'],
    ],
    ['{ type: ExternalName, externalName: db.example.com }', ['s (service) → db.example.com']],
  ])('to a service with %s', async (spec, expected) => {
    expect((await kubernetes(service('s', spec) + deployment('a'))).links).toEqual(expected);
  });

  it('by an Ingress for several hosts', async () => {
    const rule = (host: string, to: string) => `{ host: ${host}, http: { paths: [{ path: /x, backend: { service: { name: ${to} } } }] } }`;
    const { links } = await kubernetes(
      `${service('a', '{}') + service('b', '{}')}apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: in, namespace: n }\nspec: { rules: [${rule('a.org', 'a')}, ${rule('b.org', 'b')}] }\n`,
    );
    expect(links).toEqual(['Internet → in (ingress)', 'in (ingress) → a (service): a.org/x', 'in (ingress) → b (service): b.org/x']);
  });

  it('by a Gateway and its routes, over namespaces', async () => {
    const { nodes, links } = await kubernetes(
      `${service('a', '{}')}apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: { name: edge, namespace: infra }\nspec: { listeners: [{ port: 443 }] }\n---\n` +
        'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: { name: r, namespace: n }\nspec:\n  hostnames: [a.org]\n  parentRefs: [{ name: edge, namespace: infra }]\n  rules: [{ matches: [{ path: { value: /v1 } }], backendRefs: [{ name: a, port: 80 }] }]\n',
    );
    expect(nodes['edge (gateway)']).toBe('general:door-open in infra');
    expect(links).toEqual(['Internet → edge (gateway): 443', 'edge (gateway) → r (route): a.org', 'r (route) → a (service): /v1']);
  });
});

it('leaves settings out when they are many, and tells what is not there, by line', async () => {
  const many = Array.from({ length: 5 }, (_, at) => `{ secretRef: { name: s${at} } }`).join(', ');
  const { nodes, warnings } = await kubernetes(
    `${service('lost')}apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: in }\nspec: { defaultBackend: { service: { name: gone } } }\n---\n${deployment('a', `{ containers: [{ image: a, envFrom: [${many}] }] }`)}`,
  );
  expect(Object.keys(nodes)).toEqual(['in (ingress)', 'Internet', 'lost (service)', 'a']);
  expect(warnings).toEqual([
    { message: '5 ConfigMaps and Secrets are left out, as they would hide the rest.' },
    { message: 'The service “lost” selects nothing that is part of this file.', line: 4 },
    { message: '“in” leads to “gone”, which is not part of this file.', line: 9 },
  ]);
});

it('asks for what Helm makes of a template, and reads braces that are plain texts', async () => {
  const read = await manifest.load();
  for (const template of [
    '  name: {{ .Release.Name }}',
    '{{- if .Values.on }}',
    '  image: acme/api:{{ .Values.tag }}',
    '  - {{ include "x" . }}',
  ])
    expect(() => read(`apiVersion: v1\nkind: Pod\nmetadata:\n${template}\n`)).toThrow(/This is a Helm template \(line 4\)/);
  const { nodes } = await kubernetes(
    `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: alerts }\ndata:\n  text: |\n    {{ $labels.instance }} is down\n  other: "{{ x }}"\n---\n${deployment('a')}`,
  );
  expect(nodes).toEqual({ a: 'server in n' });
});

it('knows manifests from other YAML', () => {
  const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n';
  const known = [pod, `# A pod\n---\n${pod}`, '{\n  "apiVersion": "v1",\n  "kind": "List", "items": []\n}'];
  expect(known.map((text) => findImporter(text)?.id)).toEqual(['kubernetes-manifests', 'kubernetes-manifests', 'kubernetes-manifests']);
  const others = [
    'services:\n  a:\n    image: x\n',
    'openapi: 3.1.0\ninfo:\n  kind: a\n',
    'kind: a\n',
    '{"apiVersion": 1}',
    `To run it:\n\n${pod}`,
  ];
  expect(others.filter((text) => findImporter(text) === manifest)).toEqual([]);
});
