/** A part that someone plays in an exchange. */
export interface Role {
  readonly id: string;
  readonly label: string;
  readonly actor?: true;
  /** Names of those who play it. */
  readonly fits: RegExp;
  /** Who does its part where nobody plays it, the first of these that is there. */
  readonly standIns: readonly string[];
  /** It is there only when somebody is named for it. */
  readonly optional?: true;
}

/** A well-known protocol. */
export interface Exchange {
  readonly matches: RegExp;
  readonly roles: readonly Role[];
  /** Lines of a Mermaid sequence diagram, messages between roles in the order that the protocol gives. */
  readonly lines: readonly string[];
}

const person = /\b(?:users?|persons?|people|customers?|visitors?|shoppers?|buyers?|admins?|employees?|members?)\b/i;
const front =
  /\b(?:browser|client|front ?end|web|app|application|spa|mobile|site|page|portal|react|vue|angular|next\.js|phone|shop|store)\b/i;
const server = /\b(?:api|server|back ?end|gateway|service|django|spring|node\.js|lambda)\b/i;
const authority = /\b(?:auth\w*|identity|idp|sso|login|provider|okta|cognito|keycloak|ldap|directory|accounts?)\b/i;
const store = /\b(?:databases?|db|postgres\w*|mysql|mongo\w*|dynamodb|redis|cache|store|storage|table|aurora|rds)\b/i;
const post = /\b(?:e-?mails?|mail\w*|sms|sendgrid|ses|twilio|smtp|messages?|notifications?)\b/i;

const user: Role = { id: 'U', label: 'User', actor: true, fits: person, standIns: ['W', 'C', 'A'] };
const webApp: Role = { id: 'W', label: 'Web app', fits: front, standIns: ['S', 'A', 'U'] };
const api: Role = { id: 'S', label: 'API', fits: server, standIns: ['A', 'W', 'U'], optional: true };
const authService: Role = { id: 'A', label: 'Auth service', fits: authority, standIns: ['S', 'W', 'U'] };
const database: Role = { id: 'D', label: 'Database', fits: store, standIns: ['A', 'S', 'W', 'U'] };
const mail: Role = { id: 'M', label: 'E-mail', fits: post, standIns: ['A', 'S', 'W'] };
const withPassword = [user, webApp, api, authService, database];

