import type { Relation } from './component.ts';

interface Pattern {
  readonly matches: RegExp;
  /** Component ids of the lexicon. */
  readonly components: readonly string[];
  /** `from to label`, by component id. */
  readonly relations: readonly string[];
}

/** Reference architectures that a short request stands for. */
const patterns: readonly Pattern[] = [
  {
    matches: /\be-?commerce|online (?:shop|store|retail)|web ?shop/i,
    components: [
      'users',
      'cdn',
      'frontend',
      'gateway',
      'catalog',
      'cart',
      'orders',
      'payments',
      'queue',
      'notifications',
      'database',
      'cache',
      'paymentprovider',
    ],
    relations: [
      'users cdn',
      'cdn frontend',
      'frontend gateway',
      'gateway catalog',
      'gateway cart',
      'gateway orders',
      'catalog database reads',
      'cart cache',
      'orders database writes',
      'orders payments charges',
      'payments paymentprovider',
      'orders queue publishes',
      'queue notifications',
    ],
  },
  {
    matches: /\bmicro-?services?\b/i,
    components: [
      'users',
      'gateway',
      'auth',
      'userservice',
      'orders',
      'payments',
      'bus',
      'notifications',
      'database',
      'cache',
      'monitoring',
    ],
    relations: [
      'users gateway',
      'gateway auth signs&nbsp;in',
      'gateway userservice',
      'gateway orders',
      'orders payments calls',
      'userservice database',
      'orders database writes',
      'orders bus publishes',
      'payments bus publishes',
      'bus notifications',
      'gateway cache',
      'gateway monitoring metrics',
    ],
  },
  {
    matches: /\bserverless\b/i,
    components: ['users', 'cloudfront', 's3', 'apigateway', 'lambda', 'dynamodb', 'sqs', 'cognito', 'cloudwatch'],
    relations: [
      'users cloudfront',
      'cloudfront s3 static&nbsp;files',
      'cloudfront apigateway',
      'apigateway cognito signs&nbsp;in',
      'apigateway lambda triggers',
      'lambda dynamodb reads,&nbsp;writes',
      'lambda sqs publishes',
      'lambda cloudwatch logs',
    ],
  },
  {
    matches: /\b(?:three|3)[ -]tier\b/i,
    components: ['users', 'lb', 'webserver', 'appserver', 'database', 'cache'],
    relations: ['users lb', 'lb webserver', 'webserver appserver', 'appserver database reads,&nbsp;writes', 'appserver cache'],
  },
  {
    matches: /\bci\b.*\bcd\b|\bci\/cd\b|\b(?:build|deployment|release) pipeline\b/i,
    components: ['developers', 'github', 'githubactions', 'registry', 'argocd', 'kubernetes', 'monitoring'],
    relations: [
      'developers github push',
      'github githubactions triggers',
      'githubactions registry image',
      'registry argocd',
      'argocd kubernetes deploys',
      'kubernetes monitoring metrics',
      'monitoring developers alerts',
    ],
  },
  {
    matches: /\b(?:data|analytics|etl|elt) (?:pipeline|platform)\b|\betl\b/i,
    components: ['api', 'kafka', 'worker', 'lake', 'warehouse', 'reporting', 'scheduler'],
    relations: [
      'api kafka publishes',
      'kafka worker',
      'worker lake raw&nbsp;events',
      'lake warehouse transform',
      'scheduler warehouse triggers',
      'reporting warehouse reads',
    ],
  },
  {
    matches: /\biot\b|internet of things/i,
    components: ['devices', 'gateway', 'kafka', 'worker', 'database', 'frontend', 'notifications'],
    relations: [
      'devices gateway telemetry',
      'gateway kafka publishes',
      'kafka worker',
      'worker database writes',
      'worker notifications alerts',
      'frontend database reads',
    ],
  },
  {
    matches: /\bchat (?:app|application|system)\b|\bmessag(?:ing|enger) (?:app|system)\b/i,
    components: ['users', 'gateway', 'chat', 'redis', 'database', 'objects', 'notifications'],
    relations: [
      'users gateway websocket',
      'gateway chat',
      'chat redis pub/sub',
      'chat database history',
      'chat objects attachments',
      'chat notifications push',
    ],
  },
  {
    matches: /\brag\b|retrieval augmented|\bai (?:assistant|chatbot)\b/i,
    components: ['users', 'frontend', 'api', 'llm', 'search', 'elasticsearch', 'worker', 'objects'],
    relations: [
      'users frontend',
      'frontend api asks',
      'api search finds&nbsp;passages',
      'search elasticsearch reads',
      'api llm completes',
      'worker objects reads',
      'worker elasticsearch indexes',
    ],
  },
];

function toRelation(text: string): Relation {
  const [from = '', to = '', label] = text.split(' ');
  return { from, to, ...(label ? { label: label.replaceAll('&nbsp;', ' ') } : {}) };
}

/** The reference architecture that a request names, if any. */
export function findPattern(prompt: string): { components: readonly string[]; relations: Relation[] } | undefined {
  const pattern = patterns.find(({ matches }) => matches.test(prompt));
  return pattern && { components: pattern.components, relations: pattern.relations.map(toRelation) };
}
