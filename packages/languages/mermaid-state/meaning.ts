import { type StateModel, stateLabel } from './model.ts';
import { structureOf } from './structure.ts';

/** What a diagram says, without where and in which order. */
export interface Meaning {
  /** Everything about each state, by id. */
  readonly states: ReadonlyMap<string, { readonly kind: string; readonly label: string; readonly parent: string | undefined }>;
  /** `from to label` */
  readonly transitions: readonly string[];
  readonly notes: readonly string[];
}

export function meaningOf(model: StateModel): Meaning {
  const { parent } = structureOf(model);
  return {
    states: new Map(
      model.states.map((state) => {
        const { id, kind, composite, descriptions } = state;
        const label = [stateLabel(state), ...descriptions.slice(1).map(({ text }) => text)].join('\n');
        return [id, { kind: composite ? 'composite' : kind, label, parent: parent(id) }];
      }),
    ),
    transitions: model.transitions.map(({ from, to, label }) => saying(from, to, label)),
    notes: model.notes.map(({ about, text, side }) => `${about} ${side} ${text}`),
  };
}

export const saying = (from: string, to: string, label = '') => `${from} --> ${to}: ${label}`;

export function sameMeaning(a: Meaning, b: Meaning): boolean {
  return written(a) === written(b);
}

function written({ states, transitions, notes }: Meaning): string {
  const list = [...states].map(([id, { kind, label, parent }]) => JSON.stringify([id, kind, label, parent ?? null]));
  return JSON.stringify([list.sort(), [...transitions].sort(), [...notes].sort()]);
}
