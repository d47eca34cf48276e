import { configSection } from '../mermaid/config.ts';
import type { GitSettings } from './model.ts';

/** What the front matter or a directive asks of a git graph (https://mermaid.js.org/syntax/gitgraph.html#gitgraph-specific-configuration-options). */
export function gitSettings(source: string): GitSettings {
  const { mainBranchName, mainBranchOrder, showBranches, showCommitLabel, rotateCommitLabel, parallelCommits } = configSection(
    source,
    'gitGraph',
  );
  return {
    mainBranchName: typeof mainBranchName === 'string' && mainBranchName ? mainBranchName : 'main',
    mainBranchOrder: typeof mainBranchOrder === 'number' ? mainBranchOrder : 0,
    showBranches: showBranches !== false,
    showCommitLabel: showCommitLabel !== false,
    rotateCommitLabel: rotateCommitLabel === true,
    parallelCommits: parallelCommits === true,
  };
}
