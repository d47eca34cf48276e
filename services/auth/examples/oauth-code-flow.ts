import type { Example } from './example.ts';

export const oauthCodeFlow: Example = {
  title: 'Sequence: OAuth code flow with PKCE',
  heading: 'Authorization code with PKCE, and one silent renewal',
  stickies: [{ text: 'No client secret anywhere: PKCE ties the code to whoever asked for it.', fill: 'yellow', x: -220, y: 60 }],
  source: `sequenceDiagram
  autonumber
  actor User
  participant App as Browser app
  participant Auth as Authorization server
  participant API as Resource API

  User->>App: Sign in
  App->>App: Make code_verifier and code_challenge
  App->>Auth: GET /authorize (code_challenge, state, scope)
  Auth-->>User: Login and consent page
  User->>Auth: Credentials, consent

  alt consent given
    Auth-->>App: 302 redirect with code and state
    App->>App: Compare state
    App->>+Auth: POST /token (code, code_verifier)
    Note over Auth: SHA-256 of code_verifier<br/>must equal code_challenge
    Auth-->>-App: access_token (1 h), refresh_token
  else consent refused
    Auth-->>App: 302 redirect with error=access_denied
    App-->>User: Explain and offer to try again
  end

  loop while the session lasts
    App->>+API: GET /diagrams (Bearer access_token)
    API->>API: Check signature, expiry, scope
    API-->>-App: 200 OK
  end

  opt access token expired
    App->>+API: GET /diagrams
    API-->>-App: 401 invalid_token
    App->>+Auth: POST /token (refresh_token)
    Auth-->>-App: new access_token and refresh_token
    Note right of Auth: The old refresh token is dead.<br/>Using it again ends the session.
  end
`,
  note: `# Signing in with OAuth 2.1

The flow for an app that cannot keep a secret: a browser app, a desktop app, a phone. There is no client secret anywhere; **PKCE** binds the code to whoever asked for it.

## What each piece protects against

- \`state\`: a foreign site starting the login in your browser (CSRF)
- \`code_challenge\`: a stolen code: without the verifier it buys nothing
- **short access token**: a leaked token is worth one hour at most
- **rotating refresh token**: a copied refresh token shows itself when it is used twice

## Checklist for a review

- [ ] \`redirect_uri\` is compared exactly, no wildcards
- [ ] \`state\` is random per request and checked on return
- [ ] only \`S256\` challenges are accepted
- [ ] tokens are in memory or \`httpOnly\` cookies, never in \`localStorage\`
- [ ] a replayed refresh token revokes the whole family

> Sources: OAuth 2.1 draft, RFC 7636 (PKCE), RFC 9700 (security best practice).

---

### How to use this file

- Sequence diagrams are native shapes too. Open **Code**, add a line such as \`App->>API: DELETE /session\`, and it appears in its place.
- \`alt\`, \`opt\`, \`loop\` and \`par\` draw the frames; \`+\` and \`-\` behind an arrow start and end an activation.
- Export the picture for your pull request from the **Export** menu, as SVG, PNG or PDF.
`,
};
