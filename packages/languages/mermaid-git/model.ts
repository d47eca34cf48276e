import type { Range } from '../mermaid/cursor.ts';

export const commitTypes = ['NORMAL', 'REVERSE', 'HIGHLIGHT'] as const;
export type CommitType = (typeof commitTypes)[number];
export type GitDirection = 'LR' | 'TB' | 'BT';

/** A text in quotes, or a bare word, with all of its place; `text` is what it stands for. */
export interface Written extends Range {
  readonly text: string;
}

/** What one line adds to the history. */
export interface Commit {
  /** What the canvas calls it: stable as long as commits are added behind it. */
  readonly nodeId: string;
  /** Unique; made up when the text gives none. */
  readonly id: string;
  readonly idWritten?: Written;
  readonly kind: 'commit' | 'merge' | 'cherry-pick';
  /** How a person set it off; absent for a merge or a cherry-pick of the usual look. */
  readonly type?: CommitType;
  readonly message: string;
  readonly tags: readonly Tag[];
  /** Ids of the commits that it follows: on its branch, then the one that is merged or picked. */
  readonly parents: readonly string[];
  readonly branch: string;
  /** Place in time, from 0. */
  readonly seq: number;
  /** The whole statement without its line end. */
  readonly range: Range;
}

export interface Tag {
  readonly text: string;
  /** `tag: "…"`; absent for the tag that a cherry-pick has by itself. */
  readonly range?: Range;
  readonly written?: Written;
}

export interface Branch {
  readonly name: string;
  readonly order: number;
  /** Its `branch` line; the main branch has none. */
  readonly range?: Range;
  /** Every place that names it. */
  readonly mentions: readonly Written[];
}

/** A line that names a branch or a commit to work with: `checkout`, and the lines that make commits. */
export interface Reference {
  readonly kind: 'checkout' | 'merge' | 'cherry-pick';
  /** What it names: a branch, or commits. */
  readonly names: readonly Written[];
  /** The branch that is checked out while the line is read. */
  readonly on: string;
  readonly range: Range;
}

export interface GitSettings {
  readonly mainBranchName: string;
  readonly mainBranchOrder: number;
  readonly showBranches: boolean;
  readonly showCommitLabel: boolean;
  /** Labels stand at a slant beneath their commits; asked for only. */
  readonly rotateCommitLabel: boolean;
  /** Commits that do not depend on each other may stand side by side. */
  readonly parallelCommits: boolean;
}

export interface GitModel {
  readonly title?: string;
  /** The title with its keyword; absent when it stands in the front matter. */
  readonly titleRange?: Range;
  readonly titleWritten?: Range;
  readonly direction: GitDirection;
  readonly settings: GitSettings;
  /** In the order of their lanes. */
  readonly branches: readonly Branch[];
  /** In time. */
  readonly commits: readonly Commit[];
  readonly references: readonly Reference[];
}
