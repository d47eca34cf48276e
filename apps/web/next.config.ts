import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

const config: NextConfig = {
  transpilePackages: [
    'contracts',
    'geometry',
    'document',
    'render',
    'editor',
    'shapes',
    'layout',
    'languages',
    'collab',
    'editor-dom',
    'notes',
  ].map((name) => `@autograph/${name}`),
  turbopack: { root },
  outputFileTracingRoot: root,
  // `npm run typecheck` covers this folder with the compiler that the whole repository uses.
  // Next rewrites the file that it is given, so it gets one of its own.
  typescript: { ignoreBuildErrors: true, tsconfigPath: 'tsconfig.next.json' },
  agentRules: false,
  devIndicators: false,
  poweredByHeader: false,
  // What browsers ask for where a page names no icon: the API's documentation, a picture opened by its address.
  // And the names by which people guess these pages.
  redirects: async () => [
    { source: '/favicon.ico', destination: '/icon.svg', permanent: false },
    { source: '/login', destination: '/signin', permanent: false },
    { source: '/register', destination: '/signup', permanent: false },
    { source: '/dashboard', destination: '/', permanent: false },
  ],
  reactStrictMode: true,
};

export default config;
