import type { TextPatch } from '@autograph/editor';
import type { SequenceForm } from '../conformance/normal-form.ts';
import { firstThatFits, sameForm } from '../mermaid/first-that-fits.ts';
import { indentAt, insertAfter, insertBefore, wholeLine } from '../mermaid/lines.ts';
import type { ParticipantBox, SequenceModel } from '../sequence/model.ts';
import { normalForm } from './answer.ts';
import { parseSequence } from './parse.ts';
import { declarationOf, memberIndent } from './write-participant.ts';

/** The patches that put a participant into a box, or out of all: undefined when the text would have to change more. `order` is that from left to right afterwards. */
export function boxParticipant(
  model: SequenceModel,
  source: string,
  id: string,
  into: ParticipantBox | undefined,
  order: readonly string[],
): readonly TextPatch[] | undefined {
  const form = normalForm(model);
  const number = into ? model.boxes.indexOf(into) : -1;
  const wanted = unordered({
    ...form,
    boxes: form.boxes.map(({ members, ...box }, at) => {
      const others = members.filter((member) => member !== id);
      return { ...box, members: at === number ? [...others, id] : others };
    }),
  });
  return firstThatFits(source, parseSequence, ways(model, source, id, into, order), (after) =>
    sameForm(unordered(normalForm(after)), wanted),
  )?.patches;
}

/** What a diagram says but for the order of its participants; events keep theirs. */
function unordered(form: SequenceForm): unknown {
  return { ...form, events: form.events.map((event, at) => ({ at, ...event })) };
}

/** Beside its neighbour there, else as the last of the box; out of a box, beside that. */
function* ways(
  model: SequenceModel,
  source: string,
  id: string,
  into: ParticipantBox | undefined,
  order: readonly string[],
): Iterable<readonly TextPatch[]> {
  const own = declarationOf(model, source, id);
  const text = own ? source.slice(own.from, own.to) : `participant ${id}`;
  const cut = own ? [wholeLine(source, own)] : [];
  const at = order.indexOf(id);
  if (into) {
    const [left, right] = [order[at - 1], order[at + 1]].map((other) =>
      other !== undefined && into.members.includes(other) ? declarationOf(model, source, other) : undefined,
    );
    if (right) yield [...cut, insertBefore(source, right.from, text)];
    if (left) yield [...cut, insertAfter(source, left, text)];
    yield [...cut, insertBefore(source, into.range.to - 'end'.length, text, memberIndent(source, into))];
    return;
  }
  const home = model.boxes.find(({ members }) => members.includes(id));
  if (!home) return;
  const before = insertBefore(source, home.range.from, text, indentAt(source, home.range.from));
  const after = insertAfter(source, home.range, text);
  const isLeft = home.members.every((member) => member === id || order.indexOf(member) > at);
  for (const place of isLeft ? [before, after] : [after, before]) yield [...cut, place];
}
