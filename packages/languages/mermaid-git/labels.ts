import { labelText } from '../mermaid/label.ts';
import type { Commit, GitSettings } from './model.ts';

/** What is written at a commit: its id when the text gives one, else its message. */
export function commitLabel({ kind, idWritten, message }: Commit, settings: GitSettings): string {
  if (!settings.showCommitLabel) return '';
  return labelText(idWritten?.text || (kind === 'commit' ? message : '')).replace(/\s+/g, ' ');
}

/** A branch's name or a tag as people read it. */
export function plainText(written: string): string {
  return labelText(written).replace(/\s+/g, ' ');
}
