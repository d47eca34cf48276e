import type { Architecture, Component } from './component.ts';
import { component } from './lexicon.ts';
import { findMentions } from './mentions.ts';
import { findPattern } from './patterns.ts';
import { connectLoose, relateMentions } from './relate.ts';

/** Names in a request that stand for a general part of a pattern: "with PostgreSQL" replaces the pattern's database. */
const specialises: Readonly<Record<string, readonly string[]>> = {
  database: ['postgres', 'mysql', 'mongodb', 'dynamodb', 'aurora', 'rds', 'cassandra'],
  cache: ['redis', 'memcached', 'elasticache'],
  queue: ['kafka', 'rabbitmq', 'sqs', 'kinesis', 'bus'],
  bus: ['kafka', 'rabbitmq', 'eventbridge', 'sns', 'kinesis'],
  frontend: ['react', 'nextjs', 'vue', 'angular', 'webapp'],
  paymentprovider: ['stripe'],
  cdn: ['cloudfront', 'cloudflare'],
  lb: ['alb', 'nginx'],
  gateway: ['apigateway', 'nginx'],
  objects: ['s3'],
  monitoring: ['prometheus', 'datadog', 'cloudwatch', 'grafana'],
  githubactions: ['jenkins', 'gitlab'],
};

function merge(mentioned: Architecture, prompt: string): Architecture {
  const pattern = findPattern(prompt);
  if (!pattern) return mentioned;
  const named = new Set(mentioned.components.map(({ id }) => id));
  const stand = (id: string) => (named.has(id) ? id : (specialises[id]?.find((other) => named.has(other)) ?? id));
  const components = new Map<string, Component>();
  for (const id of pattern.components) {
    const actual = stand(id);
    components.set(actual, mentioned.components.find((known) => known.id === actual) ?? component(actual));
  }
  for (const known of mentioned.components) components.set(known.id, known);
  const relations = [
    ...mentioned.relations,
    ...pattern.relations.map(({ from, to, label }) => ({ from: stand(from), to: stand(to), ...(label ? { label } : {}) })),
  ];
  const seen = new Set<string>();
  return {
    components: [...components.values()],
    relations: relations.filter(({ from, to }) => from !== to && !seen.has(`${from} ${to}`) && seen.add(`${from} ${to}`)),
  };
}

/** The architecture that a request describes: what its sentences name and relate, on the reference pattern it mentions; undefined when it names nothing known. */
export function composeArchitecture(prompt: string): Architecture | undefined {
  const mentions = findMentions(prompt);
  const components = [...new Map(mentions.map(({ component: known }) => [known.id, known])).values()];
  const merged = merge({ components, relations: relateMentions(prompt, mentions) }, prompt);
  if (merged.components.length === 0) return undefined;
  return { components: merged.components, relations: connectLoose(merged.components, merged.relations) };
}
