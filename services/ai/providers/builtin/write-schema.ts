interface Entity {
  readonly columns: readonly string[];
  /** Entities that this one belongs to. */
  readonly owners: readonly string[];
}

const entities: Readonly<Record<string, Entity>> = {
  user: { columns: ['string email UK', 'string name', 'string password_hash'], owners: [] },
  customer: { columns: ['string email UK', 'string name', 'string phone'], owners: [] },
  author: { columns: ['string name', 'string bio'], owners: [] },
  post: { columns: ['string title', 'string slug UK', 'text body', 'timestamp published_at'], owners: ['user', 'author'] },
  article: { columns: ['string title', 'text body', 'timestamp published_at'], owners: ['user', 'author'] },
  comment: { columns: ['text body'], owners: ['post', 'article', 'user', 'task', 'ticket'] },
  tag: { columns: ['string name UK'], owners: ['post', 'article'] },
  category: { columns: ['string name UK', 'string slug UK'], owners: [] },
  product: { columns: ['string name', 'string sku UK', 'decimal price', 'int stock'], owners: ['category', 'supplier'] },
  order: { columns: ['string status', 'decimal total', 'timestamp placed_at'], owners: ['customer', 'user'] },
  order_item: { columns: ['int quantity', 'decimal unit_price'], owners: ['order', 'product'] },
  payment: { columns: ['decimal amount', 'string method', 'string status'], owners: ['order', 'invoice'] },
  invoice: { columns: ['string number UK', 'decimal total', 'date due_on'], owners: ['customer', 'order', 'subscription'] },
  subscription: { columns: ['string plan', 'string status', 'date renews_on'], owners: ['customer', 'user'] },
  address: { columns: ['string street', 'string city', 'string country'], owners: ['customer', 'user'] },
  review: { columns: ['int rating', 'text body'], owners: ['product', 'book', 'customer', 'user'] },
  supplier: { columns: ['string name', 'string email'], owners: [] },
  project: { columns: ['string name', 'string status'], owners: ['team', 'user'] },
  task: { columns: ['string title', 'string status', 'date due_on'], owners: ['project', 'user'] },
  team: { columns: ['string name'], owners: [] },
  member: { columns: ['string role'], owners: ['team', 'user'] },
  ticket: { columns: ['string subject', 'string priority', 'string status'], owners: ['customer', 'user'] },
  student: { columns: ['string name', 'string email UK'], owners: [] },
  course: { columns: ['string title', 'int credits'], owners: ['teacher'] },
  teacher: { columns: ['string name', 'string email UK'], owners: [] },
  enrollment: { columns: ['date enrolled_on', 'string grade'], owners: ['student', 'course'] },
  book: { columns: ['string title', 'string isbn UK'], owners: ['author'] },
  loan: { columns: ['date due_on', 'date returned_on'], owners: ['book', 'member', 'customer'] },
  patient: { columns: ['string name', 'date born_on'], owners: [] },
  doctor: { columns: ['string name', 'string speciality'], owners: [] },
  appointment: { columns: ['timestamp starts_at', 'string status'], owners: ['patient', 'doctor', 'customer'] },
  account: { columns: ['string number UK', 'decimal balance'], owners: ['customer', 'user'] },
  transaction: { columns: ['decimal amount', 'string kind', 'timestamp booked_at'], owners: ['account'] },
  message: { columns: ['text body', 'timestamp sent_at'], owners: ['conversation', 'user'] },
  conversation: { columns: ['string title'], owners: [] },
};

