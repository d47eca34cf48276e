import type { TextMeasurer } from '@autograph/geometry';
import { type EntityRow, layoutTable } from '@autograph/shapes/entity-table.ts';
import { labelText } from '../mermaid/label.ts';
import type { ErEntity, ErModel } from './model.ts';

/** What a table's header says: the alias if there is one, without markdown's marks. */
export function entityTitle({ alias, name }: Pick<ErEntity, 'alias' | 'name'>): string {
  return labelText(alias || name)
    .replace(/(\*\*|__)(?=\S)([\s\S]*?\S)\1/g, '$2')
    .replace(/(^|\s)([*_])(?=\S)([^*_]*\S)\2(?=\s|$)/g, '$1$3');
}

export function entityRows(entity: ErEntity): readonly EntityRow[] {
  return entity.attributes.map(({ type, name, keys, comment }) => ({
    type: genericType(type),
    name: labelText(name),
    keys,
    comment: labelText(comment),
  }));
}

/** `List~int~` is how a Mermaid text writes `List<int>`. */
function genericType(type: string): string {
  return labelText(type)
    .replace(/~(?=[\w(])/g, '<')
    .replaceAll('~', '>');
}

/** px */
export function entitySize(entity: ErEntity, measure: TextMeasurer): { readonly w: number; readonly h: number } {
  const { w, h } = layoutTable(entityTitle(entity), entityRows(entity), measure);
  return { w, h };
}

/** Entities that are tables: a name that a subgraph bears means the subgraph. */
export function tables(model: ErModel): readonly ErEntity[] {
  const groups = new Set(model.groups.map(({ id }) => id));
  return model.entities.filter(({ name }) => !groups.has(name));
}

/** The subgraph that directly holds each entity and subgraph. */
export function holders(model: ErModel): ReadonlyMap<string, string> {
  return new Map(
    model.groups.flatMap(({ id, members }) => members.filter((member) => member !== id).map((member) => [member, id] as const)),
  );
}
