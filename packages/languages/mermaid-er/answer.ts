import type { Answer, ErForm } from '../conformance/normal-form.ts';
import type { ErModel } from './model.ts';
import { parseEr } from './parse.ts';

/** Our reading of a source in the form that is compared with Mermaid's. */
export function answer(source: string): Answer {
  const parsed = parseEr(source);
  if (!parsed.ok) return { accepted: false, message: parsed.diagnostics[0]?.message ?? '' };
  return { accepted: true, form: normalForm(parsed.model) };
}

/** What an ER diagram says, apart from how its text does. */
export function normalForm(model: ErModel): ErForm {
  return {
    kind: 'er',
    direction: model.direction,
    entities: model.entities.map((entity) => ({
      name: entity.name,
      alias: entity.alias.trim(),
      classes: entity.classes,
      styles: entity.styles,
      attributes: entity.attributes.map(({ type, name, keys, comment }) => ({ type, name, keys, comment: comment.trim() })),
    })),
    relations: model.relations.map(({ from, to, role, fromCardinality, toCardinality, identifying }) => ({
      from,
      to,
      role: role.trim(),
      fromCardinality,
      toCardinality,
      identifying,
    })),
    groups: model.groups.map(({ id, title, members }) => ({ id, title: title.trim(), members: [...members].sort() })),
  };
}
