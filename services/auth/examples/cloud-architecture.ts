import type { Example } from './example.ts';

export const cloudArchitecture: Example = {
  title: 'Cloud architecture: web shop',
  heading: 'Web shop in production, one region',
  stickies: [
    { text: 'Only the edge is reachable from outside.', fill: 'yellow', x: -220, y: 190 },
    { text: 'Carts may be lost at any time. Orders never.', fill: 'green', x: -220, y: 1030 },
  ],
  source: `flowchart TB
  %% Rename, move or connect boxes on the canvas: this text follows.
  shopper([Shopper])
  staff([Support staff])

  subgraph edge [Edge]
    cdn[CDN]
    waf{{WAF and rate limits}}
  end

  subgraph app [Application tier]
    web[Storefront]
    login[Identity service]
    api[Order API]
    worker[[Fulfilment worker]]
  end

  subgraph data [Data tier]
    cache[(Carts<br/>Redis)]
    orders[(Orders<br/>PostgreSQL)]
    invoices[(Invoices<br/>S3)]
  end

  payment{{Payment provider}}
  mail{{Mail provider}}

  shopper -->|HTTPS| cdn
  staff -->|SSO| waf
  cdn -->|cache miss| waf
  waf --> web
  waf --> api
  web -->|JSON| api
  api -->|verify token| login
  api <--> cache
  api --> orders
  api -->|authorise card| payment
  api -.->|order placed| worker
  worker ==>|shipped| orders
  worker --> invoices
  worker -->|receipt| mail

  classDef outside stroke-dasharray: 4 3
  class payment,mail outside
`,
  note: `# Web shop in production

One region, three tiers. Everything that a shopper waits for is on the solid path; everything that may happen a moment later is an **event** (dotted).

## Reading the diagram

- **solid**: a call that somebody waits for
- **dotted**: an event, delivered at least once
- **thick**: a write that closes an order

## Decisions

1. **One database for orders.** PostgreSQL is the source of truth; Redis holds carts only and may be lost at any time.
2. **Payments are authorised in the request, captured by the worker.** A shopper learns at once whether the card works, and a slow capture never blocks the checkout.
3. **The worker is idempotent.** It keys every step by order id, because an event can arrive twice.

## When something fails

- [ ] Payment provider down: the API answers 503 with \`Retry-After\`, the cart survives in Redis
- [ ] Worker down: events wait, receipts are late, nothing is lost
- [ ] Redis down: carts are rebuilt from the last saved order draft
- [ ] Database down: storefront serves the cached catalogue, checkout is closed

---

### How to use this file

- **Both** shows note and canvas side by side; **Note** and **Canvas** show one of them.
- Open **Code** to see the text behind the diagram. Change a line: the shapes follow while you type.
- Double-click a box to rename it, drag it where you want it. The text is patched for you, and what you placed stays placed.
- Draw anything around it: \`R\` rectangle, \`O\` ellipse, \`A\` arrow, \`T\` text, \`P\` pen, \`F\` frame.
- Open the file in a second browser to see both cursors.
`,
};
