import type { Answer, StateForm } from '../conformance/normal-form.ts';
import { type StateModel, stateLabel } from './model.ts';
import { parseState } from './parse.ts';

/** Our reading of a source in the form that is compared with Mermaid's. */
export function answer(source: string): Answer {
  const parsed = parseState(source);
  if (!parsed.ok) return { accepted: false, message: parsed.diagnostics[0]?.message ?? '' };
  return { accepted: true, form: normalForm(parsed.model) };
}

function normalForm(model: StateModel): StateForm {
  const regions = new Map(model.regions.map(({ id }, at) => [id, `region ${at + 1}`]));
  const dividers = new Map(model.states.filter(({ kind }) => kind === 'divider').map(({ id }, at) => [id, `divider ${at + 1}`]));
  const called = (id: string): string => {
    const point = /^([\s\S]*)_(start|end)$/.exec(id);
    const region = regions.get(point?.[1] ?? '');
    return region ? `${region}_${point?.[2]}` : (regions.get(id) ?? dividers.get(id) ?? id);
  };
  const parent = (id: string | undefined) => (id === undefined ? {} : { parent: called(id) });
  return {
    kind: 'state',
    direction: model.direction,
    states: model.states.map((state) => ({
      id: called(state.id),
      kind: state.kind,
      label: state.kind === 'divider' ? '' : called(stateLabel(state)).trim(),
      details: state.descriptions.slice(1).map(({ text }) => text.trim()),
      ...parent(state.parent),
      ...(state.composite && { direction: state.direction ?? 'TB' }),
      classes: state.classes,
      styles: state.styles,
    })),
    regions: model.regions.map(({ composite, direction }) => ({ parent: composite, direction })),
    transitions: model.transitions.map(({ from, to, label }) => ({ from: called(from), to: called(to), label })),
    notes: model.notes.flatMap(({ about, side, text }) =>
      about === undefined || !side ? [] : [{ about: called(about), side, text: text.trim() }],
    ),
    classDefs: [...model.classDefs].map(([name, styles]) => ({ name, styles })),
  };
}
