import type { ShapeChange } from '@autograph/document';
import type { TextPatch } from '@autograph/editor';
import { z } from 'zod';
import { labelSource, labelText } from '../mermaid/label.ts';
import type { SequenceEvent, SequenceModel } from '../sequence/model.ts';

type Titled = Extract<SequenceEvent, { kind: 'start' | 'section' }>;

const sectionTexts = z.array(z.object({ text: z.string() }));

/** Patches of the words behind `loop`, `alt`, `else` and so on. */
export function changeFragment(model: SequenceModel, source: string, event: Titled, change: ShapeChange): TextPatch[] {
  const title = typeof change.text === 'string' ? titlePatch(source, event, change.text) : [];
  const sections = sectionTexts.safeParse(change.sections);
  if (!sections.success) return title;
  const own = model.events.filter((candidate): candidate is Titled => candidate.kind === 'section' && candidate.id === event.id);
  return [...title, ...own.flatMap((section, at) => titlePatch(source, section, sections.data[at]?.text ?? labelText(section.text)))];
}

function titlePatch(source: string, { text, keyword, textRange }: Titled, after: string): TextPatch[] {
  if (after.trim() === labelText(text)) return [];
  const { to } = textRange;
  const from = Math.max(keyword.to, to - text.length);
  const join = /\s$/.test(source.slice(0, from)) || after.trim() === '' ? '' : ' ';
  return [
    { from: text === '' ? keyword.to : textRange.from, to, insert: (text === '' && after.trim() !== '' ? ' ' : join) + labelSource(after) },
  ];
}