/** The first that a request's words match is the one it means. */
export const exchanges: readonly Exchange[] = [
  {
    // RFC 6749 section 4.1 with PKCE, RFC 7636
    matches: /\boauth|\bopenid|\boidc|authorization code/i,
    roles: [
      user,
      { id: 'C', label: 'Client app', fits: front, standIns: ['R', 'U'] },
      { id: 'A', label: 'Authorization server', fits: authority, standIns: ['R', 'C'] },
      { id: 'R', label: 'Resource server', fits: /\b(?:resource|api|server|back ?end|service)\b/i, standIns: ['A', 'C'] },
    ],
    lines: [
      'U->>C: Sign in',
      'C->>A: Authorization request (code challenge)',
      'A->>U: Login and consent page',
      'U->>A: Credentials and consent',
      'A-->>C: Authorization code',
      'C->>A: Code and code verifier',
      'A-->>C: Access token and refresh token',
      'C->>R: Request with access token',
      'R-->>C: Protected resource',
    ],
  },
  {
    matches: /\b(?:password )?reset/i,
    roles: [...withPassword, mail],
    lines: [
      'U->>W: Forgot password',
      'W->>S: Request reset',
      'S->>A: Make a reset token',
      'A->>D: Store single-use token',
      'A->>M: Send link',
      'M-->>U: Reset link',
      'U->>W: New password with token',
      'W->>S: Reset password',
      'S->>A: Check token, set password',
      'A->>D: Use token up, store hash',
      'A-->>S: Done',
      'S-->>W: Done',
      'W-->>U: Signed in',
    ],
  },
  {
    matches: /\bone[ -]time (?:code|password|pin|passcode)|\botp\b|\bpasscode|\b(?:verification|login|sign-in) code|\bpasswordless/i,
    roles: [...withPassword, mail],
    lines: [
      'U->>W: E-mail address',
      'W->>S: Ask for a code',
      'S->>A: Make a code',
      'A->>D: Store hash of the code, valid for 10 minutes',
      'A->>M: Send code',
      'M-->>U: One-time code',
      'U->>W: Code',
      'W->>S: Sign in with code',
      'S->>A: Check code',
      'A->>D: Find hash, use it up',
      'alt code is right and in time',
      '  A-->>S: Identity',
      '  S-->>W: Access and refresh token',
      '  W-->>U: Workspace',
      'else code is wrong or too old',
      '  A-->>S: Refused',
      '  S-->>W: 401 code refused',
      '  W-->>U: Ask for a new code',
      'end',
    ],
  },
  {
    matches: /\bsign[ -]?up|\bregist(?:er|ration)/i,
    roles: [...withPassword, mail],
    lines: [
      'U->>W: Name, e-mail, password',
      'W->>S: Register',
      'S->>A: Make an account',
      'A->>D: Is the address free?',
      'alt it is taken',
      '  A-->>S: Taken',
      '  S-->>W: 409 e-mail taken',
      '  W-->>U: Choose another address',
      'else it is free',
      '  A->>D: Store account',
      '  A->>M: Send verification link',
      '  A-->>S: Account',
      '  S-->>W: 201 created',
      '  W-->>U: Check your mail',
      'end',
    ],
  },
  {
    matches: /\blog ?in|\bsign[ -]?in|\bauthenticat/i,
    roles: withPassword,
    lines: [
      'U->>W: E-mail and password',
      'W->>S: Log in',
      'S->>A: Check credentials',
      'A->>D: Find account',
      'D-->>A: Password hash',
      'alt password is right',
      '  A-->>S: Identity',
      '  S-->>W: Access and refresh token',
      '  W-->>U: Workspace',
      'else password is wrong',
      '  A-->>S: Refused',
      '  S-->>W: 401 invalid credentials',
      '  W-->>U: Error message',
      'end',
    ],
  },
  {
    matches: /\bcheckout|\bpayment|\bpurchase|\border/i,
    roles: [
      { ...user, label: 'Customer', standIns: ['W', 'O'] },
      { id: 'W', label: 'Web shop', fits: front, standIns: ['O', 'U'] },
      { id: 'O', label: 'Order service', fits: /\b(?:orders?|api|server|back ?end|checkout|cart)\b/i, standIns: ['W', 'P'] },
      { id: 'P', label: 'Payment provider', fits: /\b(?:payments?|stripe|paypal|bank|billing|provider)\b/i, standIns: ['O', 'W'] },
      { id: 'Q', label: 'Queue', fits: /\b(?:queue|kafka|rabbitmq|sqs|bus|broker)\b/i, standIns: ['F', 'O', 'W'] },
      { id: 'F', label: 'Fulfilment', fits: /\b(?:fulfil+ment|shipping|warehouse|inventory|delivery)\b/i, standIns: ['Q', 'O', 'W'] },
    ],
    lines: [
      'U->>W: Check out',
      'W->>O: Place order',
      'O->>P: Authorise payment',
      'alt approved',
      '  P-->>O: Authorised',
      '  O->>Q: Order placed',
      '  O-->>W: Confirmation',
      '  W-->>U: Thank you page',
      '  Q->>F: Ship order',
      'else declined',
      '  P-->>O: Declined',
      '  O-->>W: Payment failed',
      '  W-->>U: Choose another method',
      'end',
    ],
  },
];

/** The exchange that a request names, if any. */
export const findExchange = (prompt: string): Exchange | undefined => exchanges.find(({ matches }) => matches.test(prompt));
