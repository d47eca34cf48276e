import type { Answer, GitForm } from '../conformance/normal-form.ts';
import type { GitModel } from './model.ts';
import { parseGit } from './parse.ts';

/** Our reading of a source in the form that is compared with Mermaid's. */
export function answer(source: string): Answer {
  const parsed = parseGit(source);
  if (!parsed.ok) return { accepted: false, message: parsed.diagnostics[0]?.message ?? '' };
  return { accepted: true, form: normalForm(parsed.model) };
}

/** Mermaid's own word for merges and cherry-picks. */
const kinds = { commit: 'NORMAL', merge: 'MERGE', 'cherry-pick': 'CHERRY_PICK' } as const;

function normalForm({ title = '', titleRange, direction, branches, commits }: GitModel): GitForm {
  const names = new Map(commits.map(({ id, idWritten, seq }) => [id, idWritten?.text ? id : `#${seq}`]));
  const nameOf = (id: string) => names.get(id) ?? id;
  return {
    kind: 'git',
    title: titleRange ? title : '',
    direction,
    branches: branches.map(({ name }) => name),
    commits: commits.map(({ id, kind, type, tags, parents, branch }) => ({
      id: nameOf(id),
      type: kind === 'commit' ? (type ?? 'NORMAL') : kinds[kind],
      customType: kind === 'merge' ? (type ?? '') : '',
      branch,
      tags: tags.map((tag) => tag.text.replace(/\d+-\S+?(?=$|\|)/, (name) => nameOf(name))),
      parents: parents.map(nameOf),
    })),
  };
}
