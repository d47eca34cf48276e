import type { Answer } from '../conformance/normal-form.ts';
import { parseMindmap } from './parse.ts';

/** Our reading of a source in the form that is compared with Mermaid's. */
export function answer(source: string): Answer {
  const parsed = parseMindmap(source);
  if (!parsed.ok) return { accepted: false, message: parsed.diagnostics[0]?.message ?? '' };
  const nodes = parsed.model.nodes.map(({ id, label, shape, icon = '', classes = '', parent }) => ({
    id: id.text,
    label: label.text,
    shape,
    icon,
    classes: classes.trim(),
    parent: parent ?? -1,
  }));
  return { accepted: true, form: { kind: 'mindmap', nodes } };
}
