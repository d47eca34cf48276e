import type { Message } from './provider.ts';

/** What every model is told before the request. */
export const system = `You draw software architecture as Mermaid text.
Answer with exactly one Mermaid diagram in a \`\`\`mermaid fence and nothing else.
Choose the kind that fits: flowchart for architectures and processes, sequenceDiagram for interactions over time, erDiagram for data models, classDiagram for types, stateDiagram-v2 for life cycles.
Use short ids, quoted labels, labelled edges, and subgraphs for tiers or networks. Label everything in English, whatever the language of the request.
Do not use HTML, click handlers, themes or init directives.`;

const examples: readonly (readonly [string, string])[] = [
  [
    'three tier web application on AWS',
    `flowchart LR
  users(["Users"]) --> cdn["CloudFront"]
  subgraph vpc["VPC"]
    alb["Load balancer"] --> app["App servers"]
    app -->|reads, writes| db[("PostgreSQL")]
    app -->|sessions| cache[("Redis")]
  end
  cdn --> alb`,
  ],
  [
    'user login flow',
    `sequenceDiagram
  actor U as User
  participant W as Web app
  participant A as Auth service
  participant D as Database
  U->>W: enter e-mail and password
  W->>A: POST /login
  A->>D: find user
  D-->>A: password hash
  alt password is right
    A-->>W: session token
    W-->>U: dashboard
  else wrong
    A-->>W: 401
    W-->>U: error message
  end`,
  ],
  [
    'database schema for a blog',
    `erDiagram
  USER ||--o{ POST : writes
  POST ||--o{ COMMENT : has
  USER {
    uuid id PK
    string email UK
  }
  POST {
    uuid id PK
    uuid author_id FK
    string title
  }
  COMMENT {
    uuid id PK
    uuid post_id FK
    string body
  }`,
  ],
];

const fenced = (source: string) => `\`\`\`mermaid\n${source}\n\`\`\``;

/** The conversation that asks for a diagram: worked examples, then the request. */
export function conversation(prompt: string): Message[] {
  return [
    ...examples.flatMap(([request, source]): Message[] => [
      { role: 'user', content: request },
      { role: 'assistant', content: fenced(source) },
    ]),
    { role: 'user', content: prompt },
  ];
}

/** The turn that sends invalid text back with what the parser said of it. */
export function correction(source: string, problem: string): Message[] {
  return [
    { role: 'assistant', content: fenced(source) },
    { role: 'user', content: `That does not parse: ${problem}\nAnswer with the whole corrected diagram.` },
  ];
}

/** The diagram text in an answer: its first fence, or all of it. */
export function extractSource(answer: string): string {
  const fence = /```(?:mermaid)?[^\n]*\n([\s\S]*?)(?:```|$)/.exec(answer);
  return (fence?.[1] ?? answer).trim();
}
