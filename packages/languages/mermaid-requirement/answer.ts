import type { Answer, RequirementForm } from '../conformance/normal-form.ts';
import type { FieldName, Item, RequirementModel } from './model.ts';
import { parseRequirements } from './parse.ts';

/** Our reading of a source in the form that is compared with Mermaid's. */
export function answer(source: string): Answer {
  const parsed = parseRequirements(source);
  if (!parsed.ok) return { accepted: false, message: parsed.diagnostics[0]?.message ?? '' };
  return { accepted: true, form: normalForm(parsed.model) };
}

function normalForm(model: RequirementModel): RequirementForm {
  const of = (kind: Item['kind']) => model.items.filter((item) => item.kind === kind);
  const said = ({ fields }: Item, name: FieldName) => fields.get(name)?.text.trim() ?? '';
  return {
    kind: 'requirement',
    direction: model.direction,
    requirements: of('requirement').map((item) => ({
      name: item.name.trim(),
      type: item.type,
      id: said(item, 'id'),
      text: said(item, 'text'),
      risk: said(item, 'risk'),
      verifyMethod: said(item, 'verifyMethod'),
      classes: item.classes,
      styles: item.styles,
    })),
    elements: of('element').map((item) => ({
      name: item.name.trim(),
      type: said(item, 'type'),
      docRef: said(item, 'docref'),
      classes: item.classes,
      styles: item.styles,
    })),
    relations: model.relations.map(({ type, from, to }) => ({ type, from: from.trim(), to: to.trim() })),
    classDefs: [...model.classDefs].map(([name, styles]) => ({ name, styles })),
  };
}
