import type { Answer } from '../conformance/normal-form.ts';
import { parseTimeline } from './parse.ts';

/** Our reading of a source in the form that is compared with Mermaid's. */
export function answer(source: string): Answer {
  const parsed = parseTimeline(source);
  if (!parsed.ok) return { accepted: false, message: parsed.diagnostics[0]?.message ?? '' };
  const { title = '', titleWritten, direction, sections, periods } = parsed.model;
  return {
    accepted: true,
    form: {
      kind: 'timeline',
      title: titleWritten ? title : '',
      direction,
      sections: sections.map(({ label }) => label.text),
      periods: periods.map(({ label, section, events }) => ({
        label: label.text,
        section: section === undefined ? '' : (sections[section]?.label.text ?? ''),
        events: events.map((event) => event.label.text),
      })),
    },
  };
}
