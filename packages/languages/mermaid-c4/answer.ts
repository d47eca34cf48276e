import type { Answer, C4Form } from '../conformance/normal-form.ts';
import type { C4Model, Said } from './model.ts';
import { parseC4 } from './parse.ts';

/** Our reading of a source in the form that is compared with Mermaid's. */
export function answer(source: string): Answer {
  const parsed = parseC4(source);
  if (!parsed.ok) return { accepted: false, message: parsed.diagnostics[0]?.message ?? '' };
  return { accepted: true, form: normalForm(parsed.model) };
}

/** What a diagram says, however its text does. */
export function normalForm(model: C4Model): C4Form {
  const value = (said: Said, name: string) => said.get(name)?.trim() ?? '';
  const colours = (said: Said) => ({
    bgColor: value(said, 'bgColor'),
    fontColor: value(said, 'fontColor'),
    borderColor: value(said, 'borderColor'),
  });
  return {
    kind: 'c4',
    type: model.type,
    title: model.title.trim(),
    elements: model.elements.map(({ alias, type, said, parent }) => ({
      alias,
      type,
      label: value(said, 'label'),
      techn: value(said, 'techn'),
      descr: value(said, 'descr'),
      parent: parent ?? 'global',
      ...colours(said),
    })),
    boundaries: model.boundaries.map(({ alias, said, parent }) => ({
      alias,
      label: value(said, 'label'),
      type: value(said, 'type'),
      descr: value(said, 'descr'),
      parent: parent ?? 'global',
      ...colours(said),
    })),
    relations: model.relations.map(({ type, from, to, said }) => ({
      type,
      from,
      to,
      label: value(said, 'label'),
      techn: value(said, 'techn'),
      descr: value(said, 'descr'),
      textColor: value(said, 'textColor'),
      lineColor: value(said, 'lineColor'),
    })),
  };
}
