import type { Template } from '../family.ts';

/** Starting points that show what each kind of diagram is for. */
export const templates: readonly Template[] = [
  {
    label: 'Basic flowchart',
    lead: 'Steps and decisions',
    source: `flowchart LR
  start([Request]) --> auth{Signed in?}
  auth -->|yes| page[Show the page]
  auth -->|no| login[Ask to sign in]
  login --> auth`,
  },
  {
    label: 'Architecture',
    lead: 'Services and data stores',
    source: `flowchart LR
  users((Users)) --> cdn[CDN]
  cdn --> web[Web app]
  subgraph backend [Backend]
    web --> api(API)
    api --> worker[Worker]
  end
  api -->|reads, writes| db[(PostgreSQL)]
  api -.->|caches| cache[(Redis)]
  worker --> db`,
  },
  {
    label: 'Sequence',
    lead: 'Who calls whom, in time',
    source: `sequenceDiagram
  actor User
  participant Web
  participant API
  participant DB as Database
  User->>Web: Sign in
  Web->>API: POST /login
  API->>DB: find account
  DB-->>API: account
  alt password matches
    API-->>Web: tokens
    Web-->>User: welcome
  else it does not
    API-->>Web: 401
  end`,
  },
  {
    label: 'Entity relationships',
    lead: 'Tables and keys',
    source: `erDiagram
  USER ||--o{ ORDER : places
  ORDER ||--|{ LINE_ITEM : contains
  PRODUCT ||--o{ LINE_ITEM : "is in"
  USER {
    uuid id PK
    string email UK
    string name
  }
  ORDER {
    uuid id PK
    uuid user_id FK
    date placed_at
  }
  LINE_ITEM {
    uuid order_id FK
    uuid product_id FK
    int quantity
  }
  PRODUCT {
    uuid id PK
    string title
    float price
  }`,
  },
  {
    label: 'States',
    lead: 'A life cycle',
    source: `stateDiagram-v2
  [*] --> Draft
  Draft --> Review : submit
  Review --> Draft : ask for changes
  Review --> Published : approve
  Published --> [*]`,
  },
  {
    label: 'Classes',
    lead: 'Types and how they relate',
    source: `classDiagram
  class Shape {
    +id: string
    +draw()
  }
  Shape <|-- Circle
  Shape <|-- Box
  Canvas o-- Shape : holds`,
  },
  {
    label: 'Gantt chart',
    lead: 'A plan in time',
    source: `gantt
  title Release
  dateFormat YYYY-MM-DD
  section Build
  Design  :done, d1, 2026-01-05, 5d
  Develop :active, d2, after d1, 10d
  section Ship
  Test    :d3, after d2, 4d
  Launch  :milestone, after d3, 0d`,
  },
  {
    label: 'Git branches',
    lead: 'Commits, branches and merges',
    source: `gitGraph
  commit id: "init" tag: "v1.0"
  branch develop
  commit id: "feature"
  commit id: "tests"
  checkout main
  commit id: "hotfix" type: HIGHLIGHT
  checkout develop
  cherry-pick id: "hotfix"
  checkout main
  merge develop tag: "v1.1"`,
  },
  {
    label: 'Mind map',
    lead: 'Thoughts around a topic',
    source: `mindmap
  root((Launch))
    Product
      Pricing
      Onboarding
    Marketing
      Website
      Events
    Support`,
  },
  {
    label: 'Timeline',
    lead: 'What happened when',
    source: `timeline
  title The product
  section Beginnings
    2023 : Idea : First prototype
    2024 : Company founded
  section Growth
    2025 : Version 1 : 100 customers
    2026 : Version 2`,
  },
  {
    label: 'Cloud architecture',
    lead: 'Services with icons',
    source: `architecture-beta
  group shop(cloud)[Shop]
  service clients(internet)[Clients]
  service gateway(logos:aws-api-gateway)[Gateway] in shop
  service orders(server)[Orders] in shop
  service store(database)[Database] in shop
  service files(disk)[Files] in shop
  clients:R --> L:gateway
  gateway:R --> L:orders
  orders:R --> L:store
  orders:B --> T:files`,
  },
  {
    label: 'Blocks',
    lead: 'Layers and parts in a grid',
    source: `block
  columns 3
  web["Web app"] app["Mobile app"] cli["Command line"]
  down<["HTTPS"]>(down):3
  block:services["Services"]:3
    columns 3
    users orders billing
  end
  db[("PostgreSQL")]:2 cache[("Redis")]
  users --> db
  orders --> db
  billing --> cache`,
  },
  {
    label: 'Kanban board',
    lead: 'Work in columns',
    source: `kanban
  todo[To do]
    api[Design the API]@{ priority: 'High' }
    docs[Write the guide]
  doing[In progress]
    auth[Sign in with SSO]@{ ticket: APP-12, assigned: 'Ada' }
  done[Done]
    init[Set up the repository]`,
  },
];
