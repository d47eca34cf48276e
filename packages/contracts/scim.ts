import { z } from 'zod';
import { defineRoute } from './route.ts';
import { storableText } from './text.ts';

/** Names of SCIM 2.0 (RFC 7643 and RFC 7644), which identity providers speak to keep accounts and groups in step. */
export const scimSchemas = {
  user: 'urn:ietf:params:scim:schemas:core:2.0:User',
  group: 'urn:ietf:params:scim:schemas:core:2.0:Group',
  list: 'urn:ietf:params:scim:api:messages:2.0:ListResponse',
  error: 'urn:ietf:params:scim:api:messages:2.0:Error',
  config: 'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig',
  schema: 'urn:ietf:params:scim:schemas:core:2.0:Schema',
  resourceType: 'urn:ietf:params:scim:schemas:core:2.0:ResourceType',
} as const;

const short = storableText.max(300);
/** Some providers send booleans as text. */
const flag = z.union([z.boolean(), z.stringbool()]);

export const ScimUserInput = z.object({
  userName: short.trim().min(1).describe('The e-mail address'),
  externalId: short.optional(),
  active: flag.optional(),
  displayName: short.optional(),
  name: z.object({ formatted: short.optional(), givenName: short.optional(), familyName: short.optional() }).optional(),
});
export type ScimUserInput = z.infer<typeof ScimUserInput>;

const meta = z.object({ resourceType: z.string(), created: z.string(), lastModified: z.string(), location: z.string() });

export const ScimUser = z.object({
  schemas: z.array(z.string()),
  id: z.string(),
  externalId: z.string().optional(),
  userName: z.string(),
  displayName: z.string(),
  name: z.object({ formatted: z.string() }),
  emails: z.array(z.object({ value: z.string(), primary: z.boolean(), type: z.string() })),
  active: z.boolean(),
  meta,
});
export type ScimUser = z.infer<typeof ScimUser>;

const Member = z.object({ value: short, display: z.string().optional() });

export const ScimGroupInput = z.object({
  displayName: short.trim().min(1),
  externalId: short.optional(),
  members: z.array(Member).max(20_000).optional(),
});
export type ScimGroupInput = z.infer<typeof ScimGroupInput>;

export const ScimGroup = z.object({
  schemas: z.array(z.string()),
  id: z.string(),
  externalId: z.string().optional(),
  displayName: z.string(),
  members: z.array(Member),
  meta,
});
export type ScimGroup = z.infer<typeof ScimGroup>;

export const ScimPatch = z.object({
  Operations: z
    .array(z.object({ op: z.string().max(20), path: z.string().max(500).optional(), value: z.unknown().optional() }))
    .min(1)
    .max(1000),
});
export type ScimPatch = z.infer<typeof ScimPatch>;

const query = z.object({
  filter: z.string().max(1000).optional().describe('Such as `userName eq "ada@example.com"`'),
  startIndex: z.coerce.number().int().default(1),
  count: z.coerce.number().int().default(100),
});

const list = <T extends z.ZodType>(resource: T) =>
  z.object({
    schemas: z.array(z.string()),
    totalResults: z.number().int(),
    startIndex: z.number().int(),
    itemsPerPage: z.number().int(),
    Resources: z.array(resource),
  });

const params = z.object({ id: z.uuid() });
/** The bearer token is that of an identity provider, which the routes check themselves; refusals have the form of RFC 7644. */
const common = { service: 'auth', public: true } as const;
const users = '/api/scim/v2/Users';
const groups = '/api/scim/v2/Groups';

export const scimConfig = defineRoute({
  ...common,
  method: 'GET',
  path: '/api/scim/v2/ServiceProviderConfig',
  summary: 'What of SCIM 2.0 is understood here.',
  responses: { 200: z.looseObject({ schemas: z.array(z.string()) }) },
});

const Described = z.looseObject({ schemas: z.array(z.string()), id: z.string() });

export const listScimSchemas = defineRoute({
  ...common,
  method: 'GET',
  path: '/api/scim/v2/Schemas',
  summary: 'Which attributes of users and groups are kept here (RFC 7643, section 7).',
  responses: { 200: list(Described) },
});

export const getScimSchema = defineRoute({
  ...common,
  method: 'GET',
  path: '/api/scim/v2/Schemas/:urn',
  summary: 'The attributes of users or of groups.',
  params: z.object({ urn: z.string().max(200) }),
  responses: { 200: Described },
});

export const listScimResourceTypes = defineRoute({
  ...common,
  method: 'GET',
  path: '/api/scim/v2/ResourceTypes',
  summary: 'What is managed here and where (RFC 7643, section 6).',
  responses: { 200: list(Described) },
});

export const getScimResourceType = defineRoute({
  ...common,
  method: 'GET',
  path: '/api/scim/v2/ResourceTypes/:name',
  summary: 'Users or groups: where they are and of which schema.',
  params: z.object({ name: z.string().max(200) }),
  responses: { 200: Described },
});

export const listScimUsers = defineRoute({
  ...common,
  method: 'GET',
  path: users,
  summary: 'Accounts that the identity provider manages.',
  query,
  responses: { 200: list(ScimUser) },
});

export const createScimUser = defineRoute({
  ...common,
  method: 'POST',
  path: users,
  summary: 'Add an account, or take one over whose domain is listed with the identity provider.',
  body: ScimUserInput,
  responses: { 201: ScimUser },
});

export const getScimUser = defineRoute({
  ...common,
  method: 'GET',
  path: `${users}/:id`,
  summary: 'One account.',
  params,
  responses: { 200: ScimUser },
});

export const replaceScimUser = defineRoute({
  ...common,
  method: 'PUT',
  path: `${users}/:id`,
  summary: 'Change an account to what is sent.',
  params,
  body: ScimUserInput,
  responses: { 200: ScimUser },
});

export const patchScimUser = defineRoute({
  ...common,
  method: 'PATCH',
  path: `${users}/:id`,
  summary: 'Change parts of an account; `active: false` signs it out everywhere and keeps it out.',
  params,
  body: ScimPatch,
  responses: { 200: ScimUser },
});

export const deleteScimUser = defineRoute({
  ...common,
  method: 'DELETE',
  path: `${users}/:id`,
  summary: 'Deactivate an account and forget it here; its files stay.',
  params,
  responses: { 204: null },
});

export const listScimGroups = defineRoute({
  ...common,
  method: 'GET',
  path: groups,
  summary: 'Groups that the identity provider has told of.',
  query,
  responses: { 200: list(ScimGroup) },
});

export const createScimGroup = defineRoute({
  ...common,
  method: 'POST',
  path: groups,
  summary: 'Tell of a group; its members get the role that is mapped to it.',
  body: ScimGroupInput,
  responses: { 201: ScimGroup },
});

export const getScimGroup = defineRoute({
  ...common,
  method: 'GET',
  path: `${groups}/:id`,
  summary: 'One group.',
  params,
  responses: { 200: ScimGroup },
});

export const replaceScimGroup = defineRoute({
  ...common,
  method: 'PUT',
  path: `${groups}/:id`,
  summary: 'Change a group to what is sent.',
  params,
  body: ScimGroupInput,
  responses: { 200: ScimGroup },
});

export const patchScimGroup = defineRoute({
  ...common,
  method: 'PATCH',
  path: `${groups}/:id`,
  summary: 'Add and remove members, or rename the group.',
  params,
  body: ScimPatch,
  responses: { 200: ScimGroup },
});

export const deleteScimGroup = defineRoute({
  ...common,
  method: 'DELETE',
  path: `${groups}/:id`,
  summary: 'Forget a group.',
  params,
  responses: { 204: null },
});
