import type { Example } from './example.ts';

export const orderSchema: Example = {
  title: 'ER schema: orders and stock',
  heading: 'Orders and stock, third normal form',
  stickies: [{ text: 'A price is copied when the order is placed. Never join back to the product.', fill: 'orange', x: -220, y: 60 }],
  source: `erDiagram
  CUSTOMER ||--o{ ADDRESS : "lives at"
  CUSTOMER ||--o{ ORDER : places
  ADDRESS  ||--o{ ORDER : "ships to"
  ORDER    ||--|{ ORDER_LINE : contains
  PRODUCT  ||--o{ ORDER_LINE : "is sold in"
  ORDER    ||--o| PAYMENT : "is paid by"
  CATEGORY ||--o{ PRODUCT : groups
  PRODUCT  ||--|{ STOCK : "is kept as"
  WAREHOUSE ||--o{ STOCK : holds

  CUSTOMER {
    uuid id PK
    text email UK "compared without case"
    text name
    timestamptz created_at
  }
  ADDRESS {
    uuid id PK
    uuid customer_id FK
    text street
    text city
    char(2) country
  }
  ORDER {
    uuid id PK
    uuid customer_id FK
    uuid address_id FK
    text status "draft, placed, shipped, closed"
    timestamptz placed_at
  }
  ORDER_LINE {
    uuid order_id PK, FK
    int line PK
    uuid product_id FK
    int quantity "greater than 0"
    int unit_price_cents "copied, never looked up"
  }
  PAYMENT {
    uuid id PK
    uuid order_id FK, UK
    text provider_ref UK
    int amount_cents
    text status
  }
  PRODUCT {
    uuid id PK
    uuid category_id FK
    text sku UK
    text title
    int price_cents
  }
  CATEGORY {
    uuid id PK
    text name UK
  }
  WAREHOUSE {
    uuid id PK
    text city
  }
  STOCK {
    uuid warehouse_id PK, FK
    uuid product_id PK, FK
    int on_hand
    int reserved
  }
`,
  note: `# Orders and stock

The schema behind the *Order API* of the file **Cloud architecture: web shop**.

## Rules that the tables cannot show

1. A price is **copied** into the order line when the order is placed. A later change of the product never changes an old order.
2. \`reserved\` goes up when an order is placed and down when it ships or is cancelled; \`on_hand - reserved\` is what may be sold.
3. An order has one payment at most. A retry after a refused card updates the row, keyed by \`provider_ref\`.

## Queries that must be fast

\`\`\`sql
-- the last orders of a customer
select * from orders
where customer_id = $1
order by placed_at desc
limit 20;

-- what can be sold right now, over all warehouses
select product_id, sum(on_hand - reserved) as available
from stock
group by product_id
having sum(on_hand - reserved) > 0;
\`\`\`

- \`orders (customer_id, placed_at desc)\`: the account page
- \`order_lines (product_id)\`: "customers also bought"
- \`stock (product_id)\`: availability

---

### How to use this file

- Every table is one shape; its rows come from the text. Add a column in **Code** and the table grows.
- Move tables where you like: the next edit of the text leaves them there.
- \`||\`, \`o|\`, \`}|\` and \`}o\` are one, zero or one, one or many, zero or many.
`,
};
