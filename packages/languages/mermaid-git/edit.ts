import type { Block } from '@autograph/document';
import type { BlockEdit, DerivedShapeEdit, TextPatch } from '@autograph/editor';
import { patchText } from '@autograph/editor';
import { commitLabel, plainText } from './labels.ts';
import type { Branch, Commit, GitModel } from './model.ts';
import { parseGit } from './parse.ts';
import { removalPatches } from './remove.ts';
import { branchSource, quoteAt, quotedSource, titleSource } from './source-forms.ts';
import { tagOf } from './tags.ts';

type Change = Extract<DerivedShapeEdit, { kind: 'change' }>['change'];
type Outcome = { readonly patches: readonly TextPatch[] } | { readonly refused: string };

/** Writes edits of commits, tags and branches back as the smallest patches of the text. */
export function editGit(model: GitModel, block: Block, edits: readonly DerivedShapeEdit[]): BlockEdit | { readonly refused: string } {
  const patches: TextPatch[] = [];
  for (const edit of edits) {
    if (edit.kind === 'remove') continue;
    const outcome = changeOne(model, block.source, edit.node_id, edit.change);
    if ('refused' in outcome) return outcome;
    patches.push(...outcome.patches);
  }
  const removed = removalPatches(model, block.source, new Set(edits.flatMap((edit) => (edit.kind === 'remove' ? [edit.node_id] : []))));
  if ('refused' in removed) return removed;
  const isCut = (patch: TextPatch) => removed.patches.some(({ from, to }) => patch.from >= from && patch.to <= to && to > from);
  const all = [...patches.filter((patch) => !isCut(patch)), ...removed.patches].sort((a, b) => a.from - b.from || a.to - b.to);
  if (all.length > 0 && !parseGit(patchText(block.source, all)).ok) {
    return { refused: 'Other lines of the text depend on this. Change it in the text.' };
  }
  return { patches: all, layout: {} };
}

const looks = ['fill', 'fill_style', 'stroke', 'stroke_width', 'stroke_style', 'text_color', 'font', 'font_size', 'opacity', 'radius'];

function changeOne(model: GitModel, source: string, id: string, change: Change): Outcome {
  if (looks.some((key) => key in change))
    return { refused: 'In a git graph, looks follow from the text: give a commit the type REVERSE or HIGHLIGHT.' };
  if (typeof change.text !== 'string') return { refused: 'Commits stand in the order of the text: move the line there.' };
  const text = change.text.trim();
  if (text === '') return { refused: 'Commits, tags and branches need names. Delete it instead.' };
  const commit = model.commits.find(({ nodeId }) => nodeId === id);
  if (commit) return text === commitLabel(commit, model.settings) ? nothing : renameCommit(model, source, commit, text);
  const branch = model.branches.find(({ name }) => `branch:${name}` === id);
  if (branch) return text === plainText(branch.name) ? nothing : renameBranch(model, source, branch, text);
  const tag = tagOf(model, id);
  if (tag) return renameTag(tag.commit, tag.at, source, text);
  if (id === 'title:1') {
    if (!model.titleWritten) return { refused: 'The title stands in the front matter: change it there.' };
    return text === model.title ? nothing : { patches: [{ ...model.titleWritten, insert: titleSource(text) }] };
  }
  return { refused: 'What follows what is said by the order of the lines: change it in the text.' };
}

const nothing = { patches: [] } as const;

/** A commit's id, wherever the text names it; one without gets one. */
function renameCommit({ commits, references, settings }: GitModel, source: string, commit: Commit, text: string): Outcome {
  if (commits.some((other) => other !== commit && other.idWritten && plainText(other.id) === text)) {
    return { refused: `There is a commit “${text}” already.` };
  }
  const { kind, idWritten, range } = commit;
  if (!settings.showCommitLabel)
    return { refused: 'Ids of commits are not shown here: change “showCommitLabel” in the configuration first.' };
  if (kind === 'cherry-pick') return { refused: 'A cherry-pick is named by what it picks. Give it a tag in the text.' };
  if (!idWritten) return { patches: [{ from: range.to, to: range.to, insert: ` id: ${quotedSource(text)}` }] };
  const mentions = references.filter((reference) => reference.kind === 'cherry-pick').flatMap(({ names }) => names);
  const places = [idWritten, ...mentions.filter((mention) => mention.text === commit.id)];
  return { patches: places.map(({ from, to }) => ({ from, to, insert: quotedSource(text, quoteAt(source, from)) })) };
}

function renameBranch({ branches }: GitModel, source: string, branch: Branch, text: string): Outcome {
  if (!branch.range) return { refused: 'The main branch is named in the front matter: “config: gitGraph: mainBranchName”.' };
  if (branches.some(({ name }) => plainText(name) === text)) return { refused: `There is a branch “${text}” already.` };
  const insert = (from: number) => (/["']/.test(source.charAt(from)) ? quotedSource(text, quoteAt(source, from)) : branchSource(text));
  return { patches: branch.mentions.map(({ from, to }) => ({ from, to, insert: insert(from) })) };
}

function renameTag({ tags, range }: Commit, at: number, source: string, text: string): Outcome {
  const tag = tags[at];
  if (!tag || text === plainText(tag.text)) return nothing;
  const { written } = tag;
  if (!written) return { patches: [{ from: range.to, to: range.to, insert: ` tag: ${quotedSource(text)}` }] };
  return { patches: [{ from: written.from, to: written.to, insert: quotedSource(text, quoteAt(source, written.from)) }] };
}
