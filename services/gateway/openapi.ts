import { ErrorBody, type ErrorCode, errorCodes, type RouteContract } from '@autograph/contracts';
import { scopeOf, version } from '@autograph/service-kit';
import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject, type ZodOpenApiResponsesObject } from 'zod-openapi';

const asPath = (path: string) => path.replace(/:(\w+)/g, '{$1}');
const asObject = (schema: z.ZodType | undefined) => (schema instanceof z.ZodObject ? schema : undefined);

const named = ErrorBody.meta({ id: 'Error' });

function success(route: RouteContract): ZodOpenApiResponsesObject {
  const answers = Object.entries(route.responses).map(([status, schema]) => {
    const content =
      schema === null
        ? {}
        : schema === 'binary'
          ? { content: { 'application/octet-stream': { schema: { type: 'string' as const, format: 'binary' } } } }
          : schema === 'stream'
            ? { content: { 'text/event-stream': { schema: { type: 'string' as const } } } }
            : { content: { 'application/json': { schema } } };
    return [status, { description: 'Done', ...content }] as const;
  });
  return Object.fromEntries(answers);
}

/** Writes of people who are signed in are done once under one key. */
const isRepeatable = (route: RouteContract) =>
  route.method !== 'GET' && !route.public && !Object.values(route.responses).includes('stream');

const idempotencyKey = z.object({
  'idempotency-key': z
    .string()
    .max(200)
    .optional()
    .describe('A UUID, say: for a day, the same request with the same key is answered as the first was, and done no second time'),
});

function headersOf(route: RouteContract): z.ZodObject | undefined {
  const own = asObject(route.headers);
  if (!isRepeatable(route)) return own;
  return own ? own.extend(idempotencyKey.shape) : idempotencyKey;
}

/** What any route may answer, by what it takes. */
function commonErrors(route: RouteContract): ErrorCode[] {
  return [
    ...(route.public
      ? []
      : (['unauthenticated', 'invalid_token', 'token_expired', 'token_revoked', 'key_revoked', 'key_expired'] as const)),
    ...(route.public ? [] : ([scopeOf(route) === 'session' ? 'session_required' : 'insufficient_scope'] as const)),
    ...(route.method === 'GET' ? [] : (['origin_refused'] as const)),
    ...(isRepeatable(route) ? (['idempotency_in_progress', 'idempotency_key_reused'] as const) : []),
    ...(route.body ? (['malformed_json', 'payload_too_large', 'unsupported_media_type'] as const) : []),
    ...(route.params || route.query || route.headers || route.body ? (['validation_failed'] as const) : []),
    ...(['rate_limited', 'overloaded', 'service_unavailable', 'timeout', 'internal'] as const),
  ];
}

function failures(route: RouteContract): ZodOpenApiResponsesObject {
  const byStatus = Map.groupBy(new Set([...(route.errors ?? []), ...commonErrors(route)]), (code) => errorCodes[code].status);
  const answers = [...byStatus].map(([status, codes]) => {
    const description = codes.map((code) => `\`${code}\`: ${errorCodes[code].message}`).join(' ');
    return [String(status), { description, content: { 'application/json': { schema: named } } }] as const;
  });
  return Object.fromEntries(answers);
}

function operation(route: RouteContract): ZodOpenApiOperationObject {
  return {
    operationId: `${route.method.toLowerCase()}${asPath(route.path).replace(/[^\w]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary: route.summary,
    tags: [route.service],
    ...(route.public ? { security: [] } : {}),
    requestParams: {
      ...(asObject(route.params) ? { path: asObject(route.params) } : {}),
      ...(asObject(route.query) ? { query: asObject(route.query) } : {}),
      ...(headersOf(route) ? { header: headersOf(route) } : {}),
    },
    ...(route.body
      ? { requestBody: { content: { [route.form ? 'application/x-www-form-urlencoded' : 'application/json']: { schema: route.body } } } }
      : {}),
    responses: { ...success(route), ...failures(route) },
  };
}

/** The OpenAPI 3.1 description of the contract's routes; internal ones are left out. */
export function describeApi(routes: readonly RouteContract[], serverUrl: string) {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    if (route.path.startsWith('/internal/')) continue;
    const path = asPath(route.path);
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: { title: 'AutoGraph API', version, description: 'Files, diagrams as code, live collaboration and everything around them.' },
    servers: [{ url: serverUrl }],
    security: [{ bearer: [] }, { key: [] }, { cookie: [] }],
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'An access token of a session or of an app, or an API key' },
        key: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'ag_access' },
      },
    },
    paths,
  });
}
