import { iconAliases } from '@autograph/icons/aliases.ts';

/** Icons of programs, by the words that images and services of them are named with. */
const programs: Readonly<Record<string, string>> = {
  'tech:postgresql': 'postgres postgresql postgis pgvector pgbouncer pg patroni',
  'brand:timescale': 'timescaledb timescale',
  'tech:mysql-icon': 'mysql percona',
  'tech:mariadb-icon': 'mariadb',
  'tech:mongodb-icon': 'mongo mongodb',
  'tech:redis': 'redis valkey keydb dragonfly',
  'tech:memcached': 'memcached',
  'tech:rabbitmq-icon': 'rabbitmq',
  'tech:kafka-icon': 'kafka redpanda zookeeper',
  'tech:nats-icon': 'nats',
  'tech:elasticsearch': 'elasticsearch elastic',
  'tech:opensearch-icon': 'opensearch',
  'tech:kibana': 'kibana',
  'tech:logstash': 'logstash filebeat',
  'brand:fluentbit': 'fluentbit fluent-bit',
  'brand:fluentd': 'fluentd',
  'brand:meilisearch': 'meilisearch',
  'brand:apachesolr': 'solr',
  'tech:nginx': 'nginx',
  'brand:traefikproxy': 'traefik',
  'brand:haproxy': 'haproxy',
  'brand:caddy': 'caddy',
  'tech:envoy-icon': 'envoy',
  'tech:kong-icon': 'kong',
  'tech:apache': 'httpd apache',
  'tech:grafana': 'grafana loki tempo mimir',
  'tech:prometheus': 'prometheus alertmanager pushgateway exporter',
  'tech:jaeger': 'jaeger',
  'tech:opentelemetry-icon': 'opentelemetry otel',
  'tech:sentry-icon': 'sentry',
  'brand:minio': 'minio',
  'tech:vault-icon': 'vault',
  'tech:consul': 'consul',
  'tech:etcd': 'etcd',
  'brand:keycloak': 'keycloak',
  'brand:authelia': 'authelia',
  'brand:authentik': 'authentik',
  'brand:clickhouse': 'clickhouse',
  'tech:influxdb-icon': 'influxdb',
  'tech:cassandra': 'cassandra scylla',
  'brand:cockroachlabs': 'cockroach cockroachdb',
  'tech:couchdb-icon': 'couchdb',
  'tech:neo4j': 'neo4j',
  'tech:qdrant-icon': 'qdrant',
  'tech:milvus-icon': 'milvus',
  'brand:ollama': 'ollama',
  'tech:microsoft-sql-server': 'mssql sqlserver azure-sql-edge',
  'tech:airflow-icon': 'airflow',
  'tech:apache-spark': 'spark',
  'tech:apache-flink-icon': 'flink',
  'brand:trino': 'trino',
  'tech:apache-superset-icon': 'superset',
  'tech:metabase': 'metabase',
  'brand:temporal': 'temporal',
  'brand:celery': 'celery flower',
  'brand:n8n': 'n8n',
  'brand:adminer': 'adminer',
  'tech:wordpress-icon': 'wordpress',
  'tech:ghost': 'ghost',
  'brand:nextcloud': 'nextcloud',
  'tech:strapi-icon': 'strapi',
  'tech:hasura-icon': 'hasura',
  'tech:supabase-icon': 'supabase',
  'tech:gitlab-icon': 'gitlab',
  'tech:jenkins': 'jenkins',
  'tech:sonarqube': 'sonarqube',
  'tech:argo-icon': 'argocd argo',
  'brand:letsencrypt': 'certbot cert-manager',
  'brand:portainer': 'portainer',
  'tech:docker-icon': 'docker dind registry',
  'tech:nodejs-icon': 'node nodejs',
  'tech:nextjs-icon': 'nextjs',
  'tech:python': 'python django flask fastapi gunicorn uvicorn',
  'tech:php': 'php php-fpm laravel',
  'tech:ruby': 'ruby rails sidekiq',
  'tech:go': 'golang',
  'tech:java': 'java openjdk eclipse-temurin tomcat',
  'tech:dotnet': 'dotnet aspnet',
  'tech:rust': 'rust',
  'general:mail': 'mailhog mailpit mailcatcher postfix smtp mail',
  database: 'db database',
  'general:app-window': 'web frontend ui webapp client',
};

const words: ReadonlyMap<string, string> = new Map([
  ...Object.entries(iconAliases).flatMap(([id, aliases]) =>
    id.startsWith('tech:') ? aliases.filter((alias) => !alias.includes(' ')).map((alias) => [alias, id] as const) : [],
  ),
  ...Object.entries(programs).flatMap(([id, names]) => names.split(' ').map((name) => [name, id] as const)),
]);

/** The icon of the program in an image such as `bitnami/postgresql:16`, or undefined. */
export function iconOfImage(image: string): string | undefined {
  const path = image.replace(/@.*$/, '').split('/');
  const name = (path.at(-1) ?? '').replace(/:.*$/, '');
  return iconOfName(name) ?? (path.length > 1 ? words.get(path.at(-2) ?? '') : undefined);
}

/** The icon of what a name says it is, as a whole or in one of its words; undefined when it says nothing. */
export function iconOfName(name: string): string | undefined {
  const plain = name.toLowerCase();
  const parts = plain.split(/[^a-z0-9]+/).filter(Boolean);
  return words.get(plain) ?? parts.map((part) => words.get(part.replace(/\d+$/, '')) ?? words.get(part)).find((icon) => icon !== undefined);
}

/** Every icon that an image may get. */
export const imageIcons: readonly string[] = Object.keys(programs);
