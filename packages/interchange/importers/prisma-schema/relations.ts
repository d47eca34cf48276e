import type { Link, Reference } from '../../data-model/model.ts';
import { type Field, type Model, namesIn, textIn } from './fields.ts';

interface End {
  readonly model: Model;
  readonly field: Field;
}

/** The relations of fields whose types are models: those with keys, and those of many to many without. */
export function relationsOf(models: ReadonlyMap<string, Model>, alone: (end: End) => void) {
  const references: Reference[] = [];
  const links: Link[] = [];
  const linked = new Set<Field>();
  for (const model of models.values()) {
    for (const field of model.fields) {
      const target = models.get(field.type);
      if (!target || linked.has(field)) continue;
      const opposite = oppositeOf({ model, field }, target);
      const columns = keysOf(field);
      if (field.list && opposite?.list) {
        linked.add(field).add(opposite);
        links.push({
          from: model.name,
          to: target.name,
          label: field.name,
          fromCardinality: 'zero_or_more',
          toCardinality: 'zero_or_more',
        });
      } else if (columns.length > 0) {
        const single = opposite ? !opposite.list : undefined;
        references.push({ table: model.name, columns, target: target.name, label: field.name, single });
      } else if (!opposite || keysOf(opposite).length === 0) alone({ model, field });
    }
  }
  return { references, links };
}

function oppositeOf({ model, field }: End, target: Model): Field | undefined {
  const name = textIn(field.attributes.get('relation'));
  return target.fields.find((other) => other !== field && other.type === model.name && textIn(other.attributes.get('relation')) === name);
}

export function keysOf(field: Field): readonly string[] {
  return namesIn(field.attributes.get('relation') ?? [], 'fields');
}

/** Fields that hold a composite type of a document database. */
export function embeddings(models: ReadonlyMap<string, Model>, composites: ReadonlyMap<string, Model>): readonly Link[] {
  return [...models.values(), ...composites.values()].flatMap((model) =>
    model.fields
      .filter(({ type }) => composites.has(type))
      .map(({ name, type, list, optional }) => ({
        ...{ from: model.name, to: type, label: name },
        fromCardinality: 'only_one' as const,
        toCardinality: list ? ('zero_or_more' as const) : optional ? ('zero_or_one' as const) : ('only_one' as const),
      })),
  );
}
