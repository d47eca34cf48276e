import { entriesOf, field, itemsOf, scalarsOf } from '../../text/loose.ts';
import type { References } from './references.ts';
import { choicesOf, typeText } from './type-text.ts';

/** A named schema as a class. */
export interface SchemaClass {
  readonly name: string;
  readonly kind: 'object' | 'enumeration' | 'array' | 'one of' | 'value';
  readonly members: readonly string[];
  readonly parents: readonly string[];
  /** Schemas that are this one, as its choices. */
  readonly choices: readonly string[];
  readonly associations: readonly Association[];
}

export interface Association {
  readonly to: string;
  readonly multiplicity: '1' | '0..1' | '*';
  readonly label: string;
}

/** More classes than a person can look over. */
const mostSchemas = 60;
const mostMembers = 30;
const mostAssociations = 20;
const deepest = 5;

/** The schemas of a description, in its order; of very many, those that others refer to most. */
export function readSchemas(description: unknown, references: References, warn: (message: string) => void): readonly SchemaClass[] {
  const declared = entriesOf(field(description, 'components', 'schemas') ?? field(description, 'definitions'));
  const all = declared.map(([name, schema]) => readSchema(name, schema, references));
  if (all.length <= mostSchemas) return all;
  const referred = new Map<string, number>();
  for (const { parents, choices, associations } of all)
    for (const name of [...parents, ...choices, ...associations.map(({ to }) => to)]) referred.set(name, (referred.get(name) ?? 0) + 1);
  const kept = new Set(all.toSorted((a, b) => (referred.get(b.name) ?? 0) - (referred.get(a.name) ?? 0)).slice(0, mostSchemas));
  warn(`Of ${all.length.toLocaleString('en')} schemas, the ${mostSchemas} that others refer to most are shown.`);
  return all.filter((one) => kept.has(one));
}

function readSchema(name: string, schema: unknown, references: References): SchemaClass {
  const members: string[] = [];
  const parents = new Set<string>();
  const associations: Association[] = [];

  function associate(value: unknown, label: string, multiplicity: Association['multiplicity'], depth = 0): void {
    if (depth > deepest || associations.length >= mostAssociations) return;
    const to = references.schemaName(value);
    if (to !== undefined) {
      associations.push({ to, label, multiplicity });
      return;
    }
    if (field(value, '$ref') !== undefined) return;
    associate(field(value, 'items'), label, '*', depth + 1);
    associate(field(value, 'additionalProperties'), label, '*', depth + 1);
    const choices = choicesOf(value);
    const each = multiplicity === '1' && choices.length > 1 ? '0..1' : multiplicity;
    for (const choice of choices) associate(choice, label, each, depth + 1);
    for (const part of itemsOf(field(value, 'allOf'))) associate(part, label, multiplicity, depth + 1);
    for (const [key, inner] of entriesOf(field(value, 'properties')))
      associate(inner, label === '' ? key : `${label}.${key}`, multiplicity === '*' ? '*' : '0..1', depth + 1);
  }

  function addProperties(value: unknown, required: ReadonlySet<string>): void {
    for (const [key, property] of entriesOf(field(value, 'properties'))) {
      const needed = required.has(key);
      members.push(`${key}${needed ? '' : '?'}: ${typeText(property, references)}`);
      associate(property, key, needed && !isNullable(property) ? '1' : '0..1');
    }
  }

  function addParts(value: unknown, required: ReadonlySet<string>, depth = 0): void {
    const here = new Set([...required, ...scalarsOf(field(value, 'required') ?? [])]);
    addProperties(value, here);
    if (depth > deepest) return;
    for (const part of itemsOf(field(value, 'allOf'))) {
      const parent = references.schemaName(part);
      if (parent === undefined) addParts(references.resolve(part), here, depth + 1);
      else if (parent !== name) parents.add(parent);
    }
  }

  const alias = references.schemaName(schema);
  if (alias !== undefined) parents.add(alias);
  else addParts(schema, new Set());
  const values = scalarsOf(field(schema, 'enum') ?? []);
  const choices = choicesOf(schema).flatMap((choice) => references.schemaName(choice) ?? []);
  const kind = kindOf(schema, values, members.length > 0 || parents.size > 0);
  if (kind === 'enumeration') members.push(...values);
  if (kind === 'array' || kind === 'value') members.push(typeText(schema, references));
  if (kind === 'array') associate(field(schema, 'items'), '', '*');
  else associate(field(schema, 'additionalProperties'), '', '*');
  const more = members.length - mostMembers;
  return {
    ...{ name, kind, associations, parents: [...parents], choices: [...new Set(choices)].filter((choice) => choice !== name) },
    members: more > 0 ? [...members.slice(0, mostMembers), `… ${more} more`] : members,
  };
}

function kindOf(schema: unknown, values: readonly string[], isObject: boolean): SchemaClass['kind'] {
  if (values.length > 0) return 'enumeration';
  if (choicesOf(schema).length > 0) return 'one of';
  if (isObject) return 'object';
  const type = scalarsOf(field(schema, 'type') ?? []).find((one) => one !== 'null');
  if (type === 'array') return 'array';
  return type === undefined || type === 'object' ? 'object' : 'value';
}

function isNullable(schema: unknown): boolean {
  return (
    field(schema, 'nullable') === true ||
    scalarsOf(field(schema, 'type') ?? []).includes('null') ||
    [...itemsOf(field(schema, 'oneOf')), ...itemsOf(field(schema, 'anyOf'))].some((choice) => field(choice, 'type') === 'null')
  );
}
