import type { Answer, ClassForm } from '../conformance/normal-form.ts';
import type { Member } from './member.ts';
import type { ClassModel } from './model.ts';
import { parseClass } from './parse.ts';

/** Our reading of a source in the form that is compared with Mermaid's. */
export function answer(source: string): Answer {
  const parsed = parseClass(source);
  if (!parsed.ok) return { accepted: false, message: parsed.diagnostics[0]?.message ?? '' };
  return { accepted: true, form: normalForm(parsed.model) };
}

/** What a class diagram says, apart from how its text does. */
export function normalForm(model: ClassModel): ClassForm {
  const members = (list: readonly Member[], kind: Member['kind']) =>
    list
      .filter((member) => member.kind === kind)
      .map(({ visibility, text, classifier }) => ({ visibility, text: text.trim(), classifier }));
  return {
    kind: 'class',
    direction: model.direction,
    classes: model.classes.map((found) => ({
      name: found.name.trim(),
      generic: found.generic.trim(),
      label: found.label.trim(),
      annotations: found.annotations.map(({ text }) => text.trim()),
      attributes: members(found.members, 'attribute'),
      methods: members(found.members, 'method'),
      classes: found.classes,
      ...(found.namespace !== undefined && { namespace: found.namespace }),
    })),
    relations: model.relations.map((relation) => ({
      from: endName(model, relation.from),
      to: endName(model, relation.to),
      fromHead: relation.fromHead,
      toHead: relation.toHead,
      dashed: relation.dashed,
      fromText: relation.fromText,
      toText: relation.toText,
      label: relation.label,
    })),
    notes: model.notes.map(({ text, about, namespace }) => ({
      text: text.trim(),
      ...(about !== undefined && { about }),
      ...(namespace !== undefined && { namespace }),
    })),
    namespaces: model.namespaces.map(({ id, label, parent, explicit }) => ({
      id,
      label: label.trim(),
      ...(parent && { parent }),
      explicit,
    })),
    classDefs: [...model.classDefs].map(([name, styles]) => ({ name, styles })),
  };
}

function endName({ interfaces }: ClassModel, id: string): string {
  const found = interfaces.find((candidate) => candidate.id === id);
  return found ? `() ${found.label}` : id;
}
