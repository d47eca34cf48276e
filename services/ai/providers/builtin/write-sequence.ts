import type { Architecture } from './component.ts';

interface Exchange {
  readonly matches: RegExp;
  readonly source: string;
}

/** Well-known protocols, messages in the order their specifications give. */
const exchanges: readonly Exchange[] = [
  {
    // RFC 6749 section 4.1 with PKCE, RFC 7636
    matches: /\boauth|\bopenid|\boidc|authorization code/i,
    source: `sequenceDiagram
  actor U as User
  participant C as Client app
  participant A as Authorization server
  participant R as Resource server
  U->>C: Sign in
  C->>A: Authorization request (code challenge)
  A->>U: Login and consent page
  U->>A: Credentials and consent
  A-->>C: Authorization code
  C->>A: Code and code verifier
  A-->>C: Access token and refresh token
  C->>R: Request with access token
  R-->>C: Protected resource`,
  },
  {
    matches: /\b(?:password )?reset/i,
    source: `sequenceDiagram
  actor U as User
  participant W as Web app
  participant A as Auth service
  participant D as Database
  participant M as E-mail
  U->>W: Forgot password
  W->>A: Request reset
  A->>D: Store single-use token
  A->>M: Send link
  M-->>U: Reset link
  U->>W: New password with token
  W->>A: Reset password
  A->>D: Check token, store hash
  A-->>W: Done
  W-->>U: Signed in`,
  },
  {
    matches: /\bsign[ -]?up|\bregist(?:er|ration)/i,
    source: `sequenceDiagram
  actor U as User
  participant W as Web app
  participant A as Auth service
  participant D as Database
  participant M as E-mail
  U->>W: Name, e-mail, password
  W->>A: Register
  A->>D: Is the address free?
  alt it is taken
    A-->>W: 409 e-mail taken
  else it is free
    A->>D: Store account
    A->>M: Send verification link
    A-->>W: 201 created
    W-->>U: Check your mail
  end`,
  },
  {
    matches: /\blog ?in|\bsign[ -]?in|\bauthenticat/i,
    source: `sequenceDiagram
  actor U as User
  participant W as Web app
  participant A as Auth service
  participant D as Database
  U->>W: E-mail and password
  W->>A: Log in
  A->>D: Find account
  D-->>A: Password hash
  alt password is right
    A-->>W: Access and refresh token
    W-->>U: Workspace
  else password is wrong
    A-->>W: 401 invalid credentials
    W-->>U: Error message
  end`,
  },
  {
    matches: /\bcheckout|\bpayment|\bpurchase|\border/i,
    source: `sequenceDiagram
  actor U as Customer
  participant W as Web shop
  participant O as Order service
  participant P as Payment provider
  participant Q as Queue
  participant F as Fulfilment
  U->>W: Check out
  W->>O: Place order
  O->>P: Authorise payment
  alt approved
    P-->>O: Authorised
    O->>Q: Order placed
    O-->>W: Confirmation
    W-->>U: Thank you page
    Q->>F: Ship order
  else declined
    P-->>O: Declined
    O-->>W: Payment failed
    W-->>U: Choose another method
  end`,
  },
];

/** Writes the exchange that a request names, or one message for each relation of its sentences. */
export function writeSequence(prompt: string, architecture: Architecture | undefined): string | undefined {
  const known = exchanges.find(({ matches }) => matches.test(prompt));
  const described = architecture && architecture.relations.length >= 2 ? architecture : undefined;
  if (known && (architecture?.components.length ?? 0) < 4) return known.source;
  if (!described) return known?.source;
  const participants = described.components.map(
    ({ id, label, outline }) => `  ${outline === 'person' ? 'actor' : 'participant'} ${id} as ${label}`,
  );
  const requests = described.relations.map(({ from, to, label }) => `  ${from}->>${to}: ${label ?? 'request'}`);
  const replies = [...described.relations].reverse().map(({ from, to }) => `  ${to}-->>${from}: response`);
  return ['sequenceDiagram', ...participants, ...requests, ...replies].join('\n');
}