const domains: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bblog/i, ['user', 'post', 'comment', 'tag']],
  [/\be-?commerce|\bshop|\bstore|\bretail/i, ['customer', 'address', 'category', 'product', 'order', 'order_item', 'payment', 'review']],
  [/\bschool|\buniversity/i, ['student', 'teacher', 'course', 'enrollment']],
  [/\blibrary/i, ['author', 'book', 'member', 'loan']],
  [/\bhospital|\bclinic|\bhealth/i, ['patient', 'doctor', 'appointment', 'invoice']],
  [/\bbank|\bfintech/i, ['customer', 'account', 'transaction']],
  [/\bchat|\bmessag/i, ['user', 'conversation', 'message']],
  [/\bproject management|\btask|\btodo|\bkanban/i, ['team', 'member', 'project', 'task', 'user', 'comment']],
  [/\bsaas|\bbilling|\bsubscription/i, ['customer', 'user', 'subscription', 'invoice', 'payment']],
  [/\bhelp ?desk|\bsupport/i, ['customer', 'user', 'ticket', 'comment']],
];

const singular = (word: string) =>
  word
    .toLowerCase()
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x)es$/, '$1')
    .replace(/(?<!s)s$/, '');

/** Names after "with", "has" or "for": "schema with users, posts and gadgets". */
function listed(prompt: string): string[] {
  const list = /\b(?:with|of|tables?(?: of)?:?|entities(?: of)?:?|containing|having|includ(?:es|ing))\s+([a-z_][a-z_ ,&-]*)/i.exec(
    prompt,
  )?.[1];
  if (!list) return [];
  return list
    .split(/,|&|\band\b/i)
    .map((part) => part.trim().replace(/^(?:an?|the|tables?|entities|for)\s+/i, ''))
    .filter((part) => /^[a-z_-]+(?: [a-z_-]+)?$/i.test(part))
    .map((part) => singular(part.replace(/[ -]+/g, '_')))
    .filter((name) => name in entities || !domains.some(([matches]) => matches.test(name.replaceAll('_', ' '))));
}

function entityNames(prompt: string): string[] {
  const words = (prompt.toLowerCase().match(/[a-z_]+/g) ?? []).map(singular);
  const known = Object.keys(entities).filter((name) => words.includes(name) || prompt.toLowerCase().includes(name.replace('_', ' ')));
  const asked = [...new Set([...listed(prompt), ...known])];
  const domain = domains.find(([matches]) => matches.test(prompt))?.[1] ?? [];
  const names = asked.length >= 3 ? asked : [...new Set([...domain, ...asked])];
  return [...names, ...joining(names)];
}

const ownersOf = (name: string, names: readonly string[]) =>
  (entities[name]?.owners ?? (names[0] === name ? [] : names.slice(0, 1))).filter((owner) => names.includes(owner) && owner !== name);

/** Entities that join those which nothing relates, such as the items between orders and products. */
function joining(names: readonly string[]): string[] {
  const related = new Set(names.flatMap((name) => ownersOf(name, names).flatMap((owner) => [owner, name])));
  const loose = names.filter((name) => !related.has(name));
  return Object.entries(entities)
    .filter(
      ([name, { owners }]) =>
        !names.includes(name) &&
        owners.some((owner) => loose.includes(owner)) &&
        owners.filter((owner) => names.includes(owner)).length >= 2,
    )
    .map(([name]) => name)
    .slice(0, loose.length);
}

/** Writes the data model that a request names as a Mermaid ER diagram; undefined when it names no entity. */
export function writeSchema(prompt: string): string | undefined {
  const names = entityNames(prompt);
  if (names.length === 0) return undefined;
  const relations: string[] = [];
  const tables = names.map((name) => {
    const known = entities[name];
    const owners = ownersOf(name, names);
    for (const owner of owners) relations.push(`  ${owner.toUpperCase()} ||--o{ ${name.toUpperCase()} : has`);
    const columns = [
      'uuid id PK',
      ...owners.map((owner) => `uuid ${owner}_id FK`),
      ...(known?.columns ?? ['string name']),
      'timestamp created_at',
    ];
    return [`  ${name.toUpperCase()} {`, ...columns.map((column) => `    ${column}`), '  }'].join('\n');
  });
  return ['erDiagram', ...relations, ...tables].join('\n');
}
