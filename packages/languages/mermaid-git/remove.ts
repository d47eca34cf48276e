import type { TextPatch } from '@autograph/editor';
import type { Range } from '../mermaid/cursor.ts';
import { wholeLine } from '../mermaid/lines.ts';
import type { Commit, GitModel } from './model.ts';
import { tagOf } from './tags.ts';

/** Takes commits, branches with all that is on them, tags or the title out of the text, with the lines that name what goes. */
export function removalPatches(
  model: GitModel,
  source: string,
  ids: ReadonlySet<string>,
): { readonly patches: readonly TextPatch[] } | { readonly refused: string } {
  const branches = model.branches.filter(({ name }) => ids.has(`branch:${name}`));
  if (branches.some(({ range }) => !range)) return { refused: 'The main branch is always there. Delete its commits instead.' };
  const gone = (name: string) => branches.some((branch) => branch.name === name);
  const commits = model.commits.filter((commit) => ids.has(commit.nodeId) || gone(commit.branch));
  const lost = new Set(commits.map(({ id }) => id));
  const naming = model.references.filter(({ kind, names }) =>
    names.some(({ text }) => (kind === 'cherry-pick' ? lost.has(text) : gone(text))),
  );
  if (ids.has('title:1') && !model.titleRange) return { refused: 'The title stands in the front matter: take it out there.' };
  const lines: Range[] = [
    ...branches.flatMap(({ range }) => range ?? []),
    ...[...commits, ...naming].map(({ range }) => range),
    ...(ids.has('title:1') && model.titleRange ? [model.titleRange] : []),
  ];
  const tags = [...ids].flatMap((id) => tagOf(model, id) ?? []).filter(({ commit }) => !commits.includes(commit));
  if ([...ids].some((id) => /^(?:link|lane):/.test(id)) && lines.length + tags.length === 0) {
    return { refused: 'What follows what is said by the order of the lines: change it in the text.' };
  }
  const whole = distinct(lines).map((range) => wholeLine(source, range));
  return { patches: [...whole, ...tags.map(({ commit, at }) => withoutTag(commit, at, source))] };
}

/** A tag goes with the blank before it; the one that a cherry-pick has by itself goes by an empty one. */
function withoutTag({ tags, range }: Commit, at: number, source: string): TextPatch {
  const own = tags[at]?.range;
  if (!own) return { from: range.to, to: range.to, insert: ' tag: ""' };
  const picked = source.startsWith('cherry-pick', range.from) && tags.length === 1;
  const quote = source.slice(own.from, own.to).search(/["']/);
  if (picked && quote >= 0) return { from: own.from + quote, to: own.to, insert: '""' };
  const from = source.slice(0, own.from).trimEnd().length;
  return { from, to: own.to, insert: '' };
}

function distinct(ranges: readonly Range[]): Range[] {
  return [...new Map(ranges.map((range) => [range.from, range])).values()].sort((a, b) => a.from - b.from);
}
