import { scimSchemas } from '@autograph/contracts';
import { ScimError } from './scim-error.ts';

interface Traits {
  readonly type?: 'string' | 'boolean' | 'complex';
  readonly required?: boolean;
  readonly multiValued?: boolean;
  readonly mutability?: 'readWrite' | 'readOnly';
  readonly uniqueness?: 'none' | 'server';
  readonly subAttributes?: readonly Readonly<Record<string, unknown>>[];
}

/** An attribute as RFC 7643, section 7, wants it described. */
const attribute = (name: string, description: string, traits: Traits = {}): Readonly<Record<string, unknown>> => ({
  name,
  type: 'string',
  multiValued: false,
  description,
  required: false,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
  ...(traits.type === undefined || traits.type === 'string' ? { caseExact: false } : {}),
  ...traits,
});

const externalId = attribute('externalId', 'What the identity provider calls it by.');

const userAttributes = [
  attribute('userName', 'The e-mail address, by which the person signs in.', { required: true, uniqueness: 'server' }),
  attribute('displayName', 'The name that others see.'),
  attribute('name', 'Parts of the name, from which the name is made when there is no displayName.', {
    type: 'complex',
    subAttributes: [
      attribute('formatted', 'The whole name.'),
      attribute('givenName', 'The given name.'),
      attribute('familyName', 'The family name.'),
    ],
  }),
  attribute('emails', 'The address of userName.', {
    type: 'complex',
    multiValued: true,
    mutability: 'readOnly',
    subAttributes: [
      attribute('value', 'The address.', { mutability: 'readOnly' }),
      attribute('type', 'Always work.', { mutability: 'readOnly' }),
      attribute('primary', 'Always true.', { type: 'boolean', mutability: 'readOnly' }),
    ],
  }),
  attribute('active', 'Whether the person may sign in; false ends every session.', { type: 'boolean' }),
  externalId,
];

const groupAttributes = [
  attribute('displayName', 'The name to which a role is mapped.', { required: true, uniqueness: 'server' }),
  attribute('members', 'Who is in the group.', {
    type: 'complex',
    multiValued: true,
    subAttributes: [
      attribute('value', 'The id of a user.', { required: true }),
      attribute('display', 'The name of the user.', { mutability: 'readOnly' }),
    ],
  }),
  externalId,
];

const kinds = [
  { name: 'User', endpoint: '/Users', urn: scimSchemas.user, description: 'Accounts', attributes: userAttributes },
  {
    name: 'Group',
    endpoint: '/Groups',
    urn: scimSchemas.group,
    description: 'Groups, to which roles are mapped',
    attributes: groupAttributes,
  },
] as const;

/** The attributes that are kept; `base` is the address of SCIM here. */
export const schemasAt = (base: string) =>
  kinds.map(({ name, urn, description, attributes }) => ({
    schemas: [scimSchemas.schema],
    id: urn,
    name,
    description,
    attributes,
    meta: { resourceType: 'Schema', location: `${base}/Schemas/${urn}` },
  }));

/** What is managed and where. */
export const resourceTypesAt = (base: string) =>
  kinds.map(({ name, endpoint, urn, description }) => ({
    schemas: [scimSchemas.resourceType],
    id: name,
    name,
    endpoint,
    description,
    schema: urn,
    schemaExtensions: [],
    meta: { resourceType: 'ResourceType', location: `${base}/ResourceTypes/${name}` },
  }));

/** A whole list, as SCIM answers one. */
export const listOf = <T>(resources: readonly T[]) => ({
  schemas: [scimSchemas.list],
  totalResults: resources.length,
  startIndex: 1,
  itemsPerPage: resources.length,
  Resources: [...resources],
});

/** The one of this id. Throws ScimError. */
export function ofId<T extends { readonly id: string }>(resources: readonly T[], id: string): T {
  const found = resources.find((resource) => resource.id.toLowerCase() === id.toLowerCase());
  if (!found) throw new ScimError(404, `There is no ${id}.`);
  return found;
}
