import type { Range } from '../mermaid/cursor.ts';
import { labelText } from '../mermaid/label.ts';
import type { Branch, Commit, CommitType, GitDirection, GitModel, GitSettings, Reference, Tag, Written } from './model.ts';

type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] };

/** What stands behind the word that opens a line. */
export interface Options {
  readonly id?: Written;
  readonly message?: Written;
  readonly parent?: Written;
  readonly type?: CommitType;
  readonly tags: readonly Tag[];
}

/** The history while the parser reads. Methods that can go against the rules give a sentence saying how, else undefined. */
export interface GitDraft {
  direct(direction: GitDirection): void;
  title(range: Range, written: Written): void;
  commit(options: Options, range: Range): void;
  branch(name: Written, order: number, range: Range): string | undefined;
  checkout(name: Written, range: Range): string | undefined;
  merge(name: Written, options: Options, range: Range): string | undefined;
  cherryPick(options: Options, range: Range): string | undefined;
  model(titleInFront: string | undefined): GitModel;
}

export function createDraft(settings: GitSettings): GitDraft {
  const main: Growing<Branch> = { name: settings.mainBranchName, order: settings.mainBranchOrder, mentions: [] };
  const branches = new Map<string, Growing<Branch>>([[main.name, main]]);
  const tips = new Map<string, Commit>();
  const commits = new Map<string, Commit>();
  const references: Reference[] = [];
  const counts = new Map<string, number>();
  let direction: GitDirection = 'LR';
  let titled: { readonly range: Range; readonly written: Written } | undefined;
  let current = main;
  let seq = 0;

  const mention = (name: Written) => {
    branches.get(name.text)?.mentions.push(name);
  };
  const add = (made: Pick<Commit, 'kind' | 'type' | 'message' | 'tags' | 'parents' | 'range'> & { readonly id: Written | undefined }) => {
    const { id: idWritten, ...rest } = made;
    const id = idWritten?.text || `${seq}-${current.name}`;
    const number = (counts.get(current.name) ?? 0) + 1;
    counts.set(current.name, number);
    const nodeId = idWritten?.text ? `commit:${id}` : `commit:${current.name}:${number}`;
    const commit: Commit = { ...rest, nodeId, id, ...(idWritten && { idWritten }), branch: current.name, seq };
    seq += 1;
    commits.set(id, commit);
    tips.set(current.name, commit);
  };
  const tip = () => tips.get(current.name);
  const refer = (reference: Omit<Reference, 'on'>) => void references.push({ ...reference, on: current.name });

  return {
    direct: (given) => {
      direction = given;
    },
    title: (range, written) => {
      titled = { range, written };
    },
    commit({ id, message, type = 'NORMAL', tags }, range) {
      add({
        kind: 'commit',
        id,
        type,
        message: message?.text ?? '',
        tags,
        parents: tip()?.id === undefined ? [] : [tip()?.id ?? ''],
        range,
      });
    },
    branch(name, order, range) {
      if (branches.has(name.text)) return `There is a branch “${name.text}” already. Use another name, or “checkout ${name.text}”.`;
      const head = tip();
      current = { name: name.text, order, range, mentions: [name] };
      branches.set(name.text, current);
      if (head) tips.set(name.text, head);
      return undefined;
    },
    checkout(name, range) {
      const found = branches.get(name.text);
      if (!found) return `There is no branch “${name.text}” yet. Write “branch ${name.text}” to begin one.`;
      refer({ kind: 'checkout', names: [name], range });
      mention(name);
      current = found;
      return undefined;
    },
    merge(name, { id, type, tags }, range) {
      const [own, other] = [tip(), tips.get(name.text)];
      if (own && other && own.branch === name.text) return `“${name.text}” cannot be merged into itself.`;
      if (current.name === name.text) return 'A branch cannot be merged into itself.';
      if (!own) return `The branch “${current.name}” has no commits to merge into.`;
      if (!branches.has(name.text)) return `There is no branch “${name.text}” to merge.`;
      if (!other) return `The branch “${name.text}” has no commits to merge.`;
      if (own === other) return `“${name.text}” and “${current.name}” end in the same commit: there is nothing to merge.`;
      if (id?.text && commits.has(id.text)) return `There is a commit “${id.text}” already. Give the merge another id.`;
      refer({ kind: 'merge', names: [name], range });
      mention(name);
      const message = `merged branch ${name.text} into ${current.name}`;
      add({ kind: 'merge', id, ...(type && { type }), message, tags, parents: [own.id, other.id], range });
      return undefined;
    },
    cherryPick({ id, parent, tags }, range) {
      const source = commits.get(id?.text ?? '');
      const own = tip();
      if (!id?.text || !source) return 'A cherry-pick names a commit that is there: cherry-pick id: "…".';
      if (parent?.text && !source.parents.includes(parent.text)) return `“${parent.text}” is no parent of “${id.text}”.`;
      if (source.kind === 'merge' && !parent?.text) return `“${id.text}” is a merge: say with parent: "…" which of its sides is picked.`;
      if (source.branch === current.name) return `“${id.text}” is on the branch “${current.name}” already.`;
      if (!own) return `The branch “${current.name}” has no commits to pick another onto.`;
      refer({ kind: 'cherry-pick', names: parent ? [id, parent] : [id], range });
      const usual = `cherry-pick:${source.id}${source.kind === 'merge' ? `|parent:${parent?.text}` : ''}`;
      const kept = tags.length > 0 ? tags.filter(({ text }) => text !== '') : [{ text: usual }];
      add({ kind: 'cherry-pick', id: undefined, message: '', tags: kept, parents: [own.id, source.id], range });
      return undefined;
    },
    model(titleInFront) {
      const title = labelText(titled?.written.text ?? titleInFront ?? '');
      return {
        ...(title && { title }),
        ...(titled && { titleRange: titled.range, titleWritten: { from: titled.written.from, to: titled.written.to } }),
        direction,
        settings,
        branches: [...branches.values()].sort((a, b) => a.order - b.order),
        commits: [...commits.values()].sort((a, b) => a.seq - b.seq),
        references,
      };
    },
  };
}
