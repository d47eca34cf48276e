import type { Block } from '@autograph/document';
import { type AddEdit, type ConnectEdit, patchText, type StructureChange, type TextPatch } from '@autograph/editor';
import type { Refusal } from '../language.ts';
import type { Commit, GitModel } from './model.ts';
import { parseGit } from './parse.ts';
import { branchSource, quotedSource } from './source-forms.ts';

/** A new commit after the one that it was dragged out of: on its branch when that is the last one there, else on a branch of its own. */
export function addCommit(model: GitModel, block: Block, { from }: AddEdit): StructureChange | Refusal {
  const commit = from === undefined ? model.commits.at(-1) : model.commits.find(({ nodeId }) => nodeId === from);
  if (!commit) return { refused: 'A new commit follows another one: drag it out of that.' };
  if (isTip(model, commit)) return written(block, [...checkout(model, commit.branch), 'commit']);
  const taken = new Set(model.branches.map(({ name }) => name));
  let number = 1;
  while (taken.has(`branch-${number}`)) number += 1;
  return written(block, [`branch branch-${number}`, 'commit', `checkout ${branchSource(commit.branch)}`], commit);
}

/** A line from the last commit of a branch to another branch merges it there; from an earlier one it is picked. */
export function connectCommits(model: GitModel, block: Block, { from, to }: ConnectEdit): StructureChange | Refusal {
  const [source, target] = [from, to].map((id) => model.commits.find(({ nodeId }) => nodeId === id));
  if (!source || !target) return { refused: 'A line joins two commits of its own graph.' };
  if (source.branch === target.branch) return { refused: 'Both commits are on the same branch already.' };
  if (!isTip(model, target)) return { refused: 'Something can be merged only onto the last commit of a branch. Draw the line there.' };
  const there = checkout(model, target.branch);
  if (isTip(model, source)) return written(block, [...there, `merge ${branchSource(source.branch)}`]);
  if (!source.idWritten?.text) return { refused: 'An earlier commit is picked by its id: give it one first.' };
  const parent = source.kind === 'merge' ? ` parent: ${quotedSource(source.parents[0] ?? '')}` : '';
  return written(block, [...there, `cherry-pick id: ${block.source.slice(source.idWritten.from, source.idWritten.to)}${parent}`]);
}

function isTip({ commits }: GitModel, commit: Commit): boolean {
  return commits.findLast(({ branch }) => branch === commit.branch) === commit;
}

/** The line that is needed to go on with a branch at the end of the text, if any. */
function checkout({ branches, commits, references }: GitModel, name: string): readonly string[] {
  const switches = [
    ...branches.flatMap(({ name: to, range }) => (range ? [{ to, at: range.from }] : [])),
    ...references.flatMap(({ kind, names, range }) => (kind === 'checkout' ? [{ to: names[0]?.text ?? '', at: range.from }] : [])),
  ];
  const latest = switches.sort((a, b) => a.at - b.at).at(-1)?.to ?? commits[0]?.branch;
  return latest === name ? [] : [`checkout ${branchSource(name)}`];
}

/** Lines after a commit's own one, or at the end of the text, indented as those that are there. */
function written({ source }: Block, lines: readonly string[], after?: Commit): StructureChange | Refusal {
  const end = source.trimEnd().length;
  const lineEnd = source.indexOf('\n', after ? after.range.to : end);
  const place = lineEnd < 0 ? source.length : lineEnd;
  const indent = /\n([^\S\n]*)(?:commit|branch|checkout|switch|merge|cherry-pick)\b/.exec(source)?.[1] ?? '  ';
  const patch: TextPatch = { from: place, to: place, insert: lines.map((line) => `\n${indent}${line}`).join('') };
  const read = parseGit(patchText(source, [patch]));
  if (!read.ok) return { refused: read.diagnostics[0]?.message ?? 'This does not fit into the text. Write it there.' };
  const made = read.model.commits.find(({ range }) => range.from >= place)?.nodeId;
  return { patches: [patch], layout: {}, ...(made !== undefined && { made }) };
}
