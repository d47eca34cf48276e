import fastify, { type FastifyInstance } from 'fastify';

/** The readable API documentation at /api/docs, its script served from here. Made on first use: it is 5 MB. */
export function createDocs(nonce: string): () => Promise<FastifyInstance> {
  let app: Promise<FastifyInstance> | undefined;
  const make = async () => {
    const made = fastify({ routerOptions: { ignoreTrailingSlash: true } });
    const { default: scalar } = await import('@scalar/fastify-api-reference');
    await made.register(scalar, {
      routePrefix: '/api/docs',
      configuration: {
        url: '/api/openapi.json',
        pageTitle: 'AutoGraph API',
        nonce,
        withDefaultFonts: false,
        hideClientButton: true,
        // What the viewer's maker sells stays out: it would leave for the maker's site.
        showDeveloperTools: 'never',
        agent: { disabled: true },
        mcp: { disabled: true },
        telemetry: false,
      },
    });
    await made.ready();
    return made;
  };
  return () => {
    app ??= make();
    return app;
  };
}
