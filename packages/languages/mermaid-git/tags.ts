import type { Commit, GitModel } from './model.ts';

/** The tag that the canvas calls so: its commit, and which of its tags it is. */
export function tagOf({ commits }: GitModel, nodeId: string): { readonly commit: Commit; readonly at: number } | undefined {
  const [, commitId, number] = /^tag:(.*):(\d+)$/s.exec(nodeId) ?? [];
  const commit = commits.find((candidate) => candidate.nodeId === commitId);
  return commit ? { commit, at: Number(number) - 1 } : undefined;
}
