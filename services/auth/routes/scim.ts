import {
  createScimGroup,
  createScimUser,
  deleteScimGroup,
  deleteScimUser,
  getScimGroup,
  getScimResourceType,
  getScimSchema,
  getScimUser,
  listScimGroups,
  listScimResourceTypes,
  listScimSchemas,
  listScimUsers,
  patchScimGroup,
  patchScimUser,
  replaceScimGroup,
  replaceScimUser,
  scimConfig,
  scimSchemas,
} from '@autograph/contracts';
import { implement } from '@autograph/service-kit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AuthKit } from '../auth-kit.ts';
import { listOf, ofId, resourceTypesAt, schemasAt } from '../scim/discovery.ts';
import { readFilter } from '../scim/filter.ts';
import { createGroup, deleteGroup, getGroup, listGroups, patchGroup, replaceGroup } from '../scim/groups.ts';
import { answerScimError } from '../scim/scim-error.ts';
import { callingProvider } from '../scim/token.ts';
import { createUser, deleteUser, getUser, listUsers, patchUser, replaceUser, type ScimCall } from '../scim/users.ts';
import { serviceOf } from '../sso/provider.ts';

/** Identity providers that keep accounts and groups in step by SCIM 2.0 (RFC 7644). */
export function serveScim(parent: FastifyInstance, kit: AuthKit): void {
  void parent.register(async (app) => serveIn(app, kit));
}

const not = { supported: false };

const config = {
  schemas: [scimSchemas.config],
  patch: { supported: true },
  bulk: { ...not, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: 200 },
  changePassword: not,
  sort: not,
  etag: not,
  authenticationSchemes: [{ type: 'oauthbearertoken', name: 'Bearer token', description: 'Made by an administrator', primary: true }],
};

const baseOf = ({ kit, provider }: ScimCall) => serviceOf(kit.config.PUBLIC_URL, provider.id).scim_url;

function serveIn(app: FastifyInstance, kit: AuthKit): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser<string>('application/scim+json', { parseAs: 'string' }, parseJson);
  app.setErrorHandler((error, request, reply) => answerScimError(error, request, reply));
  app.addHook('preHandler', async (_request, reply) => void reply.type('application/scim+json'));
  const callOf = async (request: FastifyRequest): Promise<ScimCall> => ({ kit, request, provider: await callingProvider(kit, request) });

  implement(app, scimConfig, async ({ request }) => {
    await callOf(request);
    return config;
  });

  const schemas = async (request: FastifyRequest) => schemasAt(baseOf(await callOf(request)));
  const resourceTypes = async (request: FastifyRequest) => resourceTypesAt(baseOf(await callOf(request)));
  implement(app, listScimSchemas, async ({ request }) => listOf(await schemas(request)));
  implement(app, getScimSchema, async ({ params, request }) => ofId(await schemas(request), params.urn));
  implement(app, listScimResourceTypes, async ({ request }) => listOf(await resourceTypes(request)));
  implement(app, getScimResourceType, async ({ params, request }) => ofId(await resourceTypes(request), params.name));

  implement(app, listScimUsers, async ({ query, request }) =>
    listUsers(await callOf(request), readFilter(query.filter, ['userName', 'externalId', 'id', 'emails.value']), query),
  );
  implement(app, createScimUser, async ({ body, request }) => createUser(await callOf(request), body));
  implement(app, getScimUser, async ({ params, request }) => getUser(await callOf(request), params.id));
  implement(app, replaceScimUser, async ({ params, body, request }) => replaceUser(await callOf(request), params.id, body));
  implement(app, patchScimUser, async ({ params, body, request }) => patchUser(await callOf(request), params.id, body));
  implement(app, deleteScimUser, async ({ params, request }): Promise<undefined> => {
    await deleteUser(await callOf(request), params.id);
  });

  implement(app, listScimGroups, async ({ query, request }) =>
    listGroups(await callOf(request), readFilter(query.filter, ['displayName', 'externalId']), query),
  );
  implement(app, createScimGroup, async ({ body, request }) => createGroup(await callOf(request), body));
  implement(app, getScimGroup, async ({ params, request }) => getGroup(await callOf(request), params.id));
  implement(app, replaceScimGroup, async ({ params, body, request }) => replaceGroup(await callOf(request), params.id, body));
  implement(app, patchScimGroup, async ({ params, body, request }) => patchGroup(await callOf(request), params.id, body));
  implement(app, deleteScimGroup, async ({ params, request }): Promise<undefined> => {
    await deleteGroup(await callOf(request), params.id);
  });
}
