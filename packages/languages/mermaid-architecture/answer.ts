import type { Answer, ArchitectureForm } from '../conformance/normal-form.ts';
import type { ArchitectureModel, EdgeEnd } from './model.ts';
import { parseArchitecture } from './parse.ts';

/** Our reading of a source in the form that is compared with Mermaid's. */
export function answer(source: string): Answer {
  const parsed = parseArchitecture(source);
  if (!parsed.ok) return { accepted: false, message: parsed.diagnostics[0]?.message ?? '' };
  return { accepted: true, form: normalForm(parsed.model) };
}

function normalForm({ title, titleRange, services, junctions, groups, edges, alignments }: ArchitectureModel): ArchitectureForm {
  const end = ({ name, side, into, group }: EdgeEnd) => ({ id: name.text, side, into, group });
  return {
    kind: 'architecture',
    // The oracle is not told what the front matter says.
    title: titleRange ? (title ?? '') : '',
    services: services.map(({ id, icon = '', iconText = '', title: label = '', parent = '' }) => ({
      ...{ id, icon, iconText, title: label, parent },
    })),
    junctions: junctions.map(({ id, parent = '' }) => ({ id, parent })),
    groups: groups.map(({ id, icon = '', title: label = '', parent = '' }) => ({ id, icon, title: label, parent })),
    edges: edges.map(({ from, to, title: label = '' }) => ({ from: end(from), to: end(to), title: label })),
    alignments: alignments.map(({ direction, members }) => ({ direction, members: members.map(({ text }) => text) })),
  };
}
