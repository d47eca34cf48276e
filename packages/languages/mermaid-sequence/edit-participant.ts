import type { Block, Placement, ShapeChange } from '@autograph/document';
import type { TextPatch } from '@autograph/editor';
import { labelSource, labelText } from '../mermaid/label.ts';
import type { Participant, SequenceEvent, SequenceModel } from '../sequence/model.ts';
import { tokenize } from './tokens.ts';

interface Renamed {
  readonly patches: readonly TextPatch[];
  readonly layout: Readonly<Record<string, Placement | null>>;
  /** The participant's id after the change. */
  readonly id: string;
}

/**
 * Shows a participant under another name: in place where the text has a label for it, else as a label of its declaration.
 * One that is only named by its messages takes the new name in all of them, or gets a declaration when the name could not stand there.
 */
export function changeParticipant(
  model: SequenceModel,
  block: Block,
  participant: Participant,
  change: ShapeChange,
): Renamed | { readonly refused: string } {
  const { id } = participant;
  const text = typeof change.text === 'string' ? change.text.trim() : undefined;
  if (text === undefined || text === labelText(participant.label)) return { patches: [], layout: {}, id };
  if (text === '') return { refused: 'A participant needs a name.' };
  const label = labelSource(text);
  if (participant.labelRange) {
    const { from, to } = participant.labelRange;
    return { patches: [{ from, to, insert: inMetadata(block.source, to) ? label.replace(/["\\]/g, '') : label }], layout: {}, id };
  }
  if (participant.declaredAt !== undefined) {
    return { patches: [{ from: participant.declaredAt, to: participant.declaredAt, insert: ` as ${label}` }], layout: {}, id };
  }
  if (canBeNamed(text) && !model.participants.some((other) => other.id === text)) {
    const placement = block.layout[id];
    const layout = placement ? { [text]: placement, [id]: null } : {};
    return { patches: participant.mentions.map(({ from, to }) => ({ from, to, insert: text })), layout, id: text };
  }
  return { patches: [declaration(model, block.source, participant, label)], layout: {}, id };
}

/** Whether a label stands in quotes inside `@{ … }`. */
function inMetadata(source: string, at: number): boolean {
  return /^["']?\s*[,}]/.test(source.slice(at)) && source.lastIndexOf('@{', at) > source.lastIndexOf('\n', at);
}

/** Whether a message line would read the text as one participant, wherever it stands. */
function canBeNamed(text: string): boolean {
  const [first, arrow, second] = tokenize(`${text}->>${text}: x`);
  return (
    first?.kind === 'participant' &&
    first.text === text &&
    arrow?.kind === 'arrow' &&
    second?.kind === 'participant' &&
    second.text === text
  );
}

/** A declaration before the first statement that names the participant, after those of whom it names earlier and first. */
function declaration(model: SequenceModel, source: string, participant: Participant, label: string): TextPatch {
  const first = participant.mentions[0]?.from ?? 0;
  const statement = model.events.find((event) => rangeOf(event)?.from !== undefined && within(first, rangeOf(event)));
  const at = rangeOf(statement)?.from ?? first;
  const earlier = model.participants.filter(({ mentions, declaredAt, id }) => {
    const from = mentions[0]?.from ?? 0;
    return declaredAt === undefined && id !== participant.id && from >= at && from < first;
  });
  const indent = /(?:^|\n)([^\S\n]*)$/.exec(source.slice(0, at))?.[1];
  const join = indent === undefined ? '; ' : `\n${indent}`;
  const lines = [...earlier.map(({ id }) => `participant ${id}`), `participant ${participant.id} as ${label}`];
  return { from: at, to: at, insert: lines.map((line) => line + join).join('') };
}

function rangeOf(event: SequenceEvent | undefined) {
  return event && 'range' in event ? event.range : undefined;
}

function within(at: number, range: { readonly from: number; readonly to: number } | undefined): boolean {
  return range !== undefined && at >= range.from && at < range.to;
}
