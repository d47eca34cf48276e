import type { Answer, SequenceEvent as FormEvent, SequenceForm } from '../conformance/normal-form.ts';
import type { SequenceEvent, SequenceModel } from '../sequence/model.ts';
import { parseSequence } from './parse.ts';

/** Our reading of a source in the form that is compared with Mermaid's. */
export function answer(source: string): Answer {
  const parsed = parseSequence(source);
  if (!parsed.ok) return { accepted: false, message: parsed.diagnostics[0]?.message ?? '' };
  return { accepted: true, form: normalForm(parsed.model) };
}

/** What a sequence diagram says, apart from how its text does. */
export function normalForm(model: SequenceModel): SequenceForm {
  return {
    kind: 'sequence',
    participants: model.participants.map(({ id, label, type }) => ({ id, label, type })),
    boxes: model.boxes.map(({ title, fill, members }) => ({ title, fill, members })),
    created: model.created,
    destroyed: [...new Set(model.destroyed)],
    events: model.events.map(formEvent),
  };
}

function formEvent(event: SequenceEvent): FormEvent {
  switch (event.kind) {
    case 'message':
      return { kind: 'message', from: event.from, to: event.to, text: event.text, arrow: event.arrow, central: event.central };
    case 'note':
      return { kind: 'note', placement: event.placement, over: event.over, text: event.text };
    case 'start':
    case 'section':
      return { kind: event.kind, block: event.kind === 'section' && event.block === 'par_over' ? 'par' : event.block, text: event.text };
    case 'end':
      return { kind: 'end', block: event.block === 'par_over' ? 'par' : event.block };
    case 'activate':
    case 'deactivate':
      return { kind: event.kind, participant: event.participant };
    case 'autonumber':
      return { kind: 'autonumber', ...(event.visible ? { start: event.start, step: event.step } : {}), visible: event.visible };
  }
}
