import { writeEr } from '@autograph/languages/mermaid-er/write.ts';
import { diagramOf } from '../../data-model/diagram.ts';
import type { Column, Table } from '../../data-model/model.ts';
import { withValues } from '../../data-model/values.ts';
import type { Imported } from '../../importer.ts';
import { createWarnings } from '../../text/warnings.ts';
import { type PrismaBlock, readBlocks } from './blocks.ts';
import { type Field, type Model, namesIn, readModel, textIn } from './fields.ts';
import { embeddings, relationsOf } from './relations.ts';

/** The models of a Prisma schema, under their names in the schema. */
export function readPrisma(text: string): Imported {
  const { warn, list } = createWarnings(text);
  const { blocks, unclosed } = readBlocks(text);
  const ofKinds = (...kinds: readonly string[]) => blocks.filter(({ kind }) => kinds.includes(kind));
  const enums = new Map(ofKinds('enum').map((block) => [block.name, valuesOf(block)] as const));
  const modelsOf = (found: readonly PrismaBlock[]): ReadonlyMap<string, Model> =>
    new Map(found.map((block) => [block.name, readModel(block, (at) => warn(`A line of “${block.name}” was not understood.`, at))]));
  const models = modelsOf(ofKinds('model', 'view'));
  const composites = new Map([...modelsOf(ofKinds('type'))].filter(([name]) => !models.has(name)));
  const relations = relationsOf(models, ({ model, field }) =>
    warn(`“${model.name}.${field.name}” has no field on the other side, so this relation is left out.`, field.at),
  );
  for (const { name, fields } of models.values())
    for (const field of fields)
      if (field.attributes.has('relation') && !models.has(field.type))
        warn(`“${name}” refers to “${field.type}”, which is not defined here.`, field.at);
  for (const at of unclosed) warn('What is opened here is never closed.', at);
  const model = {
    tables: [...models.values(), ...composites.values()].map((one) => tableOf(one, models, enums)),
    references: relations.references,
    links: [...relations.links, ...embeddings(models, composites)],
    groups: schemasOf(models),
    warnings: list(),
  };
  return diagramOf(model, writeEr, 'This Prisma schema has no models.');
}

function valuesOf({ lines }: PrismaBlock): readonly string[] {
  return lines.flatMap(({ tokens: [first] }) => (first?.kind === 'word' ? [first.text] : []));
}

function tableOf(model: Model, models: ReadonlyMap<string, Model>, enums: ReadonlyMap<string, readonly string[]>): Table {
  const listed = (name: string) => model.attributes.filter((attribute) => attribute.name === name).map(({ tokens }) => namesIn(tokens));
  const marked = (name: string) => model.fields.filter(({ attributes }) => attributes.has(name)).map((field) => [field.name]);
  const mapped = model.attributes.find(({ name }) => name === 'map');
  return {
    name: model.name,
    note: [model.note, mapped ? `Mapped to ${textIn(mapped.tokens)}` : ''].filter(Boolean).join('\n'),
    columns: model.fields
      .filter((field) => !models.has(field.type) && !field.attributes.has('relation'))
      .map((field) => columnOf(field, enums)),
    primaryKey: [...marked('id'), ...listed('id')][0] ?? [],
    uniques: [...marked('unique'), ...listed('unique')],
  };
}

function columnOf({ name, type, list, optional, note, attributes }: Field, enums: ReadonlyMap<string, readonly string[]>): Column {
  const mapped = textIn(attributes.get('map'));
  const comment = [note, mapped ? `mapped to ${mapped}` : ''].filter(Boolean).join(', ');
  return { name, type: list ? `${type}[]` : type, nullable: optional, comment: withValues(comment, enums.get(type) ?? []) };
}

/** Models of several schemas stand in groups. */
function schemasOf(models: ReadonlyMap<string, Model>) {
  const members = new Map<string, string[]>();
  for (const { name, attributes } of models.values()) {
    const schema = textIn(attributes.find((attribute) => attribute.name === 'schema')?.tokens);
    if (schema !== '') members.set(schema, [...(members.get(schema) ?? []), name]);
  }
  return members.size > 1 ? [...members].map(([title, names]) => ({ title, members: names })) : [];
}
