import type { Template } from '../family.ts';

export const templates: readonly Template[] = [
  {
    label: 'Cloud architecture',
    lead: 'Services, icons and groups',
    source: `title Photo service
direction right

Users [icon: users]
CDN [icon: aws-cloudfront]

AWS [icon: aws, color: orange] {
  Gateway [icon: aws-api-gateway]
  Workers {
    Resize [icon: aws-lambda]
    Notify [icon: aws-sns]
  }
  Photos [icon: aws-s3]
  Metadata [icon: aws-dynamodb]
}

Users > CDN > Gateway
Gateway > Resize, Metadata
Resize > Photos: store
Resize --> Notify: when done`,
  },
  {
    label: 'Flowchart',
    lead: 'Steps, shapes and colours',
    source: `title Triage
direction down

Issue [shape: oval, color: blue]
Reproducible [shape: diamond]
Backlog [shape: cylinder]

Work {
  Fix [icon: tool]
  Review [icon: eye]
}

Issue > Reproducible
Reproducible > Fix: yes
Reproducible > Backlog: no
Fix > Review > Done [shape: oval, color: green]`,
  },
  {
    label: 'Entity relationships',
    lead: 'Tables, columns, keys',
    source: `title Teams

users [icon: user, color: blue] {
  id uuid pk
  team_id uuid fk
  email string unique
}

teams [icon: users, color: green] {
  id uuid pk
  name string
}

invitations [color: orange] {
  id uuid pk
  team_id uuid fk
  email string
}

users.team_id > teams.id
invitations.team_id > teams.id`,
  },
  {
    label: 'Sequence',
    lead: 'Who calls whom, in time',
    source: `title Sign in
autoNumber on

User [icon: user] > Web: sign in
activate Web
Web > DB [icon: database]: find account
DB --> Web: account
alt [label: password matches, color: green] {
  Web > User: welcome
}
else [label: it does not] {
  Web > User: try again
}
deactivate Web`,
  },
  {
    label: 'Business process',
    lead: 'Pools, lanes, events, gateways',
    source: `title Order

Customer [color: blue] {
  Order placed [type: event, icon: shopping-cart]
  Order received [type: event, icon: package]
}

Shop [color: green] {
  Sales {
    Check order
    In stock? [type: gateway]
  }
  Warehouse {
    Reorder
    Ship
  }
}

Order placed --> Check order
Check order > In stock?
In stock? > Ship: yes
In stock? > Reorder: no
Reorder > Ship
Ship --> Order received`,
  },
];
