import type { Template } from '../family.ts';

/** Starting points that show what each kind of diagram is for. */
export const templates: readonly Template[] = [
  {
    label: 'Services',
    lead: 'Containers, shapes and connections',
    source: `direction: right
user: Customer {shape: person}
cloud: Cloud {
  web: Web app
  api: API
  web -> api: calls
}
db: Orders {shape: cylinder}
user -> cloud.web
cloud.api -> db: reads, writes`,
  },
  {
    label: 'Tables',
    lead: 'SQL tables with columns and keys',
    source: `users: {
  shape: sql_table
  id: uuid {constraint: primary_key}
  email: text {constraint: unique}
}
orders: {
  shape: sql_table
  id: uuid {constraint: primary_key}
  user_id: uuid {constraint: foreign_key}
  placed_at: date
}
orders.user_id -> users.id`,
  },
  {
    label: 'Classes',
    lead: 'Fields, methods and visibility',
    source: `Parser: {
  shape: class
  +source: string
  -position: int
  +read(): Node
}
Node: {
  shape: class
  +children: "Node[]"
}
Parser -> Node: makes`,
  },
  {
    label: 'Sequence',
    lead: 'Messages, spans, notes and groups',
    source: `shape: sequence_diagram
user: User {shape: person}
web: Web app
db: Accounts {shape: cylinder}
user -> web: sign in
web.job -> db: find account
web.job <- db: account {style.stroke-dash: 3}
ok: password matches {
  web -> user: welcome
}
web."Tries are counted"`,
  },
];
